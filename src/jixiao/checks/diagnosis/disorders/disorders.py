"""Broken equations -> the rearrangement of figures that explains most of them, if there is one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import islice

from msgspec.structs import replace

from jixiao.checks.diagnosis.appraisal import Appraisal
from jixiao.checks.diagnosis.disorders.exchanged import Interval, exchanges, merged
from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement, Settled, tried
from jixiao.checks.diagnosis.disorders.sheet_grid import SheetGrid, row_of
from jixiao.checks.diagnosis.disorders.slid_rows import slides
from jixiao.checks.diagnosis.localisation import PRECISE, Search
from jixiao.checks.diagnosis.network import Edge

FEWEST_SLID = 2  # equations besides those that tell the lost figures: fewer are explained by fewer cells
MOST_WORK = 10_000_000  # figures moved by equations broken; one slide in the largest table takes fewer
_LEFT = 5  # for each equation that stays broken, so many must be settled


class Disorders:
    """Looks for figures that stand in the wrong cells of one workbook."""

    def __init__(self, search: Search, appraisal: Appraisal) -> None:
        self.search = search
        self.grid = SheetGrid(search.network.roots, appraisal.vocabulary)

    def best(self, broken: tuple[int, ...]) -> tuple[Settled, ...]:
        """The rearrangement that settles most, of these one that leaves a gap, or that moves fewest figures.

        With it comes another that settles the same: of two tables with the same rows, either may be wrong.
        """
        outcomes = (tried(way, broken, self.search) for way in self._affordable(broken))
        found = [one for one in outcomes if one is not None and self._is_sound(one)]
        found.sort(key=lambda one: (one.left - len(one.positions), not one.rearrangement.gap, len(one.by)))
        if not found:
            return ()
        first = found[0]
        alike = [first] if first.rearrangement.gap else [one for one in found if _as_good(one, first)]
        since = min(row_of(one.first) for one in alike)
        rivals = (one for one in found[1:] if _elsewhere(one, first))
        return replace(first, since=since), *islice(rivals, 1)

    def _affordable(self, broken: tuple[int, ...]) -> Iterator[Rearrangement]:
        """As many ways as there is time for: what takes long is many figures, held to many equations."""
        left = MOST_WORK // max(1, len(broken))
        for way in self._ways(broken):
            left -= len(way.figures)
            if left < 0:
                return
            yield way

    def _ways(self, broken: tuple[int, ...]) -> Iterator[Rearrangement]:
        edges = self._edges(broken)
        cells = dict.fromkeys(cell for edge in edges for cell in edge.factors)
        gaps = merged(_around(abs(edge.gap), self.search.room_of(edge)) for edge in edges)
        yield from exchanges([self.search.network.facts[cell] for cell in cells], gaps, self.grid)
        if len(broken) > FEWEST_SLID:
            yield from slides(cells, self.grid)

    def _edges(self, positions: Collection[int]) -> list[Edge]:
        found = (self.search.network.edge(position) for position in positions)
        return [edge for edge in found if edge is not None]

    def _is_sound(self, settled: Settled) -> bool:
        """False for what could be chance: most must be settled, and one gap must be more than rounding."""
        edges = self._edges(settled.positions)
        telling = any(abs(edge.gap) > PRECISE * self.search.room_of(edge) for edge in edges)
        way = settled.rearrangement
        alone = not (way.slid or way.of_blanks or way.disorder is Disorder.SPAN)
        enough = max(_LEFT * settled.left, 1 if alone else FEWEST_SLID)
        return telling and len(settled.positions) - settled.told >= enough


def _as_good(one: Settled, best: Settled) -> bool:
    """True if the same figures slid the same way and settle the same, from whatever row on."""
    columns = {fact.term for fact, _ in one.rearrangement.figures}
    return (
        one.rearrangement.disorder is best.rearrangement.disorder
        and columns == {fact.term for fact, _ in best.rearrangement.figures}
        and (one.positions, one.left) == (best.positions, best.left)
    )


def _elsewhere(one: Settled, best: Settled) -> bool:
    """True if other figures were moved, and just the same is settled."""
    same = (one.positions, one.left) == (best.positions, best.left)
    return same and one.by.keys().isdisjoint(best.by)


def _around(gap: Decimal, room: Decimal) -> Interval:
    return gap - room, gap + room
