"""The workbook open in Excel as a source of cells: what is on the screen now, read in whole ranges."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.cells import ADDRESS, Content, RawCell, column_letters, column_number, seen
from jixiao.workbook.file.date_styles import shows_percent
from jixiao.workbook.file.structure import Area, BookStructure, names_of
from jixiao.workbook.file.texts import is_picture
from jixiao.workbook.reading.numbers_and_dates import number_from_text

if TYPE_CHECKING:
    from xlwings import Book, Range

_DAY_ZERO = datetime(1899, 12, 30)
_DAY = timedelta(days=1)
_ERRORS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!")
)
_ERROR_NUMBERS = range(-2146826288, -2146826188)  # how Windows hands over errors that xlwings has no name for
_MANUAL = "manual"
_DATE = "date"  # Excel hands over as a date what it shows as one


@dataclass(frozen=True)
class OpenBook:
    """An open workbook; `path` is where it was last saved. Made by `open_book`."""

    book: Book
    path: Path

    @cached_property
    def structure(self) -> BookStructure:
        """Excel hands dates over as dates, so its day zero does not matter."""
        sheets = {sheet.name: "" for sheet in self.book.sheets}
        names = [defined(name.name, name.refers_to or "") for name in self.book.names]
        return BookStructure(sheets, names_of(names, sheets), epoch_1904=False)

    def cells(self, sheet: str, wanted: Set[str]) -> Mapping[str, RawCell]:
        """Two reads of one range, a third where a formula has no value."""
        block = self._range(sheet, wanted)
        if block is None:
            return {}
        formulas = _by_address(block, block.formula)
        values = _by_address(block, block.options(ndim=2, err_to_str=True).value)
        cells = {
            a: raw
            for a in wanted & values.keys()
            if (raw := _raw(values[a], formulas[a] or "", f"{sheet}!{a}"))
        }
        valueless = {a for a in wanted & values.keys() if values[a] is None and _is_formula(formulas[a])}
        if valueless:
            handed = _by_address(block, block.raw_value)
            never = RawCell(Content.UNCALCULATED, "", True)
            cells |= {a: never for a in valueless if handed[a] is None}  # an empty text is a value
        return cells

    def is_date(self, cell: RawCell) -> bool:
        return cell.style == _DATE

    def is_percent(self, cell: RawCell) -> bool:
        """Excel is asked for the one cell; only numbers among texts and ratios are asked for."""
        sheet, _, address = cell.style.rpartition("!")
        if not sheet:
            return False
        return shows_percent(self.book.sheets[sheet].range(address).number_format or "")

    def is_struck(self, cell: RawCell) -> bool:
        """Excel hands over values without their looks: of an open workbook this is not known."""
        return False

    def formula_rows(self, column: Area) -> list[int]:
        block = self._range(column.sheet, {column.cell, f"{column.column}{column.last}"})
        if block is None:
            return []
        formulas = _by_address(block, block.formula)
        rows = range(column.first, column.last + 1)
        return [row for row in rows if _is_formula(formulas.get(f"{column.column}{row}"))]

    def _range(self, sheet: str, wanted: Set[str]) -> Range | None:
        """The smallest range around the addresses that lies within the used part of the sheet."""
        found = self.book.sheets[sheet]
        last = found.used_range.last_cell
        places = [(int(m[2]), column_number(m[1])) for a in wanted if (m := ADDRESS.fullmatch(a))]
        top, left = (min(axis) for axis in zip(*places, strict=True))
        bottom, right = (max(axis) for axis in zip(*places, strict=True))
        bottom, right = min(bottom, last.row), min(right, last.column)
        return found.range((top, left), (bottom, right)) if top <= bottom and left <= right else None


def defined(name: str, reference: str) -> tuple[str, bool, str]:
    """A name as `names_of` takes it; Excel puts the sheet before a name that belongs to one."""
    _, local, own = name.rpartition("!")
    return own, bool(local), reference.removeprefix("=")


def open_book(book: Book) -> OpenBook:
    """The open workbook, calculated. Raises UnusableInput if it has no folder on this computer.

    Where calculation is manual, Excel is asked to calculate once, as it does before it saves.
    """
    path = _path(book)
    if book.app.calculation == _MANUAL:
        book.app.calculate()
    return OpenBook(book, path)


def _path(book: Book) -> Path:
    from xlwings import XlwingsError

    try:
        path = Path(book.fullname)
    except XlwingsError:  # OneDrive or SharePoint, and no copy on this computer that xlwings can find
        raise UnusableInput(
            f"“{book.name}”存放在网盘上，找不到它在本机的文件夹。请先另存到本机的文件夹里再试。"
        ) from None
    if not path.is_absolute():
        raise UnusableInput(
            f"“{book.name}”还没有保存过，报告没有地方放。请先另存为 .xlsm 或 .xlsx 文件再试。"
        )
    return path


def rows_of(value: Any) -> list[list[Any]]:
    """What Excel hands over for a range, as rows: a single cell comes alone, on a Mac a single row too."""
    if not isinstance(value, list | tuple):
        return [[value]]
    if not isinstance(value[0], list | tuple):
        return [list(value)]
    return [list(row) for row in value]


def _by_address(block: Range, value: Any) -> dict[str, Any]:
    top, letters = block.row, [column_letters(block.column + n) for n in range(block.shape[1])]
    return {
        f"{letter}{number}": content
        for number, row in enumerate(rows_of(value), top)
        for letter, content in zip(letters, row, strict=True)
    }


def _is_formula(text: str | None) -> bool:
    return (text or "").startswith("=")


def _raw(value: Any, formula: str, place: str) -> RawCell | None:
    """A value as Excel hands it over, in the words of its file; None for blank."""
    computed = _is_formula(formula)
    if computed and is_picture(formula):
        return RawCell(Content.TEXT, formula, True)
    if isinstance(value, bool):
        return RawCell(Content.BOOLEAN, str(value).upper(), computed)
    if isinstance(value, str):
        content = Content.ERROR if value in _ERRORS else Content.TEXT
        return RawCell(content, value, computed) if seen(value) else None
    if isinstance(value, datetime):
        days = _stored((value.replace(tzinfo=None) - _DAY_ZERO) / _DAY)
        return RawCell(Content.NUMBER, days, computed, style=_DATE)
    if isinstance(value, Decimal):
        return RawCell(Content.NUMBER, _currency(value, formula), computed)
    if isinstance(value, int) and value in _ERROR_NUMBERS:
        return RawCell(Content.ERROR, "#VALUE!", computed)
    if isinstance(value, int | float):
        return RawCell(Content.NUMBER, _stored(value), computed, style=place)
    return None


def _stored(number: float) -> str:
    """A number as Excel stores it: 5, not 5.0."""
    return repr(float(number)).upper().removesuffix(".0")


def _currency(value: Decimal, formula: str) -> str:
    """Excel cuts numbers in a currency format to four digits; what was typed still stands in the formula."""
    typed = number_from_text(formula)
    return str(typed.value if typed else value)
