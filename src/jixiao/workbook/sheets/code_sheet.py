"""The code lists of the pack -> the sheet from which drop-downs and look-ups take them."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.pack.codes import CodeList
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.sheets.layout import CellRole
from jixiao.workbook.sheets.page import GAP, Page

CODE_SHEET = "代码表"
TITLE = "代码表（供下拉列表和核对使用，不用填写）"
CODE = "编码"
NAME = "名称"
_WIDTHS = (12.0, 44.0, 3.0)  # code, name, a gap before the next list


def code_sheet(codes: Mapping[str, CodeList]) -> Page:
    """Lists side by side, each with its source; named after its title, and so are its two columns."""
    page = Page(CODE_SHEET, (_WIDTHS * len(codes))[:-1] or _WIDTHS)
    page.put(0, CellRole.TITLE, TITLE, right=page.last)
    page.end_row(34)
    starts = range(0, 3 * len(codes), 3)
    sources = [codes[title].source for title in codes]
    for left, title in zip(starts, codes, strict=True):
        page.put(left, CellRole.SECTION, title, right=left + 1)
    page.end_row(22)
    for left, source in zip(starts, sources, strict=True):
        page.put(left, CellRole.NOTE, source, right=left + 1)
    page.end_row(max((text_height(source, sum(_WIDTHS[:2])) for source in sources), default=GAP))
    page.head = page.row
    page.tables.append((max((len(item.codes) for item in codes.values()), default=0), page.row))
    for left in starts:
        page.put(left, CellRole.HEADER, CODE)
        page.put(left + 1, CellRole.HEADER, NAME)
    page.end_row()
    for left, (title, item) in zip(starts, codes.items(), strict=True):
        _list(page, left, title, item)
    page.row += max((len(item.codes) for item in codes.values()), default=0)
    return page


def _list(page: Page, left: int, title: str, item: CodeList) -> None:
    bottom = page.row + len(item.codes) - 1
    for row, (code, name) in enumerate(item.codes.items(), page.row):
        page.place(page.box(left, top=row), CellRole.CODE, code)
        page.place(page.box(left + 1, top=row), CellRole.CODE, name)
    page.names[title] = page.box(left, left + 1, bottom=bottom)
    page.names[f"{title}.{CODE}"] = page.box(left, bottom=bottom)
    page.names[f"{title}.{NAME}"] = page.box(left + 1, bottom=bottom)
