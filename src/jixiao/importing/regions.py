"""A sheet -> the regions that tables take: from one title to the next, downwards and sideways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from jixiao.importing.guide import Guide, Table, title_in
from jixiao.importing.sheets import SourceSheet

CONTENTS = 3  # titles below each other, each without a table: a table of contents


@dataclass(frozen=True)
class Region:
    """Rows of a sheet that belong to a table; `first` lies above the title in the first of a sheet.

    Where tables stand beside each other, `sheet` has only the columns of this one.
    """

    sheet: SourceSheet
    table: Table
    title: tuple[int, int]
    first: int
    last: int

    @property
    def rows(self) -> Iterator[int]:
        return (row for row in self.sheet.rows if self.first <= row <= self.last)

    @property
    def below_title(self) -> Iterator[int]:
        return (row for row in self.rows if row > self.title[0])

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(sorted({column for row in self.rows for column in self.sheet.rows[row]}))


def regions_of(sheet: SourceSheet, guide: Guide) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom, then from left to right; empty for a table of contents."""
    bands = [(row, titles) for row in sheet.rows if (titles := _titles(sheet, row, guide))]
    found: list[Region] = []
    for number, (row, titles) in enumerate(bands):
        first = row if number else 1
        last = bands[number + 1][0] - 1 if number + 1 < len(bands) else max(sheet.rows)
        views = _beside_each_other(sheet, first, last, list(titles.values()))
        found += [
            Region(view, table, (row, column), first, last)
            for view, (table, column) in zip(views, titles.items(), strict=True)
        ]
    bare = sum(len([*region.below_title]) == 0 for region in found)
    return () if bare >= CONTENTS else tuple(found)


def _titles(sheet: SourceSheet, row: int, guide: Guide) -> dict[Table, int]:
    """The tables whose titles stand in a row, each with the column of its first title."""
    titles: dict[Table, int] = {}
    for column, cell in sheet.rows[row].items():
        table = title_in(cell.text, guide) if cell.number is None else None
        if table is not None:
            titles.setdefault(table, column)
    return titles


def _beside_each_other(sheet: SourceSheet, first: int, last: int, titles: list[int]) -> list[SourceSheet]:
    """The sheet, once for each title, with the columns of that title's table only."""
    if len(titles) == 1:
        return [sheet]
    used = {column for row, cells in sheet.rows.items() if first <= row <= last for column in cells}
    starts = [1, *(_start(left, right, used) for left, right in pairwise(titles)), max(used) + 1]
    return [sheet.part(left, right) for left, right in pairwise(starts)]


def _start(left: int, right: int, used: set[int]) -> int:
    """Where the right table begins: behind the last empty column between the titles, else at its title."""
    empty = [column for column in range(left + 1, right) if column not in used]
    return max(empty) + 1 if empty else right
