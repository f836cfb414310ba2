"""A range of a workbook "open in Excel", as xlwings asks for it; see live_engine.py."""

# ruff: noqa: N802 - Excel's own objects have names of their own

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import xlwings
from openpyxl.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink

ERRORS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}


class RefusedError(Exception):
    """What pywin32 raises when Excel refuses; tests put it into a module named pywintypes."""


class Range:
    def __init__(self, sheet: Any, row: int, column: int, rows: int, columns: int) -> None:
        self.sheet, self.row, self.column, self.shape = sheet, row, column, (rows, columns)
        self.options: dict[str, object] = {}
        self.api = self
        self.max_cells_per_read = self.max_cells_per_write = None

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def __call__(self, row: int, column: int) -> Range:
        return Range(self.sheet, self.row + row - 1, self.column + column - 1, 1, 1)

    def _cells(self, of: Any) -> list[list[Cell]]:
        bottom, right = self.row + self.shape[0] - 1, self.column + self.shape[1] - 1
        return [list(row) for row in of.iter_rows(self.row, bottom, self.column, right)]

    def _handed_over(self, rows: list[list[object]]) -> object:
        self.sheet.book.app.reads += 1
        return rows[0][0] if self.shape == (1, 1) else tuple(map(tuple, rows))

    @property
    def raw_value(self) -> object:
        pairs = zip(self._cells(self.sheet.values), self._cells(self.sheet.formulas), strict=True)
        return self._handed_over([[_value(*pair) for pair in zip(*row, strict=True)] for row in pairs])

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        self._free()
        assert len(self) == 1 or not self.sheet.api.FilterMode, "Excel puts a block only into rows it shows"
        rows = data if isinstance(data, list) else [[data]]
        self.sheet.book.app.writes += 1
        for of in (self.sheet.values, self.sheet.formulas):
            for cells, row in zip(self._cells(of), rows, strict=True):
                for cell, content in zip(cells, row, strict=True):
                    _enter(cell, content)

    @property
    def formula(self) -> object:
        return self._handed_over(
            [[_formula(cell) for cell in row] for row in self._cells(self.sheet.formulas)]
        )

    def copy(self, destination: xlwings.Range) -> None:
        """A row, with its look, its content and its links, into each row of the destination."""
        self._free()
        for of in (self.sheet.values, self.sheet.formulas):
            (source,) = self._cells(of)
            for row in destination.impl._cells(of):
                for cell, model in zip(row, source, strict=True):
                    cell.value, cell._style = model.value, model._style
                    if model.hyperlink:
                        cell.hyperlink = model.hyperlink.location

    def add_hyperlink(self, address: str, text: str, tip: str) -> None:
        self._free()
        ((cell,),) = self._cells(self.sheet.formulas)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=address.removeprefix("#"), tooltip=tip)
        _enter(cell, f"'{text}")

    def ClearHyperlinks(self) -> None:
        self._free()
        for row in self._cells(self.sheet.formulas):
            for cell in row:
                cell.hyperlink = None

    def autofit(self, axis: str) -> None:
        self._free()

    @property
    def number_format(self) -> str:
        return str(self._cells(self.sheet.values)[0][0].number_format)

    @number_format.setter
    def number_format(self, text: str) -> None:
        for cell in (cell for row in self._cells(self.sheet.values) for cell in row):
            cell.number_format = text

    def _free(self) -> None:
        cells = [cell for row in self._cells(self.sheet.formulas) for cell in row]
        if self.sheet.api.ProtectContents and any(cell.protection.locked for cell in cells):
            raise RefusedError(f"{self.sheet.name} is protected")


def _value(value: Cell, formula: Cell) -> object:
    content = value.value
    if content is None:
        text_result = formula.data_type == "f" and value.data_type in ("s", "str")
        return "" if text_result else None
    if value.data_type == "e":
        return ERRORS[content]
    if isinstance(content, bool | str | datetime):
        return content
    if "¥" in value.number_format:
        return Decimal(str(content)).quantize(Decimal("0.0001"))
    return float(content)


def _formula(cell: Cell) -> str:
    content = cell.value
    if content is None:
        return ""
    return str(getattr(content, "text", content))  # an array formula is an object


def _enter(cell: Cell, content: Any) -> None:
    cell.value = None if content == "" else content
    if isinstance(content, str) and content.startswith("'"):
        cell._value, cell.data_type = content[1:], "s"
    elif isinstance(content, str) and content.replace(".", "", 1).isdecimal():
        cell.value = float(content)
