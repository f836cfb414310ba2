"""Where the cells of a workbook come from: here a saved file; excel/open_book.py, the one open in Excel."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import Protocol

import msgspec

from jixiao.workbook.file.cells import RawCell, SharedStrings, filled_cells, read_cells
from jixiao.workbook.file.package import Package, open_package
from jixiao.workbook.file.structure import Area, BookStructure, read_structure


class CellSource(Protocol):
    """A workbook to be read. What it says must not depend on which of the sources it is read from."""

    @property
    def path(self) -> Path:
        """Where the workbook is saved, or was before it was changed."""

    @property
    def structure(self) -> BookStructure:
        """Its sheets, and where its names point."""

    def cells(self, sheet: str, wanted: Set[str]) -> Mapping[str, RawCell]:
        """The filled cells among `wanted` (addresses such as B7). Blank cells are left out."""

    def is_date(self, cell: RawCell) -> bool:
        """Whether a number is shown as a date."""

    def is_struck(self, cell: RawCell) -> bool:
        """Whether the cell is struck out as a whole."""

    def formula_rows(self, column: Area) -> list[int]:
        """The rows of a column in which a formula stands, whatever it shows."""


class SavedBook(msgspec.Struct, frozen=True, dict=True):
    """A workbook as its file has it."""

    package: Package

    @property
    def path(self) -> Path:
        return self.package.path

    @cached_property
    def structure(self) -> BookStructure:
        return read_structure(self.package)

    @cached_property
    def _strings(self) -> SharedStrings:
        return SharedStrings(self.package)

    def cells(self, sheet: str, wanted: Set[str]) -> Mapping[str, RawCell]:
        return read_cells(self.package, self.structure.parts[sheet], wanted, self._strings)

    @cached_property
    def _date_styles(self) -> frozenset[str]:
        from jixiao.workbook.file.date_styles import date_styles  # few workbooks ask for it

        return date_styles(self.package)

    def is_date(self, cell: RawCell) -> bool:
        return cell.style in self._date_styles

    @cached_property
    def _struck_styles(self) -> frozenset[str]:
        from jixiao.workbook.file.struck_styles import struck_styles

        return struck_styles(self.package)

    def is_struck(self, cell: RawCell) -> bool:
        return cell.style in self._struck_styles

    def formula_rows(self, column: Area) -> list[int]:
        cells = filled_cells(self.package, self.structure.parts[column.sheet])
        inside = ((address, cell) for cell in cells if (address := cell.get("r", "")) in column.cells)
        return [column.row(address) for address, cell in inside if cell.find("{*}f") is not None]


def saved_book(path: Path) -> SavedBook:
    """The workbook in a file. Raises UnusableInput if it is none, or not a readable one."""
    return SavedBook(open_package(path))


def text_at(source: CellSource, name: str) -> str:
    """What stands in the cell of a defined name; empty if there is nothing. Raises UnusableInput."""
    area = source.structure.area(name)
    if area is None:
        return ""
    cells = source.cells(area.sheet, {area.cell})
    return cells[area.cell].text.strip() if area.cell in cells else ""
