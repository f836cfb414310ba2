"""A workbook "open in Excel" for tests: what xlwings' objects ask of Excel for Windows, over openpyxl.

Only Excel is replaced; xlwings itself is real. Values are handed over as Excel does: numbers as floats, dates
as dates, errors as numbers, a block as tuples of tuples; and what is entered is understood as Excel does:
"5" becomes a number, "=A1" a formula, "'5" a text.
"""

# ruff: noqa: N802 - Excel's own objects have names of their own

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import xlwings
from live_range import ERRORS, Range, RefusedError
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.filters import AutoFilter, CustomFilter, CustomFilters, FilterColumn
from openpyxl.worksheet.worksheet import Worksheet
from workbook.books import LIVE_SHEETS, package_of, silent_sample, structure_of, with_cells_of, with_members

from jixiao.workbook.excel.protection import ALLOWED
from jixiao.workbook.sheets.code_sheet import CODE_SHEET

WRITTEN = ("校验结果", "评分表", "填报说明")
_BLANK = re.compile(rb"<c [^>]*/>")
ERROR_TEXTS = {number: text for text, number in ERRORS.items()}
FORBIDDEN = (  # openpyxl's flags, in the order of ALLOWED
    *("formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks"),
    *("deleteColumns", "deleteRows", "sort", "autoFilter", "pivotTables"),
)
FLAGS = dict(zip(ALLOWED, FORBIDDEN, strict=True))


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
        self.formulas, self.values = _read(content)
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


def _read(content: bytes) -> tuple[Workbook, Workbook]:
    """Its formulas and its values, by openpyxl."""
    if content == _plain(silent_sample()):
        return pickle.loads(_sample_read())
    return load_workbook(BytesIO(content)), load_workbook(BytesIO(content), data_only=True)


@cache
def _sample_read() -> bytes:
    """The sample, which is opened time and again, need not be read again."""
    content = _plain(silent_sample())
    return pickle.dumps((load_workbook(BytesIO(content)), load_workbook(BytesIO(content), data_only=True)))


@lru_cache(maxsize=2)
def _plain(content: bytes) -> bytes:
    """Without what nobody types into, and without the blank cells of sheets that nothing is written into."""
    parts = structure_of(content).parts
    entered = [sheet for sheet in parts if sheet not in (*LIVE_SHEETS, CODE_SHEET)]
    package = package_of(content)
    read = {parts[sheet]: package.part(parts[sheet]) for sheet in entered if sheet not in WRITTEN}
    fewer = {part: _BLANK.sub(b"", xml) for part, xml in read.items()}
    return with_members(with_cells_of(content, *entered), fewer)


def opened(content: bytes, fullname: str, *, whole: bool = False) -> xlwings.Book:
    """The workbook as if it had been opened from `fullname` in Excel.

    What its live sheets compute, its list of codes and most blank cells are only there in the `whole` one: it
    takes openpyxl two seconds.
    """
    return xlwings.Book(impl=Book(content if whole else _plain(content), fullname))
