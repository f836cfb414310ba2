"""Which cells could be wrong: the smallest sets of cells whose change satisfies every equation.

Error localisation after Fellegi and Holt, by search: all single cells, then all pairs, then one cell after
the other. An equation with rounded figures leaves a change some room, so a change is an interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

import msgspec

from jixiao.checks.diagnosis.network import Edge, Network
from jixiao.model.fact import ZERO

MOST_TRIED = 1500  # first cells of pairs; a workbook with many errors must answer at once
MOST_PAIRS = 400
PRECISE = 20  # gaps so many times as large as what rounding leaves open are not equal by chance

NOTHING: Mapping[int, Decimal] = MappingProxyType({})

TELLING = 3  # digits of a gap that does not recur by chance

Gaps = Mapping[int, Decimal]  # position of an equation -> its gap, where it is no longer the original one


class Change(msgspec.Struct, frozen=True):
    """A cell and by how much it would have to change: anything between low and high."""

    cell: int
    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2


class Search:
    """Looks for changes that satisfy the equations of a network."""

    def __init__(self, network: Network, room: Decimal) -> None:
        self.network = network
        self.room = ZERO if network.exact else room  # half a unit of the last place typed

    def groups(self, broken: Iterable[int] | None = None) -> list[tuple[int, ...]]:
        """Broken equations, all or those given; those that share cells together."""
        groups: list[tuple[set[int], set[int]]] = []
        for position in self.network.broken if broken is None else broken:
            cells, positions = set(self.cells(position)), {position}
            for group in [group for group in groups if group[0] & cells]:
                groups.remove(group)
                cells |= group[0]
                positions |= group[1]
            groups.append((cells, positions))
        return sorted(tuple(sorted(positions)) for _, positions in groups)

    def same_gap(self, positions: Iterable[int], precise: int = PRECISE) -> bool:
        """True if these equations are all out by one amount, within rounding that is small against it.

        Each further equation makes a coincidence less likely, so rounding may be the larger against it.
        """
        edges = [edge for position in positions if (edge := self.network.edge(position)) is not None]
        gaps = sorted(abs(edge.gap) for edge in edges)
        room = ZERO if self.network.exact else sum(sorted(edge.tolerance for edge in edges)[-2:], ZERO)
        power = max(1, len(gaps) - 1)
        return gaps[-1] - gaps[0] <= room and gaps[0] ** power > precise * room**power

    def telling_gap(self, positions: Iterable[int]) -> bool:
        """True if they are out by one amount that is no round figure, such as slips of a digit leave."""
        edge = self.network.edge(next(iter(positions)))
        assert edge is not None
        return (
            self.same_gap(positions, 2 * PRECISE) and len(edge.gap.normalize().as_tuple().digits) >= TELLING
        )

    def room_of(self, edge: Edge) -> Decimal:
        """What rounding leaves open in an equation."""
        return ZERO if self.network.exact else edge.tolerance + self.room

    def cells(self, position: int) -> Mapping[int, Decimal]:
        edge = self.network.edge(position)
        assert edge is not None
        return edge.factors

    def singles(self, broken: Iterable[int], gaps: Gaps | None = None) -> list[Change]:
        """All cells whose change alone satisfies the `broken` equations and breaks none."""
        edges = sorted((self.cells(position) for position in broken), key=len)
        common = [cell for cell in edges[0] if all(cell in edge for edge in edges[1:])]
        changes = (self.change(cell, gaps or {}) for cell in common)
        return [change for change in changes if change is not None]

    def change(self, cell: int, gaps: Gaps) -> Change | None:
        """The change of one cell that satisfies every equation it takes part in, if there is one."""
        low, high = None, None
        for position in self.network.around(cell):
            one, other = self._ends(position, cell, gaps)
            low = one if low is None else max(low, one)
            high = other if high is None else min(high, other)
            if low > high:
                return None
        if low is None or high is None or low <= ZERO <= high:
            return None
        return Change(cell, low, high)

    def _ends(self, position: int, cell: int, gaps: Gaps) -> tuple[Decimal, Decimal]:
        edge = self.network.edge(position)
        assert edge is not None
        gap, factor = gaps.get(position, edge.gap), edge.factors[cell]
        if self.network.exact:
            return -gap / factor, -gap / factor
        room = self.room_of(edge)
        one, other = (-gap - room) / factor, (-gap + room) / factor
        return (one, other) if one <= other else (other, one)

    def asked(self, position: int, cell: int) -> Change:
        """The change that one equation asks of a cell."""
        return Change(cell, *self._ends(position, cell, {}))

    def gap_after(self, by: Mapping[int, Decimal], position: int) -> Decimal:
        """By how much the equation is out once these cells have changed."""
        edge = self.network.edge(position)
        assert edge is not None
        return edge.gap + sum((f * by[cell] for cell, f in edge.factors.items() if cell in by), ZERO)

    def holds_after(
        self, by: Mapping[int, Decimal], position: int, loose: Mapping[int, Decimal] = NOTHING
    ) -> bool:
        """True if the equation holds once these cells have changed; `loose` is how far each may be out."""
        room = sum((loose[cell] for cell in loose.keys() & self.cells(position).keys()), self.slack(position))
        return abs(self.gap_after(by, position)) <= room

    def slack(self, position: int) -> Decimal:
        """What rounding leaves open in the equation at that position."""
        edge = self.network.edge(position)
        assert edge is not None
        return self.room_of(edge)

    def pairs(self, broken: tuple[int, ...]) -> list[tuple[Change, Change]]:
        """Pairs of cells that satisfy the `broken` equations together, up to a bound."""
        found: dict[tuple[int, int], tuple[Change, Change]] = {}
        for number, first in enumerate(self._first_changes(broken)):
            if number == MOST_TRIED or len(found) >= MOST_PAIRS:
                break
            gaps, left = self.after(first, broken)
            for second in self.singles(left, gaps) if left else ():
                if second.cell != first.cell:
                    key = (min(first.cell, second.cell), max(first.cell, second.cell))
                    found.setdefault(key, (first, second))
        return list(found.values())

    def _first_changes(self, broken: tuple[int, ...]) -> Iterator[Change]:
        """One cell of any pair is in the shortest broken equation; one of its equations sets the amount."""
        shortest = min(broken, key=lambda position: len(self.cells(position)))
        for cell in self.cells(shortest):
            seen: list[Decimal] = []
            for position in self.network.around(cell):
                if position in broken:
                    low, high = self._ends(position, cell, {})
                    middle = (low + high) / 2
                    if not any(low <= other <= high for other in seen):
                        seen.append(middle)
                        yield Change(cell, middle, middle)

    def after(self, change: Change, broken: Iterable[int]) -> tuple[dict[int, Decimal], list[int]]:
        """The gaps as they are after a change, and the equations that are then broken."""
        gaps: dict[int, Decimal] = {}
        left = set(broken)
        for position in self.network.around(change.cell):
            edge = self.network.edge(position)
            assert edge is not None
            gaps[position] = edge.gap + edge.factors[change.cell] * change.middle
            held = abs(gaps[position]) <= self.room_of(edge)
            left.discard(position) if held else left.add(position)
        return gaps, sorted(left)

    def alone(self, broken: tuple[int, ...]) -> list[tuple[Change, tuple[int, ...]]]:
        """Cells that satisfy some of the `broken` equations and break none, with those equations."""
        cells = dict.fromkeys(cell for position in broken for cell in self.cells(position))
        found = []
        for cell in cells:
            change = self.change(cell, {})
            if change is not None:
                mended = tuple(p for p in self.network.around(cell) if p in broken)
                found.append((change, mended))
        return found
