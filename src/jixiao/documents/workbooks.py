"""The worksheets of an .xlsx or .xlsm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from itertools import islice
from pathlib import Path

import msgspec
from lxml import etree
from msgspec.structs import replace

from jixiao.documents.bounds import MOST_COLUMNS
from jixiao.documents.cells import (
    ERROR,
    PICTURE,
    SCALED,
    STRUCK,
    UNCALCULATED,
    SourceCell,
    as_shown,
    in_hidden_row,
    number_cell,
)
from jixiao.documents.document import Merge, SourcePlace, SourceTable
from jixiao.workbook.file.cells import (
    ADDRESS,
    Content,
    RawCell,
    cells_in,
    column_number,
    raw_cells,
)
from jixiao.workbook.file.date_styles import date_styles, scaled_styles
from jixiao.workbook.file.filled_sheet import filled_sheet
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.relations import main_part
from jixiao.workbook.file.rounded_styles import decimals_shown
from jixiao.workbook.file.shared_strings import SharedStrings
from jixiao.workbook.file.source import open_package
from jixiao.workbook.file.struck_styles import struck_styles
from jixiao.workbook.file.structure import read_structure
from jixiao.workbook.file.texts import is_picture

_ROW = re.compile(r"[0-9]{1,7}")
MOST_SPANS = 500  # groups of columns that are looked at; programs write one for each width
_TROUBLES = {Content.ERROR: ERROR, Content.UNCALCULATED: UNCALCULATED}


def read_workbook(path: Path) -> Iterator[SourceTable]:
    """All worksheets; a sheet that is a chart is none. Raises UnusableInput."""
    package = open_package(path)
    strings, hidden, looks = SharedStrings(package), _hidden(package), _looks(package)
    for name, part in read_structure(package).parts.items():
        root = filled_sheet(package, part)
        if root is not None:
            merges = (_merge(merge.get("ref", "")) for merge in root.iterfind("{*}mergeCells/{*}mergeCell"))
            known = tuple(merge for merge in merges if merge)
            cells = raw_cells(cells_in(root, package), strings)
            rows, columns = _hidden_rows(root), _hidden_columns(root)
            yield SourceTable(
                SourcePlace(sheet=name),
                _rows(cells, rows, looks),
                known,
                name in hidden,
                hidden_rows=frozenset(rows),
                hidden_columns=columns,
            )


class _Looks(msgspec.Struct, frozen=True):
    """Cell styles by their numbers: what they do to the number that a person sees."""

    scaled: Set[str]
    dated: Set[str]
    struck: Set[str]
    decimals: Mapping[str, int]


def _looks(package: Package) -> _Looks:
    return _Looks(
        scaled_styles(package), date_styles(package), struck_styles(package), decimals_shown(package)
    )


def _rows(cells: dict[str, RawCell], hidden: set[int], looks: _Looks) -> dict[int, dict[int, SourceCell]]:
    rows: dict[int, dict[int, SourceCell]] = {}
    for address, raw in cells.items():
        match = ADDRESS.fullmatch(address)
        if match:
            row, cell = int(match[2]), _cell(raw, looks)
            seen = in_hidden_row(cell) if row in hidden else cell
            rows.setdefault(row, {})[column_number(match[1])] = seen
    return {row: dict(sorted(rows[row].items())) for row in sorted(rows)}


def _hidden(package: Package) -> set[str]:
    sheets = package.xml(main_part(package)).iterfind(".//{*}sheets/{*}sheet")
    return {sheet.get("name", "") for sheet in sheets if sheet.get("state", "visible") != "visible"}


def _hidden_rows(root: etree._Element) -> set[int]:
    rows = root.iterfind("{*}sheetData/{*}row[@hidden]")
    numbers = (row.get("r", "") for row in rows if row.get("hidden") in ("1", "true"))
    return {int(number) for number in numbers if _ROW.fullmatch(number)}


def _hidden_columns(root: etree._Element) -> frozenset[int]:
    """Hidden, or drawn so narrow that nothing is seen; to the last column that a table may have."""
    found: set[int] = set()
    for columns in islice(root.iterfind("{*}cols/{*}col"), MOST_SPANS):
        ends = (columns.get("min", ""), columns.get("max", ""))
        unseen = columns.get("hidden") in ("1", "true") or columns.get("width") in ("0", "0.0")
        if unseen and all(map(_ROW.fullmatch, ends)):
            found |= set(range(int(ends[0]), min(int(ends[1]), MOST_COLUMNS) + 1))
    return frozenset(found)


def _cell(raw: RawCell, looks: _Looks) -> SourceCell:
    cell = _content(raw, looks)
    return replace(cell, struck=True) if raw.style in looks.struck else cell


def _content(raw: RawCell, looks: _Looks) -> SourceCell:
    if raw.content is Content.NUMBER:
        cell = as_shown(number_cell(raw.text), looks.decimals.get(raw.style), raw.style in looks.dated)
        shrunk = raw.style in looks.scaled and bool(cell.number)
        return replace(cell, trouble=cell.trouble or SCALED) if shrunk else cell
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
