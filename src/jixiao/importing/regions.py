"""A sheet -> the regions that tables take: from one title to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jixiao.importing.guide import Guide, Table, title_in
from jixiao.importing.sheets import Sheet
from jixiao.workbook.cells import column_letters

CONTENTS = 3  # titles below each other, each without a table: a table of contents


@dataclass(frozen=True)
class Region:
    """Rows of a sheet that belong to a table; `first` lies above the title in the first of a sheet."""

    sheet: Sheet
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


def regions_of(sheet: Sheet, guide: Guide) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom; empty for a table of contents."""
    found: list[Region] = []
    for row, cells in sheet.rows.items():
        texts = ((column, cell.text) for column, cell in cells.items() if cell.number is None)
        titles = ((column, title_in(text, guide)) for column, text in texts)
        column, table = next(((column, table) for column, table in titles if table), (0, None))
        if table is not None:
            if found:
                found[-1] = replace(found[-1], last=row - 1)
            found.append(Region(sheet, table, (row, column), row if found else 1, max(sheet.rows)))
    bare = sum(len([*region.below_title]) == 0 for region in found)
    return () if bare >= CONTENTS else tuple(found)


def address(row: int, column: int) -> str:
    """(3, 2) -> B3."""
    return f"{column_letters(column)}{row}"
