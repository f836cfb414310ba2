"""A foreign file -> its worksheets, whatever its format."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from jixiao.importing.old_files import OLE, read_old_sheets
from jixiao.importing.sheets import (
    ERROR,
    PICTURE,
    STRUCK,
    UNCALCULATED,
    Merge,
    SourceCell,
    SourceSheet,
    in_hidden_row,
    number_cell,
)
from jixiao.importing.web_pages import is_web_page, read_web_page
from jixiao.model.errors import UnusableInput
from jixiao.pack.stamp import stamps
from jixiao.workbook.file.cells import ADDRESS, Content, RawCell, SharedStrings, column_number, read_cells
from jixiao.workbook.file.package import Package, open_package
from jixiao.workbook.file.source import SavedBook, text_at
from jixiao.workbook.file.structure import read_structure
from jixiao.workbook.file.texts import is_picture

BEGINNING = 2048  # bytes that show what a file is
_TROUBLES = {Content.ERROR: ERROR, Content.UNCALCULATED: UNCALCULATED}


def read_sheets(path: Path) -> tuple[SourceSheet, ...]:
    """All worksheets of an .xlsx, .xlsm or .xls file, which may be a web page. Raises UnusableInput."""
    content = _beginning(path)
    if content.startswith(OLE):
        return read_old_sheets(path)
    if is_web_page(path, content):
        return (read_web_page(path),)
    return _new_sheets(path, open_package(path))


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except OSError:
        return b""  # open_package says what is wrong


def _new_sheets(path: Path, package: Package) -> tuple[SourceSheet, ...]:
    strings, structure = SharedStrings(package), read_structure(package)
    _refuse_ours(SavedBook(package))
    hidden = _hidden(package)
    sheets = []
    for name, part in structure.parts.items():
        root = package.xml(part)
        if root.find("{*}sheetData") is None:
            continue  # a sheet that is a chart
        rows: dict[int, dict[int, SourceCell]] = {}
        hidden_rows = _hidden_rows(root)
        for address, raw in read_cells(package, part, _Everywhere(), strings).items():
            match = ADDRESS.fullmatch(address)
            if match:
                row, cell = int(match[2]), _cell(raw)
                seen = in_hidden_row(cell) if row in hidden_rows else cell
                rows.setdefault(row, {})[column_number(match[1])] = seen
        merges = (_merge(merge.get("ref", "")) for merge in root.iterfind("{*}mergeCells/{*}mergeCell"))
        known = tuple(merge for merge in merges if merge)
        sheets.append(SourceSheet(path.name, name, _ordered(rows), known, name in hidden))
    return tuple(sheets)


def _hidden(package: Package) -> set[str]:
    sheets = package.xml("xl/workbook.xml").iterfind(".//{*}sheets/{*}sheet")
    return {sheet.get("name", "") for sheet in sheets if sheet.get("state", "visible") != "visible"}


def _hidden_rows(root: etree._Element) -> set[int]:
    rows = root.iterfind("{*}sheetData/{*}row[@hidden]")
    return {int(row.get("r", "0")) for row in rows if row.get("hidden") in ("1", "true")}


def _refuse_ours(book: SavedBook) -> None:
    """A workbook of ours needs no import."""
    if any(text_at(book, stamp.term) == stamp.pack for stamp in stamps()):
        name = book.path.name
        raise UnusableInput(
            f"“{name}”就是本工具的标准工作簿，不用导入：直接 jixiao check 核对它，"
            "或用 jixiao new --from 从它带入数字。"
        )


class _Everywhere:
    """Every address is wanted."""

    def __contains__(self, address: object) -> bool:
        return True


def _cell(raw: RawCell) -> SourceCell:
    if raw.content is Content.NUMBER:
        return number_cell(raw.text)
    if raw.struck and any(map(str.isdigit, raw.text)):
        return SourceCell(raw.text, None, STRUCK)
    if is_picture(raw.text):
        return SourceCell("图片", None, PICTURE)
    return SourceCell(raw.text, None, _TROUBLES.get(raw.content, ""))


def _merge(reference: str) -> Merge | None:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", reference)
    if match is None:
        return None
    return Merge(int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3]))


def _ordered(rows: dict[int, dict[int, SourceCell]]) -> dict[int, dict[int, SourceCell]]:
    return {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
