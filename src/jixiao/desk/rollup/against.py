"""The department's own workbook against the sum of its units: where they differ, and by which unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from math import sqrt

import msgspec

from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total
from jixiao.desk.rollup.transfers import unknown_budgets
from jixiao.model.fact import Kind
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
    """One term, amounts in 元: what the department says, what its units come to, and the largest of these."""

    term: str
    own: Decimal
    summed: Decimal
    nearness: Nearness
    largest: tuple[tuple[str, Decimal], ...]
    suspected: str = ""  # a unit and what may have happened
    where: str = ""  # the term as people know it: its sheet and what it is called there
    amount: bool = True  # not a number of heads

    @property
    def gap(self) -> Decimal:
        return self.own - self.summed

    def said(self, value: Decimal) -> str:
        """A figure of its kind."""
        return f"{value:,.2f}" if self.amount else f"{value:,f}"


_NOT_TAKEN = "单位汇总的预算数没有扣除内部往来"

Explain = Callable[[Decimal], Decimal]
_SLIPS: tuple[tuple[str, Explain], ...] = (
    ("可能没有算进去", lambda value: -value),
    ("可能算了两次", lambda value: value),
    ("可能正负号反了", lambda value: -2 * value),
    ("可能把万元当成了元", lambda value: value / 10_000 - value),
    ("可能把元当成了万元", lambda value: value * 10_000 - value),
)


def differences(
    own: Total, level: SummedLevel, units: Iterable[tuple[str, Total]], pack: Pack
) -> list[Deviation]:
    """Every single figure that differs by more than nothing, the largest first. `units`: the workbooks."""
    found = {
        term: _Parts(
            own.figures.get(term, ZERO),
            level.total.figures.get(term, ZERO),
            level.rounded if pack.vocabulary[term].kind is Kind.AMOUNT else 0,
        )
        for term in own.figures.keys() | level.total.figures.keys()
        if not pack.vocabulary[term].path and term not in _of_sums(pack)
    }
    differing = {term: parts for term, parts in found.items() if parts.gap}
    for name, total in units if differing else ():
        for term, parts in differing.items():
            if value := total.figures.get(term):
                parts.add(name, value)
    unknown = unknown_budgets(level, pack.form.transfers)
    return sorted(
        (
            parts.deviation(pack.vocabulary[term], _NOT_TAKEN if term in unknown else "")
            for term, parts in differing.items()
        ),
        key=lambda one: (one.nearness is not Nearness.DIFFERENT, -abs(one.gap), one.term),
    )


class _Parts:
    """What units contribute to a figure that differs, as they come: the largest, and who explains the gap."""

    def __init__(self, own: Decimal, summed: Decimal, rounded: int) -> None:
        self._own, self._summed = own, summed
        self.gap = own - summed
        self._nearness = _nearness(self.gap, rounded)
        self._near = STEP / 2 if rounded else ZERO
        self._largest: list[tuple[str, Decimal]] = []
        self._suspects: list[str] = []

    def add(self, name: str, value: Decimal) -> None:
        if len(self._largest) < LARGEST or abs(value) > abs(self._largest[-1][1]):
            several = [*self._largest, (name, value)]
            self._largest = sorted(several, key=lambda part: -abs(part[1]))[:LARGEST]
        if self._nearness is Nearness.DIFFERENT and len(self._suspects) < 2:
            off, what = min((abs(slip(value) - self.gap), what) for what, slip in _SLIPS)
            if off <= self._near:
                self._suspects.append(f"“{name}”{what}")

    def deviation(self, term: Term, known: str = "") -> Deviation:
        """The one unit whose figure explains the gap is named; of several nobody is accused.

        `known`: why the two cannot be the same.
        """
        suspected = known or (self._suspects[0] if len(self._suspects) == 1 else "")
        where, largest = f"{term.sheet}“{term.label}”", tuple(self._largest)
        figures, money = (self._own, self._summed), term.kind is Kind.AMOUNT
        return Deviation(term.name, *figures, self._nearness, largest, suspected, where, money)


def _of_sums(pack: Pack) -> tuple[str, ...]:
    """What only the workbook of a sum says."""
    return pack.form.transfers.terms if pack.form.transfers else ()


def _nearness(gap: Decimal, rounded: int) -> Nearness:
    """What rounding explains: usually four standard deviations, at most half a step for each unit.

    Where all units fill in 元 nothing is rounded, and heads never are.
    """
    if not rounded:
        return Nearness.DIFFERENT if gap else Nearness.ROUNDING
    usual = 4 * _DEVIATION * sqrt(rounded) + float(STEP) / 2
    most = STEP / 2 * (rounded + 1)
    if abs(float(gap)) <= usual:
        return Nearness.ROUNDING
    return Nearness.PERHAPS if abs(gap) <= most else Nearness.DIFFERENT


def proof(
    level: SummedLevel, units: Iterable[tuple[str, Total]], terms: Mapping[str, Term]
) -> Iterator[tuple[Term, Decimal, Decimal, Decimal]]:
    """For every figure: all units added up anew, what was taken out, and what stands in the sum.

    The first is the other two together, or something was lost.
    """
    taken: dict[str, Decimal] = {}
    for one in (one for below in level.walk() for one in below.eliminated):
        for term in one.terms:
            taken[term] = taken.get(term, ZERO) + one.taken
    wholes: dict[str, Decimal] = {}
    for _, total in units:
        for term, value in total.figures.items():
            wholes[term] = wholes.get(term, ZERO) + value
    for term, whole in ((term, wholes[term]) for term in terms if term in wholes):
        yield terms[term], whole, taken.get(term, ZERO), level.total.figures.get(term, ZERO)
