"""The sheet on which a unit answers: when it comes back with the next batch, its explanations count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.archives import without_clock
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.letters.printed_cells import PRINTED, marks
from jixiao.desk.summary.line_heights import LINE
from jixiao.desk.summary.sheet import readable
from jixiao.text_width import text_width

STAMP, UNIT, BOOK = "审核回执", "单位", "报送文件"
HEADS = ("序号", "程度", "位置", "问题", "怎样改", "审核说明（请在这一栏填写）")
FIGURES = ("问题标识", "当时的填报数", "当时的对应数")  # over the hidden columns; older sheets have none
_WIDTHS = (10, 8, 20, 60, 40, 50)
_HIGHEST = 409  # points that a row may have
_TOP = 5  # the row of the heads
_HIDDEN = 8  # the first of the columns in which the key and the figures stand
_LINE = Side("thin", color="A6A6A6")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_ENTRY = PatternFill("solid", start_color="FFF9DB")
HOW = "错误请在工作簿里改正"  # how it begins
_HOW = (
    f"{HOW}，不能用说明代替。警告改正了的不用填；属实、不需要改的，在最后一栏写明原因。"
    "填好后与改正的工作簿一起报送，文件名不要改。"
)
_TAKEN = "说明已经采用，不用再填；要改写的，直接改右边一栏。"


def reply_sheet(
    one: ExaminedBook, asked: Iterable[Mapping[str, Any]], taken: Iterable[Mapping[str, Any]] = ()
) -> bytes:
    """The sheet for the findings that ask for something, and for those that an answer has closed before.

    The latter stand there with their answers: they stay closed also if only this sheet comes back.
    """
    book = Workbook()
    page: Worksheet = book.active
    page.title = STAMP
    for row, (label, text) in enumerate(((STAMP, ""), (UNIT, one.said("unit_name")), (BOOK, one.book)), 1):
        page.cell(row, 1, label).font = Font(name="黑体", size=14 if row == 1 else 11)
        _text(page, row, 2, text)
    _text(
        page,
        4,
        1,
        _HOW,
    )
    for column, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True), 1):
        cell = page.cell(_TOP, column, head)
        cell.font, cell.border = Font(name="宋体", bold=True), _BOX
        cell.alignment = Alignment("center", "center", wrap_text=True)
        page.column_dimensions[cell.column_letter].width = width
    closed = ({**finding, "mend": _TAKEN} for finding in taken)
    for number, finding in enumerate((*asked, *closed), 1):
        _write(page, _TOP + number, number, finding)
    for column, head in enumerate((*FIGURES, PRINTED), _HIDDEN):
        _text(page, _TOP, column, head)
        page.column_dimensions[page.cell(1, column).column_letter].hidden = True
    page.freeze_panes = page.cell(_TOP + 1, 1)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.protection.sheet = True
    content = BytesIO()
    book.save(content)
    return without_clock(content.getvalue())


def _write(page: Worksheet, row: int, number: int, finding: Mapping[str, Any]) -> None:
    place = f"{finding['sheet']}!{finding['cell']}" if finding["cell"] else finding["sheet"] or ""
    severity = "错误" if finding["severity"] == "error" else "警告"
    texts = (str(number), severity, place, finding["message"], finding["mend"], finding["explanation"])
    for column, text in enumerate(texts, 1):
        _text(page, row, column, text)
        page.cell(row, column).border = _BOX
        page.cell(row, column).alignment = Alignment(vertical="top", wrap_text=True)
    lines = (ceil(1.2 * text_width(text) / (width - 2)) for text, width in zip(texts, _WIDTHS, strict=True))
    page.row_dimensions[row].height = min(LINE * max(2, *lines), _HIGHEST)
    answer = page.cell(row, len(texts))
    answer.protection = Protection(locked=False)
    if finding["severity"] != "error":
        answer.fill = _ENTRY
    printed = marks([readable(text) for text in texts[1:-1]])
    hidden = (finding["key"], finding["stated"], finding["expected"], printed)
    for column, text in enumerate(hidden, _HIDDEN):
        _text(page, row, column, text)


def _text(page: Worksheet, row: int, column: int, text: str) -> None:
    cell = page.cell(row, column, readable(text))
    cell.data_type, cell.font = "s", Font(name="宋体")
