"""The worksheets of an .xls (Excel 97-2003)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from jixiao.documents.cells import ERROR, SourceCell, as_shown, in_hidden_row, number_cell
from jixiao.documents.document import Merge, SourcePlace, SourceTable
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import MAX_FILE, damaged
from jixiao.workbook.file.source import open_package

OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED, _WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))

# What xlrd raises for damaged bytes, besides its own errors; some of them are slips in its own checks.
_BROKEN = (
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    UnboundLocalError,
    ValueError,
)


def read_old_workbook(path: Path) -> Iterator[SourceTable]:
    """All worksheets. Raises UnusableInput."""
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError

    if path.stat().st_size > MAX_FILE or _ENCRYPTED in (content := path.read_bytes()):
        open_package(path)  # raises, and says why
    if _WORD in content:
        raise UnusableInput(f"“{path.name}”是旧版 .doc 文档。请在 Word 或 WPS 里另存为 .docx 再试。")
    try:
        book = _opened(content, (XLRDError, *_BROKEN))
        yield from map(_sheet, book.sheets())
    except (XLRDError, CompDocError, *_BROKEN) as error:
        if "encrypted" in str(error):
            raise UnusableInput(f"“{path.name}”设了打开密码。请在 Excel 里取消密码后再试。") from error
        raise damaged(path) from error


def _opened(content: bytes, broken: tuple[type[Exception], ...]) -> Any:
    """The book with its merged cells; without them if its styles cannot be read."""
    from xlrd import open_workbook

    quiet = StringIO()
    try:
        return open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=quiet)
    except broken:
        return open_workbook(file_contents=content, ragged_rows=True, logfile=quiet)


def _sheet(sheet: Any) -> SourceTable:
    rows = {}
    hidden = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    for row in range(sheet.nrows):
        cells = {number: _cell(cell) for number, cell in enumerate(sheet.row(row), 1) if _filled(cell)}
        if cells and row in hidden:
            cells = {number: in_hidden_row(cell) for number, cell in cells.items()}
        if cells:
            rows[row + 1] = cells
    merges = (Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    return SourceTable(
        SourcePlace(sheet=sheet.name),
        rows,
        tuple(merges),
        sheet.visibility != 0,
        hidden_rows=frozenset(row + 1 for row in hidden),
        hidden_columns=frozenset(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden),
    )


def _filled(cell: Any) -> bool:
    from xlrd import XL_CELL_BLANK, XL_CELL_EMPTY

    return cell.ctype not in (XL_CELL_BLANK, XL_CELL_EMPTY) and bool(str(cell.value).strip())


def _cell(cell: Any) -> SourceCell:
    from xlrd import XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, error_text_from_code

    if cell.ctype == XL_CELL_ERROR:
        return SourceCell(error_text_from_code.get(cell.value, "#ERR"), None, ERROR)
    if cell.ctype in (XL_CELL_NUMBER, XL_CELL_DATE):
        return as_shown(number_cell(repr(cell.value)), None, cell.ctype == XL_CELL_DATE)
    return SourceCell(str(cell.value))
