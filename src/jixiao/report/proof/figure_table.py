"""取数表: a workbook with a row for each printed figure: where it stands, its term, its cell, a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from jixiao.made_marks import AUTHOR, MADE

TITLE = "取数表"
# heading, width
COLUMNS = (
    ("序号", 6),
    ("所在标题", 24),
    ("位置", 16),
    ("所在句子", 46),
    ("印出的数", 14),
    ("名称", 26),
    ("含义", 26),
    ("单元格", 26),
    ("单元格的值", 22),
    ("怎样算出", 40),
    ("链接", 8),
)
LINK = "打开"
LONGEST_CELL = 32_000
LINE, TALLEST = 16.0, 400.0  # points


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One printed figure; `link` is the address of its cell for Excel, empty if it has none."""

    cells: tuple[str, ...]
    link: str


def figure_table(rows: Sequence[FigureRow], source: str) -> bytes:
    """The table as an .xlsx. `source` says which workbook and report it belongs to."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"author": AUTHOR, "created": MADE})
        sheet = book.add_worksheet(TITLE)
        plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        head = book.add_format({"bold": True, "bg_color": "#D9E1F2", "border": 1, "valign": "vcenter"})
        _write(sheet, rows, source, head, plain)
    return buffer.getvalue()


def _write(sheet: Any, rows: Sequence[FigureRow], source: str, head: Any, plain: Any) -> None:
    sheet.write_string(0, 0, source)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, head)
    for index, row in enumerate(rows, 2):
        sheet.set_row(index, _height(row))
        sheet.write_number(index, 0, index - 1, plain)
        for column, text in enumerate(row.cells, 1):
            sheet.write_string(index, column, text[:LONGEST_CELL], plain)
        last = len(COLUMNS) - 1
        if row.link:
            sheet.write_url(index, last, row.link, string=LINK)
        else:
            sheet.write_blank(index, last, None, plain)
    sheet.autofilter(1, 0, max(1, len(rows) + 1), len(COLUMNS) - 1)
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)


def _height(row: FigureRow) -> float:
    """Only Excel makes wrapped rows taller by itself; a Chinese character is two wide."""
    widths = (width for _, width in COLUMNS[1:])
    lines = (
        ceil(sum(1 + (ord(letter) > 0x2E7F) for letter in text) / width)
        for text, width in zip(row.cells, widths, strict=False)
    )
    return min(TALLEST, LINE * max(1, *lines))
