"""Figures that stand in the wrong cells: what holds when each is put where it belongs.

Nothing is typed wrong then, so no cell can be blamed alone. A hypothesis says for each of many cells what it
should show; it must satisfy equations that are broken and break none that holds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from enum import Enum

import msgspec

from jixiao.checks.localisation import Search
from jixiao.checks.network import Edge
from jixiao.model.fact import ZERO, Fact


class Disorder(Enum):
    """How the figures got into the wrong cells."""

    COLUMNS = "columns"  # two columns were exchanged
    ROWS = "rows"  # two rows were exchanged
    DOWN = "down"  # from a row on, each figure stands one row too low
    UP = "up"


class Rearrangement(msgspec.Struct, frozen=True):
    """What each cell would have to show; `lost` are cells whose own figures are nowhere any more."""

    disorder: Disorder
    figures: tuple[tuple[Fact, Decimal], ...]
    lost: tuple[Fact, ...] = ()

    @property
    def slid(self) -> bool:
        return self.disorder in (Disorder.DOWN, Disorder.UP)


class Settled(msgspec.Struct, frozen=True):
    """The broken equations that a rearrangement satisfies, and by how much its cells change."""

    rearrangement: Rearrangement
    positions: tuple[int, ...]
    by: Mapping[int, Decimal]
    left: int = 0  # equations of its cells that stay broken

    @property
    def told(self) -> int:
        """How many equations were needed to tell the lost figures: these prove nothing."""
        return sum(id(fact) in self.by for fact in self.rearrangement.lost)


def tried(rearrangement: Rearrangement, broken: Collection[int], search: Search) -> Settled | None:
    """What the rearrangement settles; None if it breaks an equation that holds, or settles nothing."""
    lost = {id(fact) for fact in rearrangement.lost}
    moved = ((fact, figure - fact.number) for fact, figure in rearrangement.figures if id(fact) not in lost)
    by = {id(fact): change for fact, change in moved if change}
    while lost and (found := _found(lost, by, broken, search)):
        by[found[0]] = found[1]
        lost.discard(found[0])
    settled, left = [], 0
    for position in dict.fromkeys(position for cell in by for position in search.network.around(cell)):
        holds = search.holds_after(by, position)
        if not holds and position not in broken:
            return None
        if holds and position in broken:
            settled.append(position)
        left += not holds
    return Settled(rearrangement, tuple(sorted(settled)), by, left) if settled else None


def _found(
    lost: Collection[int], by: Mapping[int, Decimal], broken: Collection[int], search: Search
) -> tuple[int, Decimal] | None:
    """One of the lost figures, from an equation that has no other; further equations must then agree."""
    for cell in lost:
        for position in search.network.around(cell):
            edge = search.network.edge(position)
            if (
                edge is not None
                and position in broken
                and not any(c in edge.factors for c in lost if c != cell)
            ):
                return cell, -_gap(edge, by) / edge.factors[cell]
    return None


def _gap(edge: Edge, by: Mapping[int, Decimal]) -> Decimal:
    return edge.gap + sum((factor * by[cell] for cell, factor in edge.factors.items() if cell in by), ZERO)
