"""Truths: IN, AND and OR join comparisons into one relation.

The outcome of AND is the worst of its members' outcomes, that of OR the best (passed, then rounding, then
inconsistent); IN(x, a, b) is OR(x = a, x = b). One member that cannot be evaluated makes the whole not
checked, whatever the others come to: Excel's AND and OR are an error then, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from jixiao.model.outcome import Outcome
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Gives,
    Phrasing,
    Surveyor,
    Translator,
    always,
)
from jixiao.relation.functions.traits import Slack
from jixiao.relation.outcomes import outcome_of
from jixiao.relation.spread import Truth
from jixiao.relation.syntax import Binary, Expression

_BEST_FIRST = (Outcome.PASSED, Outcome.ROUNDING, Outcome.INCONSISTENT)


def _equations(arguments: Arguments) -> tuple[Expression, ...]:
    value, *choices = arguments
    return tuple(Binary("=", value, choice) for choice in choices)


def _themselves(arguments: Arguments) -> tuple[Expression, ...]:
    return arguments


def _best(outcomes: Iterable[Outcome]) -> Outcome:
    return min(outcomes, key=_BEST_FIRST.index)


def _worst(outcomes: Iterable[Outcome]) -> Outcome:
    return max(outcomes, key=_BEST_FIRST.index)


def _evaluated(
    chosen: Callable[[Iterable[Outcome]], Outcome], run: Evaluator, arguments: Arguments
) -> Outcome:
    return chosen([run.outcome(member) for member in arguments])


def _among(run: Evaluator, arguments: Arguments) -> Outcome:
    """What is looked for is read once, and not again for each choice."""
    value, *choices = arguments
    wanted = run.value(value)
    return _best([outcome_of("=", wanted, run.value(choice)) for choice in choices])


def _translated(
    members: Callable[[Arguments], Arguments], excel: str, run: Translator, arguments: Arguments
) -> Truth:
    """Sharply met as its members are sharply met, and likewise with rounding allowed."""
    truths = [run.truth(member) for member in members(arguments)]
    passed, held = (",".join(getattr(truth, how) for truth in truths) for how in ("passed", "held"))
    return Truth(f"{excel}({passed})", f"{excel}({held})")


def _slack(surveyor: Surveyor, arguments: Arguments) -> Slack:
    """Each member may be out by its own rounding only."""
    return sum((surveyor.slack(argument) for argument in arguments), Slack()).depending


def _joined(word: str, words: Phrasing, arguments: Arguments) -> str:
    return word.join(words.member(argument) for argument in arguments)


def _in_said(words: Phrasing, arguments: Arguments) -> str:
    return f"{words.said(arguments[0])}为{words.choices(arguments[0], arguments[1:])}"


IN = Function(
    name="IN",
    arguments=("value", "choices"),
    repeated=True,
    gives=Gives.TRUTH,
    example="IN(LEN(功能分类.编码), 3, 5, 7)",
    description="第一个等于后面几个中的一个",
    evaluate=_among,
    sure=always,
    translate=partial(_translated, _equations, "OR"),
    say=_in_said,
    slack=_slack,
    comparisons=_equations,
)

AND = Function(
    name="AND",
    arguments=("condition", "conditions"),
    repeated=True,
    gives=Gives.TRUTH,
    example="AND(支出.合计 > 0, LEN(单位.简称) > 0)",
    description="几个条件都成立",
    evaluate=partial(_evaluated, _worst),
    sure=always,
    translate=partial(_translated, _themselves, "AND"),
    say=partial(_joined, "，并且"),
    slack=_slack,
)

OR = Function(
    name="OR",
    arguments=("condition", "conditions"),
    repeated=True,
    gives=Gives.TRUTH,
    example="OR(支出.合计 = 0, 收入.合计 > 0)",
    description="几个条件中至少一个成立",
    evaluate=partial(_evaluated, _best),
    sure=always,
    translate=partial(_translated, _themselves, "OR"),
    say=partial(_joined, "，或者"),
    slack=_slack,
    amiss="；以上各项至少应有一项成立",
)
