"""The department's own workbook against the sum of its units: where they differ, and by which unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from math import sqrt

import msgspec

from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total
from jixiao.model.term import Term
from jixiao.pack.pack import Pack

ZERO = Decimal(0)
STEP = Decimal(100)  # 元: the last digit of a unit that fills in 万元
LARGEST = 5  # contributions that are shown
_DEVIATION = float(STEP) / sqrt(12)  # of one rounded figure, in 元


class Nearness(StrEnum):
    """How a difference is to be taken."""

    ROUNDING = "尾差"
    PERHAPS = "可能是尾差"
    DIFFERENT = "不平"


class Deviation(msgspec.Struct, frozen=True):
    """One term, in 元: what the department says, what its units come to, and the largest of these."""

    term: str
    own: Decimal
    summed: Decimal
    nearness: Nearness
    largest: tuple[tuple[str, Decimal], ...]
    suspected: str = ""  # a unit and what may have happened
    where: str = ""  # the term as people know it: its sheet and what it is called there

    @property
    def gap(self) -> Decimal:
        return self.own - self.summed


Explain = Callable[[Decimal], Decimal]
_SLIPS: tuple[tuple[str, Explain], ...] = (
    ("可能没有算进去", lambda value: -value),
    ("可能算了两次", lambda value: value),
    ("可能正负号反了", lambda value: -2 * value),
    ("可能把万元当成了元", lambda value: value / 10_000 - value),
    ("可能把元当成了万元", lambda value: value * 10_000 - value),
)


def differences(
    own: Total, level: SummedLevel, units: Sequence[tuple[str, Total]], pack: Pack
) -> list[Deviation]:
    """Every single figure that differs by more than nothing, the largest first. `units`: the workbooks."""
    found = [
        _difference(pack.vocabulary[term], own, level, units)
        for term in own.figures.keys() | level.total.figures.keys()
        if not pack.vocabulary[term].path
    ]
    differing = [one for one in found if one.gap]
    return sorted(
        differing, key=lambda one: (one.nearness is not Nearness.DIFFERENT, -abs(one.gap), one.term)
    )


def _difference(one: Term, own: Total, level: SummedLevel, units: Sequence[tuple[str, Total]]) -> Deviation:
    term, where = one.name, f"{one.sheet}“{one.label}”"
    said, summed = own.figures.get(term, ZERO), level.total.figures.get(term, ZERO)
    parts = [(name, total.figures[term]) for name, total in units if total.figures.get(term)]
    nearness = _nearness(said - summed, level.rounded)
    largest = tuple(sorted(parts, key=lambda part: -abs(part[1]))[:LARGEST])
    suspected = _suspected(said - summed, parts, level.rounded) if nearness is Nearness.DIFFERENT else ""
    return Deviation(term, said, summed, nearness, largest, suspected, where)


def _nearness(gap: Decimal, rounded: int) -> Nearness:
    """What rounding explains: usually four standard deviations, at most half a step for each unit.

    Where all units fill in 元 nothing is rounded.
    """
    if not rounded:
        return Nearness.DIFFERENT if gap else Nearness.ROUNDING
    usual = 4 * _DEVIATION * sqrt(rounded) + float(STEP) / 2
    most = STEP / 2 * (rounded + 1)
    if abs(float(gap)) <= usual:
        return Nearness.ROUNDING
    return Nearness.PERHAPS if abs(gap) <= most else Nearness.DIFFERENT


def _suspected(gap: Decimal, parts: Sequence[tuple[str, Decimal]], rounded: int) -> str:
    """The one unit whose figure explains the gap; of several nobody is accused."""
    near = STEP / 2 if rounded else ZERO
    found = [
        f"“{name}”{what}" for what, slip in _SLIPS for name, value in parts if abs(slip(value) - gap) <= near
    ]
    return found[0] if len(found) == 1 else ""


def proof(
    level: SummedLevel, units: Sequence[tuple[str, Total]], terms: Mapping[str, Term]
) -> Iterator[tuple[Term, Decimal, Decimal, Decimal]]:
    """For every figure: all units added up anew, what was taken out, and what stands in the sum.

    The first is the other two together, or something was lost.
    """
    taken: dict[str, Decimal] = {}
    for one in (one for below in level.walk() for one in below.eliminated):
        for term in one.terms:
            taken[term] = taken.get(term, ZERO) + one.taken
    for term in (term for term in terms if any(term in total.figures for _, total in units)):
        whole = sum((total.figures.get(term, ZERO) for _, total in units), ZERO)
        yield terms[term], whole, taken.get(term, ZERO), level.total.figures.get(term, ZERO)
