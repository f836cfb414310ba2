"""Ruled lines -> the grids that they make, and the cells of each: a cell grows while no rule divides it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from jixiao.documents.document import Merge
from jixiao.documents.pdf.rules import NEAR, RuledLine, Rules, clustered, nearest

MOST_FIELDS = 200_000  # of a grid


class RuledGrid(msgspec.Struct, frozen=True):
    """`xs`, `ys`: where rules are. `cells`: each field (row, column), from 1 -> the cell that has it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], Merge]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def cell_at(self, x: float, y: float) -> Merge | None:
        """The cell in which a point lies."""
        return self.cells.get((bisect_right(self.ys, y), bisect_right(self.xs, x)))


def grids_of(rules: Rules) -> list[RuledGrid]:
    """The grids of a page, from top to bottom; a frame around something is none."""
    found = (_grid(group) for group in _touching(rules))
    return sorted((grid for grid in found if grid is not None), key=lambda grid: grid.top)


def _touching(rules: Rules) -> Iterator[Rules]:
    """Rules that reach each other, directly or by others."""
    waiting = set(rules.vertical)
    todo = set(rules.horizontal)
    while todo:
        horizontal, vertical, new = set[RuledLine](), set[RuledLine](), {todo.pop()}
        while new:
            horizontal |= new
            crossing = {rule for rule in waiting if any(_cross(one, rule) for one in new)}
            waiting -= crossing
            vertical |= crossing
            new = {rule for rule in todo if any(_cross(rule, one) for one in crossing)}
            todo -= new
        yield Rules(tuple(sorted(horizontal)), tuple(sorted(vertical)))


def _cross(horizontal: RuledLine, vertical: RuledLine) -> bool:
    return (
        horizontal.start - NEAR <= vertical.at <= horizontal.end + NEAR
        and vertical.start - NEAR <= horizontal.at <= vertical.end + NEAR
    )


def _grid(rules: Rules) -> RuledGrid | None:
    """The grid of rules that touch; a side without a rule is where the others end."""
    horizontal, vertical = rules
    if not vertical:
        return None
    xs = _places([rule.at for rule in vertical], horizontal)
    ys = _places([rule.at for rule in horizontal], vertical)
    fields = (len(xs) - 1) * (len(ys) - 1)
    if not 1 < fields <= MOST_FIELDS:
        return None
    return RuledGrid(tuple(xs), tuple(ys), _Fields(xs, ys, rules).cells())


def _places(own: list[float], across: tuple[RuledLine, ...]) -> list[float]:
    ends = [min(rule.start for rule in across), max(rule.end for rule in across)]
    inner = clustered(own)
    return [
        *([ends[0]] if ends[0] < inner[0] - NEAR else []),
        *inner,
        *([ends[1]] if ends[1] > inner[-1] + NEAR else []),
    ]


class _Fields:
    """The smallest fields between rules; which of them a rule divides from the next."""

    def __init__(self, xs: list[float], ys: list[float], rules: Rules) -> None:
        self.rows, self.columns = len(ys) - 1, len(xs) - 1
        self.below = _divided(ys, xs, rules.horizontal)
        self.beside = {(row, column) for column, row in _divided(xs, ys, rules.vertical)}

    def cells(self) -> dict[tuple[int, int], Merge]:
        taken: dict[tuple[int, int], Merge] = {}
        for row in range(1, self.rows + 1):
            for column in range(1, self.columns + 1):
                if (row, column) not in taken:
                    cell = self._grown(row, column, taken)
                    taken |= {
                        (r, c): cell
                        for r in range(row, cell.bottom + 1)
                        for c in range(column, cell.right + 1)
                    }
        return taken

    def _grown(self, row: int, column: int, taken: dict[tuple[int, int], Merge]) -> Merge:
        """To the right, then downwards, as far as nothing divides it."""
        right, bottom = column, row
        while right < self.columns and (row, right) not in self.beside and (row, right + 1) not in taken:
            right += 1
        while bottom < self.rows and self._goes_on(bottom, column, right, taken):
            bottom += 1
        return Merge(row, column, bottom, right)

    def _goes_on(self, row: int, left: int, right: int, taken: dict[tuple[int, int], Merge]) -> bool:
        columns = range(left, right + 1)
        return not any((row, c) in self.below or (row + 1, c) in taken for c in columns) and not any(
            (row + 1, c) in self.beside for c in columns[:-1]
        )


def _divided(places: list[float], across: list[float], rules: tuple[RuledLine, ...]) -> set[tuple[int, int]]:
    """(n, field): the rule behind the n-th row or column passes that field."""
    middles = [(near + far) / 2 for near, far in pairwise(across)]
    divided: set[tuple[int, int]] = set()
    for rule in rules:
        behind = nearest(places, rule.at)
        first, last = bisect_left(middles, rule.start), bisect_right(middles, rule.end)
        divided.update((behind, field) for field in range(first + 1, last + 1))
    return divided
