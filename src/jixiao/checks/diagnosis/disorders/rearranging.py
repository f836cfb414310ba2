"""Figures that stand in the wrong cells: what holds when each is put where it belongs.

Nothing is typed wrong then, so no cell can be blamed alone. A hypothesis says for each of many cells what it
should show; it must satisfy equations that are broken and break none that holds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from enum import Enum

import msgspec

from jixiao.checks.diagnosis.disorders.sheet_grid import row_of
from jixiao.checks.diagnosis.localisation import Search
from jixiao.model.fact import Fact


class Disorder(Enum):
    """How the figures got into the wrong cells."""

    COLUMNS = "columns"  # two columns were exchanged
    SPAN = "span"  # lines of two columns that follow each other
    ROWS = "rows"  # two rows were exchanged
    DOWN = "down"  # from a row on, each figure stands one row too low
    UP = "up"


class Rearrangement(msgspec.Struct, frozen=True):
    """What each cell would have to show; `lost` are cells whose own figures are nowhere any more."""

    disorder: Disorder
    figures: tuple[tuple[Fact, Decimal], ...]
    lost: tuple[Fact, ...] = ()
    gap: bool = False  # of figures that stand too low: the row that they have left is blank

    @property
    def slid(self) -> bool:
        return self.disorder in (Disorder.DOWN, Disorder.UP)

    @property
    def of_blanks(self) -> bool:
        """True if figures stand in one row and should stand in another, which is blank; a typed 0 is not."""
        half = len(self.figures) // 2
        parts = [[fact for fact, _ in part] for part in (self.figures[:half], self.figures[half:])]
        return self.disorder is Disorder.ROWS and not all(
            any(f.number or (f.filled and half == 1) for f in part) for part in parts
        )


class Settled(msgspec.Struct, frozen=True):
    """The broken equations that a rearrangement satisfies, and by how much its cells change."""

    rearrangement: Rearrangement
    positions: tuple[int, ...]
    by: Mapping[int, Decimal]
    left: int = 0  # equations of its cells that stay broken
    since: int = (
        0  # of figures that have slid: the first row from which that may be, as far as equations tell
    )

    @property
    def first(self) -> Fact:
        """The uppermost cell that changes."""
        return min((fact for fact, _ in self.rearrangement.figures if id(fact) in self.by), key=row_of)

    @property
    def told(self) -> int:
        """How many equations were needed to tell the lost figures: these prove nothing."""
        return sum(id(fact) in self.by for fact in self.rearrangement.lost)


def tried(rearrangement: Rearrangement, broken: tuple[int, ...], search: Search) -> Settled | None:
    """What the rearrangement settles; None if it breaks an equation that holds, or settles nothing."""
    lost = {id(fact) for fact in rearrangement.lost}
    moved = ((fact, figure - fact.number) for fact, figure in rearrangement.figures if id(fact) not in lost)
    by = {id(fact): change for fact, change in moved if change}
    loose: dict[int, Decimal] = {}  # how far a lost figure may be out, being told by one equation
    while lost and (found := _found(lost, by, broken, search)):
        cell, position = found
        change, loose[cell] = (
            -search.gap_after(by, position) / search.cells(position)[cell],
            search.slack(position),
        )
        if abs(change) > loose[cell]:
            by[cell] = change
        lost.discard(cell)
    around = {position for cell in by for position in search.network.around(cell)}
    touched = [position for position in broken if position in around]
    settled = tuple(position for position in touched if search.holds_after(by, position, loose))
    if not settled or _breaks(by, broken, loose, search):
        return None
    return Settled(rearrangement, settled, by, len(touched) - len(settled))


def _found(
    lost: Collection[int], by: Mapping[int, Decimal], broken: tuple[int, ...], search: Search
) -> tuple[int, int] | None:
    """A lost figure and an equation that has no other, first a broken one; all others must then agree."""
    around = dict.fromkeys(position for cell in lost for position in search.network.around(cell))
    for position in (*(p for p in broken if p in around), *around):
        cells = [cell for cell in lost if cell in search.cells(position)]
        if len(cells) == 1:
            return cells[0], position
    return None


def _breaks(
    by: Mapping[int, Decimal], broken: tuple[int, ...], loose: Mapping[int, Decimal], search: Search
) -> bool:
    """True if an equation that holds would not."""
    seen = set(broken)
    for cell in by:
        for position in search.network.around(cell):
            if position not in seen:
                seen.add(position)
                if not search.holds_after(by, position, loose):
                    return True
    return False
