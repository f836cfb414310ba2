"""Results -> the workbook open in Excel: in few ranges, and nothing but the results' own cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from jixiao.workbook.excel.filtering import unfiltered
from jixiao.workbook.excel.open_book import rows_of
from jixiao.workbook.excel.protection import unprotected
from jixiao.workbook.file.cells import ADDRESS, column_number
from jixiao.workbook.file.patching import SheetPatch
from jixiao.workbook.file.structure import MAX_ROWS
from jixiao.workbook.file.written_value import CellValue, without_control_characters

if TYPE_CHECKING:
    from xlwings import Book, Range, Sheet

Spot = tuple[int, int]  # row and column, from 1


def write_into(book: Book, patches: Mapping[str, SheetPatch]) -> None:
    """Put the patches into the open workbook, which is not saved.

    Selection, calculation mode and filters stay. All sheets are freed from their protection before anything
    is written. Raises UnusableInput if one has a password.
    """
    sheets = {name: book.sheets[name] for name in patches}
    with ExitStack() as stack:
        stack.enter_context(book.app.properties(screen_updating=False, enable_events=False))
        for sheet in sheets.values():
            stack.enter_context(unprotected(sheet))
        for sheet in sheets.values():
            stack.enter_context(unfiltered(sheet))
        for name, patch in patches.items():
            _write_cells(sheets[name], patch.cells)
            if patch.columns:
                _write_rows(sheets[name], patch)


def _write_cells(sheet: Sheet, cells: Mapping[str, CellValue]) -> None:
    """A cell with a formula is left to Excel, which works it out from the cells that are written."""
    spots = {_spot(address): value for address, value in cells.items()}
    if not spots:
        return
    rows, columns = zip(*spots, strict=True)
    around = sheet.range((min(rows), min(columns)), (max(rows), max(columns)))
    formulas = rows_of(around.formula)
    for block in blocks(
        {
            (row, column): value
            for (row, column), value in spots.items()
            if not (formulas[row - min(rows)][column - min(columns)] or "").startswith("=")
        }
    ):
        _put(sheet, block)


def _write_rows(sheet: Sheet, patch: SheetPatch) -> None:
    """The rows, and blanks over what an earlier run has left below them."""
    used = sheet.used_range.last_cell.row
    bottom = patch.first + max(len(patch.rows), 1) - 1
    last = max(bottom, min(used, patch.first + MAX_ROWS - 1))
    blank = (None,) * len(patch.columns)
    rows = (*patch.rows, *[blank] * (last - patch.first + 1 - len(patch.rows)))
    found = list(
        blocks(
            {
                (number, column_number(letters)): value
                for number, row in enumerate(rows, patch.first)
                for letters, value in zip(patch.columns, row, strict=True)
            }
        )
    )
    for block in found:
        _format(_range(sheet, block), used)
        _drop_links(_range(sheet, block))
        _put(sheet, block)
    for address, location in patch.links.items():
        _link(sheet, address, location, found)
    sheet.range((patch.first, 1), (bottom, 1)).rows.autofit()  # its own fitting goes on when texts change


def _format(block: Range, used: int) -> None:
    """New rows get the look of the first one; copied cell to cell, so the clipboard stays as it is."""
    top, bottom, width = block.row, block.row + block.shape[0] - 1, block.shape[1]
    if bottom > used:
        left = block.column
        fresh = block.sheet.range((max(used, top) + 1, left), (bottom, left + width - 1))
        block.sheet.range((top, left), (top, left + width - 1)).copy(fresh)


def _drop_links(block: Range) -> None:
    """Only Excel for Windows can take links away without taking the format too; else stale ones remain."""
    clear = getattr(block.api, "ClearHyperlinks", None)
    if clear is not None:
        clear()


def _link(sheet: Sheet, address: str, location: str, found: list[ValueBlock]) -> None:
    shown = next(text for block in found if (text := block.at(_spot(address))) is not None)
    sheet.range(address).add_hyperlink(f"#{location}", str(shown), str(shown))


@dataclass(slots=True)
class ValueBlock:
    """Values side by side and one below the other."""

    top: int
    left: int
    rows: list[list[CellValue]] = field(default_factory=list)

    def at(self, spot: Spot) -> CellValue:
        row, column = spot[0] - self.top, spot[1] - self.left
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[0])
        return self.rows[row][column] if inside else None


def blocks(cells: Mapping[Spot, CellValue]) -> Iterator[ValueBlock]:
    """The cells in as few rectangles as a look from top to bottom finds; each cell in one."""
    growing: dict[Spot, ValueBlock] = {}  # by first column and width
    for row, spots in groupby(sorted(cells), lambda spot: spot[0]):
        runs: dict[Spot, list[CellValue]] = {}
        numbered = ((column - number, column) for number, (_, column) in enumerate(spots))
        for _, run in groupby(numbered, lambda item: item[0]):
            columns = [column for _, column in run]
            runs[columns[0], len(columns)] = [cells[row, column] for column in columns]
        yield from _ended(growing, runs, row)
        for (left, width), values in runs.items():
            growing.setdefault((left, width), ValueBlock(row, left)).rows.append(values)
    yield from growing.values()


def _ended(growing: dict[Spot, ValueBlock], runs: Mapping[Spot, object], row: int) -> Iterator[ValueBlock]:
    for shape, block in list(growing.items()):
        if shape not in runs or block.top + len(block.rows) < row:
            yield growing.pop(shape)


def _put(sheet: Sheet, block: ValueBlock) -> None:
    _range(sheet, block).value = [[_entered(value) for value in row] for row in block.rows]


def _range(sheet: Sheet, block: ValueBlock) -> Range:
    bottom, right = block.top + len(block.rows) - 1, block.left + len(block.rows[0]) - 1
    return sheet.range((block.top, block.left), (bottom, right))


def _entered(value: CellValue) -> str | float | None:
    """As a person would type it: without the mark, Excel makes numbers, dates and formulas of texts."""
    if isinstance(value, Decimal):
        return float(value)
    text = without_control_characters(value or "")
    return f"'{text}" if text else None


def _spot(address: str) -> Spot:
    match = ADDRESS.fullmatch(address)
    assert match is not None
    return int(match[2]), column_number(match[1])
