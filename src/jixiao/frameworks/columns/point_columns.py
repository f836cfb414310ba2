"""四级指标 that are no indicators: points of the 三级指标, which carries the weight and the standard."""

from __future__ import annotations

import re

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.header_words import role_of
from jixiao.frameworks.wording.names import printed_name, weight_of

_SAYS_POINTS = re.compile(r"要点|评分点|考核点|观测点|评价点")
_FORMULA = re.compile(r"[÷/／]|[×*xX]100[%％]")
_DEEPEST_NAMED = 4  # levels of a table in which the last may hold points


class _Below(msgspec.Struct, frozen=True):
    """The cells below a header, seen by those of the last level, the one above it and the weights."""

    table: SourceTable
    last: int
    above: int
    weights: tuple[int, ...]
    first_row: int

    def begins(self, row: int, column: int) -> str:
        """The text of a cell that begins here."""
        merge = self.table.merge(row, column)
        if merge and (merge.top, merge.left) != (row, column):
            return ""
        cell = self.table.rows.get(row, {}).get(column)
        return cell.text.strip() if cell else ""

    def weighed(self, row: int, column: int) -> bool:
        """Whether the cell of a level has a weight of its own: with its name, or beside it."""
        if printed_name(self.begins(row, column)).weight:
            return True
        return any(weight_of(self.begins(row, each), None) for each in self.weights)

    def groups(self) -> list[list[int]]:
        """The rows of the last level below each cell of the one above; none of headers on the next page."""
        groups: list[list[int]] = []
        for row in sorted(self.table.rows):
            text = self.begins(row, self.last) if row >= self.first_row else ""
            if not text or role_of(text) == "level":
                continue
            if self.begins(row, self.above):
                groups.append([])
            if groups:
                groups[-1].append(row)
        return groups

    def named(self, groups: list[list[int]]) -> bool:
        """Whether the level above prints weights with its names."""
        return any(printed_name(self.begins(rows[0], self.above)).weight for rows in groups)


def indicator_levels(
    table: SourceTable, rows: range, levels: tuple[int, ...], weights: tuple[int, ...]
) -> tuple[tuple[int, ...], str]:
    """The levels without a last one of four that holds points; and why it does, if no header says so."""
    if len(levels) < _DEEPEST_NAMED or levels[-2] > levels[-1]:
        return levels, ""
    if any(_SAYS_POINTS.search(table.seen(row, levels[-1])) for row in rows):
        return levels[:-1], ""
    told = _why_points(table, rows, levels, weights)
    return (levels[:-1], told) if told else (levels, "")


def _why_points(table: SourceTable, rows: range, levels: tuple[int, ...], weights: tuple[int, ...]) -> str:
    """By the weights, and by what stands there; empty where the last level has the indicators."""
    above, last = levels[-2:]
    near = tuple(column for column in weights if column > above)
    below = _Below(table, last, above, near, rows[-1] + 1)
    groups = below.groups()
    if not groups or not all(below.weighed(rows[0], above) for rows in groups):
        return ""
    several = [[below.weighed(row, last) for row in rows[1:]] for rows in groups if len(rows) > 1]
    shared, own = sum(not any(each) for each in several), sum(map(any, several))
    between = bool(near) and max(near) < last
    if (shared or between) and shared >= own:
        return "没有各自的分值" if between else "不都有各自的分值"
    cells = [row for rows in groups for row in rows]
    formulas = sum(bool(_FORMULA.search(below.begins(row, last))) for row in cells)
    named = any(column < last for column in near) or below.named(groups)
    return "写的是公式和要求" if named and formulas * 3 >= len(cells) else ""
