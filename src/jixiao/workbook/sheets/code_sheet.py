"""The code lists of the pack -> the sheet from which drop-downs and look-ups take them."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.model.listed_codes import TOP
from jixiao.pack.codes import CodeList
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.sheets.layout import CellRole
from jixiao.workbook.sheets.page import GAP, Page

CODE_SHEET = "代码表"
TITLE = "代码表（供下拉列表和核对使用，不用填写）"
CODE = "编码"
NAME = "名称"
HEADINGS = (CODE, NAME, "起用", "核对至", "下级收全起", "下级收全至")
ALL_CLASSES = "（全部类级科目）"
_WIDTHS = (12.0, 44.0, 11.0, 11.0, 11.0, 11.0, 3.0)  # of these, and a gap before the next list


def code_sheet(codes: Mapping[str, CodeList]) -> Page:
    """Lists side by side, each with its source; named after its title, and so are its codes and names."""
    page = Page(CODE_SHEET, (_WIDTHS * len(codes))[:-1] or _WIDTHS)
    page.unprinted = True
    page.put(0, CellRole.TITLE, TITLE, right=page.last)
    page.end_row(34)
    wide = len(_WIDTHS)
    starts = range(0, wide * len(codes), wide)
    sources = [codes[title].source for title in codes]
    for left, title in zip(starts, codes, strict=True):
        page.put(left, CellRole.SECTION, title, right=left + wide - 2)
    page.end_row(22)
    for left, source in zip(starts, sources, strict=True):
        page.put(left, CellRole.NOTE, source, right=left + wide - 2)
    page.end_row(max((text_height(source, sum(_WIDTHS[:-1])) for source in sources), default=GAP))
    page.head = page.row
    rows = 1 + max((len(item.codes) for item in codes.values()), default=0)
    page.tables.append((rows, page.row))
    for left in starts:
        for column, heading in enumerate(HEADINGS, left):
            page.put(column, CellRole.HEADER, heading)
    page.end_row()
    for left, (title, item) in zip(starts, codes.items(), strict=True):
        _list(page, left, title, item)
    page.row += rows
    return page


def _list(page: Page, left: int, title: str, item: CodeList) -> None:
    """The classes as a whole, then the codes, which alone are offered in drop-downs."""
    top, bottom = page.row + 1, page.row + len(item.codes)
    periods, levels = item.periods, item.levels
    for row, (code, name) in enumerate({TOP: ALL_CLASSES, **item.codes}.items(), page.row):
        page.place(page.box(left, top=row), CellRole.CODE, code)
        page.place(page.box(left + 1, top=row), CellRole.CODE, name)
        for column, period in ((2, periods.get(code)), (4, levels.get(code))):
            if period:
                page.place(page.box(left + column, top=row), CellRole.CODE, str(period.since))
                page.place(page.box(left + column + 1, top=row), CellRole.CODE, period.vouched_until)
    page.names[title] = page.box(left, left + len(HEADINGS) - 1, bottom=bottom)
    page.names[f"{title}.{CODE}"] = page.box(left, top=top, bottom=bottom)
    page.names[f"{title}.{NAME}"] = page.box(left + 1, top=top, bottom=bottom)
