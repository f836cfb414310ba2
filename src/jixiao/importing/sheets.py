"""A foreign file -> its sheets: what stands in each cell, and which cells are merged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from jixiao.model.errors import UnusableInput
from jixiao.model.figures import plain
from jixiao.workbook.cells import ADDRESS, Content, RawCell, SharedStrings, column_number, read_cells
from jixiao.workbook.package import MAX_FILE, Package, damaged, open_package
from jixiao.workbook.structure import read_structure
from jixiao.workbook.typed import number_from_stored

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TROUBLES = {Content.ERROR: "单元格是错误值", Content.UNCALCULATED: "公式没有算出结果，请用 Excel 打开保存一次"}


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` is what a person reads; `number` is there if the cell holds a number, not a text."""

    text: str
    number: Decimal | None = None
    trouble: str = ""  # why nothing can be read from it


@dataclass(frozen=True, slots=True)
class Merge:
    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Sheet:
    """`rows`: row -> column -> filled cell; both count from 1."""

    file: str
    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merges: tuple[Merge, ...] = ()

    def seen(self, row: int, column: int) -> str:
        """The text that stands at a place, also where a merged cell covers it."""
        cell = self.rows.get(row, {}).get(column)
        if cell is not None:
            return cell.text
        merge = self.merge(row, column)
        master = self.rows.get(merge.top, {}).get(merge.left) if merge else None
        return master.text if master else ""

    def merge(self, row: int, column: int) -> Merge | None:
        return next((merge for merge in self.merges if merge.covers(row, column)), None)


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """All worksheets of an .xlsx, .xlsm or .xls file. Raises UnusableInput."""
    content = _beginning(path)
    if content.startswith(_OLE):
        return _old_sheets(path)
    return _new_sheets(path, open_package(path))


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError:
        return b""  # open_package says what is wrong


def _new_sheets(path: Path, package: Package) -> tuple[Sheet, ...]:
    strings = SharedStrings(package)
    sheets = []
    for name, part in read_structure(package).parts.items():
        root = package.xml(part)
        if root.find("{*}sheetData") is None:
            continue  # a sheet that is a chart
        rows: dict[int, dict[int, Cell]] = {}
        for address, raw in read_cells(package, part, _Everywhere(), strings).items():
            match = ADDRESS.fullmatch(address)
            if match:
                rows.setdefault(int(match[2]), {})[column_number(match[1])] = _cell(raw)
        merges = (_merge(merge.get("ref", "")) for merge in root.iterfind("{*}mergeCells/{*}mergeCell"))
        sheets.append(Sheet(path.name, name, _ordered(rows), tuple(merge for merge in merges if merge)))
    return tuple(sheets)


class _Everywhere:
    """Every address is wanted."""

    def __contains__(self, address: object) -> bool:
        return True


def _cell(raw: RawCell) -> Cell:
    if raw.content is Content.NUMBER:
        try:
            return _number(raw.text)
        except ValueError:
            return Cell(raw.text, None, _TROUBLES[Content.ERROR])
    return Cell(raw.text, None, _TROUBLES.get(raw.content, ""))


def _number(stored: str) -> Cell:
    number = number_from_stored(stored)
    return Cell(plain(number), number)


def _merge(reference: str) -> Merge | None:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", reference)
    if match is None:
        return None
    return Merge(int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3]))


def _ordered(rows: dict[int, dict[int, Cell]]) -> dict[int, dict[int, Cell]]:
    return {row: dict(sorted(rows[row].items())) for row in sorted(rows)}


def _old_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an .xls. Its error values come back as blanks: the reader does not tell them apart."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    content = path.read_bytes()
    if len(content) > MAX_FILE or _ENCRYPTED in content:
        open_package(path)  # raises, and says why
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        kinds = {sheet.name: sheet.typ for sheet in book.sheets_metadata}
        names = [name for name in book.sheet_names if kinds.get(name) is SheetTypeEnum.WorkSheet]
        return tuple(_old_sheet(path, book.get_sheet_by_name(name)) for name in names)
    except CalamineError as error:
        if "assword" in f"{type(error).__name__}{error}":
            raise UnusableInput(f"“{path.name}”设了打开密码。请在 Excel 里取消密码后再试。") from error
        raise damaged(path) from error


def _old_sheet(path: Path, sheet: object) -> Sheet:
    from python_calamine import CalamineSheet

    assert isinstance(sheet, CalamineSheet)
    rows = {
        row: {column: _old_cell(value) for column, value in enumerate(values, 1) if str(value).strip()}
        for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1)
    }
    merges = ((top + 1, left + 1, bottom + 1, right + 1)
              for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    filled = {row: cells for row, cells in rows.items() if cells}
    return Sheet(path.name, sheet.name, filled, tuple(Merge(*merge) for merge in merges))


def _old_cell(value: object) -> Cell:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(str(value))
    return Cell(str(value))
