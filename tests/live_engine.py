"""A workbook "open in Excel" for tests: what xlwings' objects ask of Excel for Windows, over openpyxl.

Only Excel is replaced; xlwings itself is real. Values are handed over as Excel does: numbers as floats, dates
as dates, errors as numbers, a block as tuples of tuples; and what is entered is understood as Excel does:
"5" becomes a number, "=A1" a formula, "'5" a text.
"""

# ruff: noqa: N802 - Excel's own objects have names of their own

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import xlwings
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import range_boundaries
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.filters import AutoFilter, CustomFilter, CustomFilters, FilterColumn
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet
from workbook.books import without_live_cells

from jixiao.workbook.excel.protection import ALLOWED

ERRORS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}
ERROR_TEXTS = {number: text for text, number in ERRORS.items()}
FORBIDDEN = (  # openpyxl's flags, in the order of ALLOWED
    *("formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks"),
    *("deleteColumns", "deleteRows", "sort", "autoFilter", "pivotTables"),
)
FLAGS = dict(zip(ALLOWED, FORBIDDEN, strict=True))


class RefusedError(Exception):
    """What pywin32 raises when Excel refuses; tests put it into a module named pywintypes."""


class Engine:
    name, type = "excel", "desktop"

    @staticmethod
    def prepare_xl_data_element(x: object, options: object) -> object:
        return "" if x is None else x

    @staticmethod
    def clean_value_data(
        data: Any, datetime_builder: Any, empty_as: Any, number_builder: Any, err_to_str: bool
    ) -> list[list[object]]:
        def clean(value: Any) -> object:
            if value in ("", None):
                return empty_as
            if type(value) is int and value in ERROR_TEXTS:
                return ERROR_TEXTS[value] if err_to_str else None
            return value

        return [[clean(value) for value in row] for row in data]


class App:
    """Excel's state, and how often it was asked for something."""

    def __init__(self) -> None:
        self.engine, self.pid, self.version = Engine(), 1, "16.0"
        self.calculation, self.screen_updating, self.enable_events = "automatic", True, True
        self.selection: Range | None = None
        self.reads = self.writes = self.calculated = 0
        self.alerts: list[tuple[str, str, str]] = []

    def calculate(self) -> None:
        self.calculated += 1

    def alert(self, prompt: str, title: str, buttons: str, mode: str, callback: object) -> str:
        self.alerts.append((prompt, title, mode))
        return "ok"


class Book:
    def __init__(self, content: bytes, fullname: str) -> None:
        self.formulas, self.values = (
            load_workbook(BytesIO(content)),
            load_workbook(BytesIO(content), data_only=True),
        )
        self._fullname, self.name = fullname, fullname.rpartition("/")[2]
        self.app = App()
        self.sheets = Sheets(self)
        self.names = Names(self.formulas.defined_names)

    @property
    def fullname(self) -> str:
        if "://" in self._fullname:  # xlwings looks for the folder on this computer, and finds none
            raise xlwings.XlwingsError("Couldn't find the local folder")
        return self._fullname


class Sheets:
    def __init__(self, book: Book) -> None:
        self.sheets = [Sheet(book, name) for name in book.formulas.sheetnames]

    def __call__(self, key: str | int) -> Sheet:
        return next(s for number, s in enumerate(self.sheets, 1) if key in (number, s.name))

    def __len__(self) -> int:
        return len(self.sheets)

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets)


class Names:
    """Of the book or of a sheet; to Excel, a print area is a name of its sheet."""

    def __init__(self, defined: Mapping[str, DefinedName]) -> None:
        self.names = [
            SimpleNamespace(name=name, refers_to=f"={known.attr_text}") for name, known in defined.items()
        ]

    def snapshot(self) -> list[tuple[str, SimpleNamespace]]:
        return [(name.name, name) for name in self.names]


def print_area(sheet: Worksheet) -> dict[str, DefinedName]:
    name = "Print_Area"
    return {name: DefinedName(name, attr_text=sheet.print_area)} if sheet.print_area else {}


class Sheet:
    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name = book, name
        self.formulas, self.values = book.formulas[name], book.values[name]
        self.api = SheetObject(self.formulas)
        self.names = Names({**self.formulas.defined_names, **print_area(self.formulas)})

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        if isinstance(arg1, str):
            left, top, right, bottom = range_boundaries(arg1)
            return Range(self, top, left, bottom - top + 1, right - left + 1)
        if isinstance(arg1, tuple) and len(arg1) == 4:
            return Range(self, *arg1)
        top, left = arg1 if isinstance(arg1, tuple) else (arg1.row, arg1.column)
        bottom, right = (
            (top, left) if arg2 is None else arg2 if isinstance(arg2, tuple) else (arg2.row, arg2.column)
        )
        return Range(self, top, left, bottom - top + 1, right - left + 1)

    @property
    def used_range(self) -> Range:
        return Range(self, 1, 1, self.formulas.max_row, self.formulas.max_column)


class SheetObject:
    """Excel's own worksheet object, as far as protection and filter go."""

    ProtectDrawingObjects = ProtectScenarios = True
    ProtectionMode = False

    def __init__(self, sheet: Worksheet) -> None:
        self.protection, self.filter = sheet.protection, sheet.auto_filter

    @property
    def FilterMode(self) -> bool:
        return bool(self.filter.filterColumn)

    @property
    def AutoFilter(self) -> FilterObject:
        return FilterObject(self.filter)

    def ShowAllData(self) -> None:
        if self.ProtectContents:
            raise RefusedError("the sheet is protected")
        self.filter.filterColumn = []

    @property
    def ProtectContents(self) -> bool:
        return bool(self.protection.sheet)

    @property
    def Protection(self) -> SimpleNamespace:
        return SimpleNamespace(**{name: not getattr(self.protection, flag) for name, flag in FLAGS.items()})

    def Unprotect(self, password: str) -> None:
        if self.protection.password and not password:
            raise RefusedError("wrong password")
        self.protection.sheet = False
        for flag in FLAGS.values():  # Excel forgets what was allowed
            setattr(self.protection, flag, True)

    def Protect(self, **allowed: bool) -> None:
        self.protection.sheet = allowed["Contents"]
        for name, flag in FLAGS.items():
            setattr(self.protection, flag, not allowed[name])


class FilterObject:
    """Excel's own filter, with two conditions for a column."""

    def __init__(self, auto_filter: AutoFilter) -> None:
        self.auto_filter = auto_filter
        self.Range = SimpleNamespace(AutoFilter=self._set)

    @property
    def Filters(self) -> Filters:
        return Filters(self.auto_filter)

    def _set(self, column: int, first: str, operator: int, second: str) -> None:
        assert operator == 1, "both conditions must hold"
        found = [CustomFilter("notEqual", text.removeprefix("<>")) for text in (first, second)]
        filters = CustomFilters(_and=True, customFilter=found)
        self.auto_filter.filterColumn.append(FilterColumn(colId=column - 1, customFilters=filters))


class Filters:
    def __init__(self, auto_filter: AutoFilter) -> None:
        self.columns = {column.colId + 1: column.customFilters for column in auto_filter.filterColumn}
        left, _, right, _ = range_boundaries(auto_filter.ref)
        self.Count = right - left + 1

    def __call__(self, column: int) -> SimpleNamespace:
        if column not in self.columns:
            return SimpleNamespace(On=False)
        first, second = (f"<>{condition.val}" for condition in self.columns[column].customFilter)
        return SimpleNamespace(On=True, Operator=1, Criteria1=first, Criteria2=second)


class Range:
    def __init__(self, sheet: Sheet, row: int, column: int, rows: int, columns: int) -> None:
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


def opened(content: bytes, fullname: str, *, whole: bool = False) -> xlwings.Book:
    """The workbook as if it had been opened from `fullname` in Excel.

    What its live sheets compute is only there in the `whole` one: it takes openpyxl two seconds.
    """
    return xlwings.Book(impl=Book(content if whole else without_live_cells(content), fullname))
