"""Sheets of made-up published tables, and how they become files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

Value = str | int | float | Decimal | None


@dataclass
class Page:
    """A sheet: cells and merged ranges, counted from 1."""

    title: str
    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    row: int = 1
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()

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
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for row in page.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for top, left, bottom, right in page.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)
    return path


def write_xls(path: Path, pages: list[Page]) -> Path:
    from xlwt import Workbook

    book = Workbook(encoding="utf-8")
    for number, page in enumerate(pages, 1):
        sheet = book.add_sheet(f"Sheet{number}", cell_overwrite_ok=True)
        sheet.visibility = int(page.hidden)
        for top, left, bottom, right in page.merges:
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
        for row in page.hidden_rows:
            sheet.row(row - 1).hidden = True
        for (row, column), value in page.cells.items():
            sheet.write(row - 1, column - 1, float(value) if isinstance(value, Decimal) else value)
    book.save(str(path))
    return path


def write_bare(path: Path, pages: list[Page]) -> Path:
    """An .xlsx as some programs write it: cells without addresses, texts inside the cells, nothing shared."""
    from xml.sax.saxutils import escape

    whole = write_xlsx(path.with_name("whole.xlsx"), pages)
    with ZipFile(whole) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode() if name.endswith((".xml", ".rels")) else ""
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if number:
                rows = "".join(_bare_rows(pages[int(number[1]) - 1], escape))
                content = re.sub(
                    "<sheetData>.*</sheetData>", lambda _, r=rows: f"<sheetData>{r}</sheetData>", content
                )
            if name != "xl/sharedStrings.xml":
                target.writestr(name, content or source.read(name))
    return path


def _bare_rows(page: Page, escape: Callable[[str], str]) -> Iterator[str]:
    last, wide = (max(place[axis] for place in page.cells) for axis in (0, 1))
    for row in range(1, last + 1):
        cells = (page.cells.get((row, column)) for column in range(1, wide + 1))
        yield f"<row>{''.join(_bare_cell(value, escape) for value in cells)}</row>"


def _bare_cell(value: Value, escape: Callable[[str], str]) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def write_web_page(path: Path, pages: list[Page], encoding: str = "gbk") -> Path:
    """An .xls that is a web page inside, as systems export it: a table for each page."""
    from html import escape

    tables = "".join(f"<br><table border=1>{''.join(_web_rows(page, escape))}</table>" for page in pages)
    path.write_bytes(f"<html><head><style>td{{}}</style></head><body>{tables}</body></html>".encode(encoding))
    return path


def _web_rows(page: Page, escape: Callable[[str], str]) -> Iterator[str]:
    last, wide = (max(place[axis] for place in page.cells) for axis in (0, 1))
    spans = {merge[:2]: merge for merge in page.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for row in range(1, last + 1):
        yield "<tr>"
        for column in range(1, wide + 1):
            top, left, bottom, right = spans.get((row, column), (row, column, row, column))
            if (row, column) in spans or (row, column) not in covered:
                value = page.cells.get((row, column))
                text = "&nbsp;" if value is None else escape(str(value))
                yield f'<td colspan="{right - left + 1}" rowspan={bottom - top + 1}>{text}</td>'
        yield "</tr>"


WRITERS: dict[str, Callable[[Path, list[Page]], Path]] = {".xlsx": write_xlsx, ".xls": write_xls}
