"""OUTLIER: how many times one figure differs from those that stand beside it.

A slipped point, a lost or a doubled digit satisfies every inequality, but beside last year's figure and the
budget it stands out. How far the others lie apart is taken off, so that figures that vary anyhow do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from jixiao.model.figures import plain, round_half_up
from jixiao.relation.functions.function import (
    Arguments,
    Evaluator,
    Function,
    Phrasing,
    ScopedPhrasing,
    Translator,
)
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.spread import Spread, grouped
from jixiao.relation.syntax import Expression

_TENTH = Decimal("0.1")


def _outlier(run: Evaluator, arguments: Arguments) -> Quantity:
    """The largest times the smallest by the square of the middle, upside down where it is the smallest.

    1 where a figure is not positive: nothing is a multiple of zero.
    """
    values = [run.quantity(argument).value for argument in arguments]
    if min(values) <= 0:
        return Quantity.exact(Decimal(1))
    share = max(values) * min(values) / Decimal(median(values)) ** 2
    return Quantity.exact(max(share, 1 / share))


def _translated(run: Translator, arguments: Arguments) -> Spread:
    figures = run.aligned([run.figure(argument) for argument in arguments])
    # MIN and MEDIAN would leave a blank cell out, which is 0
    return Spread(_formula([f"{grouped(figure.value)}+0" for figure in figures]))


def _formula(figures: Sequence[str]) -> str:
    values = ",".join(figures)
    share = f"MAX({values})*MIN({values})/MEDIAN({values})^2"
    return f"IF(MIN({values})>0,MAX({share},1/({share})),1)"


def _said(words: Phrasing, arguments: Arguments) -> str:
    return f"{words.listed(arguments)}中最突出的一个与其余相差的倍数"


def _stated(words: ScopedPhrasing, arguments: Arguments, times: Result) -> str:
    """Which one it is, and how much of a multiple."""
    assert isinstance(times, Quantity)
    farthest = arguments[_farthest([Decimal(words.text(argument)) for argument in arguments])]
    much = plain(round_half_up(times.value, _TENTH))
    return f"{words.listed(arguments)}中，{words.said(farthest)}与其余相差约{much}倍"


def _subject(run: Evaluator, arguments: Arguments) -> Expression:
    return arguments[_farthest([run.quantity(argument).value for argument in arguments])]


def _farthest(figures: Sequence[Decimal]) -> int:
    """The place of the one without which the others are nearest to each other."""
    by_size = sorted(range(len(figures)), key=figures.__getitem__)
    least, most = by_size[0], by_size[-1]
    return most if figures[most] * figures[least] > Decimal(median(figures)) ** 2 else least


OUTLIER = Function(
    name="OUTLIER",
    arguments=("figure", "figure", "figures"),  # of two that differ, neither stands out
    repeated=True,
    counts=True,
    example="OUTLIER(上年决算.水费, 本年预算.水费, 本年决算.水费)",
    description="三个以上的数中最突出的一个与其余相差多少倍（扣除其余各数之间的差距）；有不是正数的是 1",
    evaluate=_outlier,
    translate=_translated,
    say=_said,
    stated=_stated,
    subject=_subject,
    unit=lambda words, arguments: "倍",
    excel=_formula,
)
