"""Sums: SUM, SUMIF, and the absolute value of a difference."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import ZERO, Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Phrasing,
    Reader,
    Surveyor,
    Tracer,
    Translator,
    always,
)
from jixiao.relation.functions.traits import Linear, Read, Slack
from jixiao.relation.patterns import guarded
from jixiao.relation.places import Column
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import NOTHING, Spread, absolute, added, total
from jixiao.relation.syntax import Expression, Name

_ZERO = Quantity.exact(ZERO)


# ---- SUM


def _sum(run: Evaluator, arguments: Arguments) -> Quantity:
    return _added([value for argument in arguments for value in run.column(argument)])


def _added(values: list[Result]) -> Quantity:
    """The sum of the figures among them."""
    quantities = [value for value in values if isinstance(value, Quantity)]
    return Quantity(
        sum([q.value for q in quantities], ZERO),
        sum([q.low for q in quantities], ZERO),
        sum([q.high for q in quantities], ZERO),
    )


def _sum_translated(run: Translator, arguments: Arguments) -> Spread:
    members: list[Spread] = []
    for argument in arguments:
        if not isinstance(argument, Name):
            members.append(run.figure(argument))
        elif run.vocabulary[argument.term].kind.numeric:
            members += [_summed(run, argument.term, column) for column in run.places.columns(argument.term)]
    return _joined(run.aligned(members))


def _joined(members: list[Spread]) -> Spread:
    if not members:
        return Spread(NOTHING)
    joined = members[0]
    for member in members[1:]:
        joined = added(joined, member)
    return joined


def _summed(run: Translator, term: str, column: Column) -> Spread:
    money = int(run.vocabulary[term].kind is Kind.AMOUNT)
    if column.single:
        return Spread(column.values, column.halves, column.halves, money)
    half = NOTHING if column.halves == NOTHING else f"SUM({column.halves})"
    return Spread(f"SUM({column.values})", half, half, money)


def _sum_linear(tracer: Tracer, arguments: Arguments) -> Linear:
    total_of = Linear()
    for argument in arguments:
        found = tracer.column(argument.term) if isinstance(argument, Name) else tracer.form(argument)
        total_of = total_of + found
    return total_of


def _sum_slack(surveyor: Surveyor, arguments: Arguments) -> Slack:
    return sum((surveyor.column(argument) for argument in arguments), Slack())


SUM = Function(
    name="SUM",
    arguments=("figures",),
    columns=(0,),
    repeated=True,
    example="SUM(社保基金.支出项目.金额)",
    description="各行金额之和；几个数、几列用逗号隔开",
    evaluate=_sum,
    sure=always,
    translate=_sum_translated,
    say=lambda words, arguments: f"{words.listed(arguments)}之和",
    linear=_sum_linear,
    slack=_sum_slack,
)


# ---- SUMIF


def _names(arguments: Arguments) -> tuple[str, Expression, str]:
    keys, pattern, amounts = arguments
    assert isinstance(keys, Name) and isinstance(amounts, Name)
    return keys.term, pattern, amounts.term


def _sumif(run: Evaluator, arguments: Arguments) -> Quantity:
    keys, pattern, amounts = _names(arguments)
    found = run.matching(keys, run.text(pattern))
    return _added([run.read(record.fields[amounts]) for record in found]) if found else _ZERO


def _sumif_translated(run: Translator, arguments: Arguments) -> Spread:
    keys, pattern, amounts = _names(arguments)
    kind = run.vocabulary[amounts].kind
    if not kind.numeric:
        return Spread(NOTHING)
    wanted = run.pattern(pattern)
    values, halves = [], []
    for key, amount in zip(run.places.columns(keys), run.places.columns(amounts), strict=True):
        values.append(_matched(key, wanted, pattern, amount.values, amount.single))
        if amount.halves != NOTHING:
            halves.append(_matched(key, wanted, pattern, amount.halves, amount.single))
    return Spread(total(values), total(halves), total(halves), int(kind is Kind.AMOUNT))


def _matched(key: Column, wanted: str, pattern: Expression, amounts: str, single: bool) -> str:
    if single:
        found = guarded(wanted, pattern, f"COUNTIF({key.texts},{wanted})")
        return f"IF({found}>0,{amounts},0)"
    return guarded(wanted, pattern, f"SUMIF({key.texts},{wanted},{amounts})")


def _sumif_said(words: Phrasing, arguments: Arguments) -> str:
    keys, pattern, amounts = _names(arguments)
    return f"{words.where(amounts)}{words.which(keys, pattern)}的{words.bare(amounts)}之和"


def _sumif_reads(reader: Reader, arguments: Arguments) -> Iterator[Read]:
    keys, pattern, amounts = _names(arguments)
    yield from reader(pattern)
    yield Read(amounts, keys=keys, pattern=pattern)


def _refuse_another_table(arguments: Arguments, vocabulary: Vocabulary) -> str:
    keys, _, amounts = _names(arguments)
    same = vocabulary[keys].path == vocabulary[amounts].path
    return "" if same else "SUMIF adds up another table than it looks through"


SUMIF = Function(
    name="SUMIF",
    arguments=("keys", "pattern", "amounts"),
    columns=(0, 2),
    keys=0,
    pattern=1,
    example='SUMIF(功能分类.编码, "???", 功能分类.金额)',
    description="编码为三位（类）的各行金额之和；式样的写法见下",
    evaluate=_sumif,
    sure=always,
    translate=_sumif_translated,
    say=_sumif_said,
    reads=_sumif_reads,
    linear=lambda tracer, arguments: tracer.matching(*_names(arguments)),
    slack=lambda surveyor, arguments: surveyor.column(arguments[2]),
    refuse=_refuse_another_table,
)


# ---- ABS

ABS = Function(
    name="ABS",
    arguments=("figure",),
    example="ABS(支出.合计 - 收入.合计)",
    description="绝对值",
    evaluate=lambda run, arguments: abs(run.quantity(arguments[0])),
    sure=always,
    translate=lambda run, arguments: absolute(run.figure(arguments[0])),
    say=lambda words, arguments: f"{words.part(arguments[0])}的绝对值",
    slack=lambda surveyor, arguments: surveyor.slack(arguments[0]).depending,
)
