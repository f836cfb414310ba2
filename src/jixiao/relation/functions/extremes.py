"""The largest and the smallest of figures: MAX and MIN, end by end of their intervals."""

from __future__ import annotations

from functools import partial

from jixiao.model.fact import Kind
from jixiao.relation.functions.function import Arguments, Evaluator, Function, Surveyor, Translator, always
from jixiao.relation.functions.traits import Slack
from jixiao.relation.places import Column
from jixiao.relation.quantity import Quantity, largest, smallest
from jixiao.relation.spread import NOTHING, Spread, extreme
from jixiao.relation.syntax import Name


def _quantities(run: Evaluator, arguments: Arguments) -> list[Quantity]:
    values = [value for argument in arguments for value in run.column(argument)]
    return [value for value in values if isinstance(value, Quantity)]


def _translated(name: str, run: Translator, arguments: Arguments) -> Spread:
    members: list[Spread] = []
    for argument in arguments:
        if isinstance(argument, Name):
            columns = run.places.columns(argument.term)
            members += [_ends(run, name, argument.term, column) for column in columns]
        else:
            members.append(run.figure(argument))
    return extreme(name, run.aligned(members))


def _ends(run: Translator, name: str, term: str, column: Column) -> Spread:
    """The extreme of one column, of its lower and of its upper ends."""
    money = int(run.vocabulary[term].kind is Kind.AMOUNT)
    if column.single:
        return Spread(column.values, column.halves, column.halves, money)
    value = f"{name}({column.values})"
    if column.halves == NOTHING:
        return Spread(value, money=money)
    return Spread(value, f"{value}-{name}({column.lows})", f"{name}({column.highs})-{value}", money)


def _slack(surveyor: Surveyor, arguments: Arguments) -> Slack:
    return sum((surveyor.slack(argument) for argument in arguments), Slack()).depending


MAX = Function(
    name="MAX",
    arguments=("figures",),
    columns=(0,),
    repeated=True,
    ends=True,
    example="MAX(项目明细.支出数)",
    description="各行中最大的数；几个数、几列用逗号隔开",
    evaluate=lambda run, arguments: largest(_quantities(run, arguments)),
    sure=always,
    translate=partial(_translated, "MAX"),
    say=lambda words, arguments: f"{words.listed(arguments)}中最大的数",
    slack=_slack,
)

MIN = Function(
    name="MIN",
    arguments=("figures",),
    columns=(0,),
    repeated=True,
    ends=True,
    example="MIN(项目明细.支出数)",
    description="各行中最小的数；几个数、几列用逗号隔开",
    evaluate=lambda run, arguments: smallest(_quantities(run, arguments)),
    sure=always,
    translate=partial(_translated, "MIN"),
    say=lambda words, arguments: f"{words.listed(arguments)}中最小的数",
    slack=_slack,
)
