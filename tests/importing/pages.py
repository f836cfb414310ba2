"""Sheets of made-up published tables, and how they become files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

Value = str | int | float | Decimal | None


@dataclass
class Page:
    """A sheet: cells and merged ranges, counted from 1."""

    title: str
    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    row: int = 1

    def put(self, *values: Value, left: int = 1) -> None:
        """A row of cells."""
        self.cells |= {
            (self.row, left + i): value for i, value in enumerate(values) if value not in (None, "")
        }
        self.row += 1

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (bottom, right) != (top, left):
            self.merges.append((top, left, bottom, right))


def write_xlsx(path: Path, pages: list[Page]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, page in enumerate(pages, 1):
        sheet = book.create_sheet(f"Sheet{number}")
        for (row, column), value in page.cells.items():
            cell = sheet.cell(row, column, value)
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
        for top, left, bottom, right in page.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)
    return path


def write_xls(path: Path, pages: list[Page]) -> Path:
    from xlwt import Workbook

    book = Workbook(encoding="utf-8")
    for number, page in enumerate(pages, 1):
        sheet = book.add_sheet(f"Sheet{number}", cell_overwrite_ok=True)
        for top, left, bottom, right in page.merges:
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
        for (row, column), value in page.cells.items():
            sheet.write(row - 1, column - 1, float(value) if isinstance(value, Decimal) else value)
    book.save(str(path))
    return path


WRITERS: dict[str, Callable[[Path, list[Page]], Path]] = {".xlsx": write_xlsx, ".xls": write_xls}
