"""A change of a cell -> the figure it would have to be, how it went wrong, and how surprising that is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

import msgspec

from jixiao.checks.diagnosis.localisation import Change
from jixiao.checks.diagnosis.network import Edge, Network
from jixiao.checks.diagnosis.slips import FEWEST_DIGITS, Slip, SlipKind, freedom, surprise_of, typing_slip
from jixiao.checks.diagnosis.surroundings import Surroundings, beside
from jixiao.checks.unit import Unit
from jixiao.model.fact import ZERO, Fact, Kind, State
from jixiao.model.figures import WIDE
from jixiao.model.term import Vocabulary

CELL = 25  # that this cell of some three hundred is the wrong one, in decibans
BROKEN_LIMIT = 6  # an inequality that the change would break
IMPOSSIBLE = 60  # a negative figure stands where there can be none: something is wrong with this cell
BARE_ROW = 12  # a row with a name and no figure
HALF_A_LINE = 6  # a printed line that has other figures
TYPED_ZERO = 8  # somebody wrote that there is nothing
LIKE_THE_LINE = 8  # a figure of the size that last year's or the budget has beside it
ODD_PLACES = 10  # more decimals than the other figures have
BACKWARDS = 6  # copied from below or from the right
MOST_OFFSETS = 4  # last places around the middle of what rounding leaves open
_CENT = Decimal("0.01")


class CorrectedCell(msgspec.Struct, frozen=True):
    """A cell with the figure that it would have to be (in 元), and the slip that explains it."""

    fact: Fact
    needed: Decimal
    slip: Slip
    surprise: int
    source: Fact | None = None  # what was copied
    rounded: bool = False  # the figure is known only within rounding

    @property
    def explained(self) -> bool:
        return self.slip.kind is not SlipKind.OTHER


class Appraisal:
    """Appraises changes of the cells of one workbook."""

    def __init__(self, network: Network, unit: Unit) -> None:
        self.network = network
        self.unit = unit
        self.around = Surroundings(network.roots, self.vocabulary)
        self.known: dict[Change, CorrectedCell | None] = {}

    def of(self, change: Change) -> CorrectedCell | None:
        """The likeliest way in which the change comes about; None if the cell cannot hold any such figure."""
        if change not in self.known:
            self.known[change] = min(self._ways(change), key=lambda mended: mended.surprise, default=None)
        return self.known[change]

    def stale(self, change: Change) -> CorrectedCell:
        """A total that was right before a part of it was changed."""
        fact = self.network.facts[change.cell]
        scale = self.unit.factor if fact.kind is Kind.AMOUNT else Decimal(1)
        loose = freedom(change.middle / scale, self.step(fact) / scale)
        slip = Slip(SlipKind.STALE, surprise_of(SlipKind.STALE) + loose)
        return CorrectedCell(fact, fact.number + change.middle, slip, 0, rounded=not self.network.exact)

    def misplaced(self, fact: Fact, by: Decimal) -> CorrectedCell:
        """A cell that shows the figure of another row or column."""
        slip = Slip(SlipKind.MISPLACED, surprise_of(SlipKind.MISPLACED))
        return CorrectedCell(fact, fact.number + by, slip, 0)

    def _ways(self, change: Change) -> Iterator[CorrectedCell]:
        fact = self.network.facts[change.cell]
        if fact.term in self.network.fixed or self._declined(fact):
            return
        step, low = self.step(fact), self.vocabulary[fact.term].low
        copied = self._copied(change.cell, fact)
        rounded = change.high - change.low >= step
        for offset, needed in self._needed(fact, change, step):
            if (low is None or needed >= low) and (needed or self._may_be_surplus(change.cell, fact)):
                slip = self._slip(fact, needed, step, copied)
                surprise = (
                    CELL + slip.surprise + offset + self._circumstances(change.cell, fact, needed, step)
                )
                source = copied[0] if copied and slip.kind is SlipKind.COPIED else None
                yield CorrectedCell(fact, needed, slip, surprise, source, rounded)

    def _declined(self, fact: Fact) -> bool:
        """True of a blank that the unit itself says is none; of optional columns only the form says so."""
        return fact.state in (State.DECLINED, State.ABSENT) and not self.vocabulary[fact.term].optional

    def _may_be_surplus(self, cell: int, fact: Fact) -> bool:
        """False where somebody wrote what the figure is for, or what it should agree with is still blank."""
        if not fact.number:
            return True
        around = (self.network.edge(p) for p in self.network.around(cell) if not self.network.holds(p))
        return not self.around.is_named(fact) and not any(
            self._awaited(cell, edge) for edge in around if edge
        )

    def _awaited(self, cell: int, edge: Edge) -> bool:
        """True if the other side of the equation has no figure, and not because it was typed as nothing.

        A sum of rows that nobody has filled in yet has no cell at all.
        """
        above = edge.factors[cell] > 0
        others = [self.network.facts[other] for other, f in edge.factors.items() if (f > 0) is not above]
        return not any(o.number for o in others) and (
            not others or any(o.state is State.BLANK for o in others)
        )

    @property
    def vocabulary(self) -> Vocabulary:
        return self.network.verdicts[0].scope.vocabulary

    def step(self, fact: Fact) -> Decimal:
        """The last place in which the workbook gives such figures, in 元 or as a number."""
        return _CENT * self.unit.factor if fact.kind is Kind.AMOUNT else Decimal(1)

    def _needed(self, fact: Fact, change: Change, step: Decimal) -> Iterator[tuple[int, Decimal]]:
        """Figures of the workbook's precision, nearest first, with the surprise of their distance."""
        middle = fact.number + change.middle
        if change.low == change.high:
            yield 0, middle
            return
        nearest = (middle / step).quantize(Decimal(1), ROUND_HALF_EVEN, WIDE) * step
        low, high = fact.number + change.low, fact.number + change.high
        for distance in range(MOST_OFFSETS + 1):
            for needed in {nearest - distance * step, nearest + distance * step}:
                if low <= needed <= high or distance == 0:
                    yield 2 * distance * distance, needed

    def _slip(self, fact: Fact, needed: Decimal, step: Decimal, copied: tuple[Fact, int] | None) -> Slip:
        scale = self.unit.factor if fact.kind is Kind.AMOUNT else Decimal(1)
        stated, meant, place = fact.number / scale, needed / scale, step / scale
        loose = freedom(meant - stated, place)
        if not stated:
            bare = BARE_ROW if self.around.row_is_bare(fact) else HALF_A_LINE * self.around.has_company(fact)
            meant_so = TYPED_ZERO if fact.filled else 0
            return Slip(SlipKind.BLANK, surprise_of(SlipKind.BLANK) + loose - bare + meant_so)
        if not meant:
            return Slip(SlipKind.SURPLUS, surprise_of(SlipKind.SURPLUS))
        found = [Slip(SlipKind.OTHER, surprise_of(SlipKind.OTHER) + loose)]
        rounded_off = (
            (fact.quantum or step) / scale if fact.kind is Kind.AMOUNT else ZERO
        )  # nobody rounds heads
        typed = typing_slip(meant, stated, place, rounded_off)
        found += [typed] if typed else []
        found += [Slip(SlipKind.COPIED, surprise_of(SlipKind.COPIED, 2) + copied[1])] if copied else []
        return min(found, key=lambda slip: slip.surprise)

    def _circumstances(self, cell: int, fact: Fact, needed: Decimal, step: Decimal) -> int:
        """What else speaks against the change, or for something being wrong with the cell."""
        low = self.vocabulary[fact.term].low
        surprise = BROKEN_LIMIT * self._limits_broken(cell, needed - fact.number)
        if low is not None and fact.number < low:
            surprise -= IMPOSSIBLE
        if fact.quantum and fact.quantum < step:
            surprise -= ODD_PLACES
        closer = self.around.is_like_its_line(fact, needed) - self.around.is_like_its_line(fact, fact.number)
        return surprise - LIKE_THE_LINE * closer

    def _limits_broken(self, cell: int, by: Decimal) -> int:
        """How many more inequalities are broken after the change than before."""
        broken = 0
        for limit in self.network.limits:
            if cell in limit.factors:
                after = limit.gap + by * limit.factors[cell]
                broken += (limit.sign * after > limit.tolerance) - (limit.sign * limit.gap > limit.tolerance)
        return broken

    def _copied(self, cell: int, fact: Fact) -> tuple[Fact, int] | None:
        """The cell beside this one that shows the same figure, unless the two must be equal anyway.

        People work down and to the right, so a figure was rather taken from above or from the left.
        """
        digits = len(fact.number.normalize().as_tuple().digits)
        if fact.place is None or not fact.number or digits < FEWEST_DIGITS:
            return None
        for number, address in enumerate(beside(fact.place)):
            other = self.around.facts_by_place.get(address)
            if other is None or other.number != fact.number or self._same(cell, id(other)):
                continue
            if not self.around.often_equal(fact, other):
                return other, 0 if number < 2 else BACKWARDS
        return None

    def _same(self, cell: int, other: int) -> bool:
        """True if an equation makes the two equal: a total and its only part."""
        for position in self.network.around(cell):
            edge = self.network.edge(position)
            if edge and other in edge.factors and edge.factors[cell] * edge.factors[other] < ZERO:
                rest = (key for key in edge.factors if key not in (cell, other))
                if not any(self.network.facts[key].number for key in rest):
                    return True
        return False
