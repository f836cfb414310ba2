"""Sheets -> an .xlsx. Texts stay texts, whatever they begin with; rows that do not fit go on beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins

from jixiao.desk.own_products import saved_product
from jixiao.desk.summary.line_heights import LINE, high, lines_of
from jixiao.desk.summary.rest import PIECE, Row, rest_files, rest_name
from jixiao.desk.summary.sheet import COUNT, Cell, Link, SummaryColumn, SummarySheet, readable
from jixiao.files import write_atomically
from jixiao.text_width import text_width

LAST_ROW = 1_048_576  # of Excel
LINKS = 65_530  # that a sheet of Excel may hold: with more of them it calls the file damaged
A4 = 9
_TITLE, _NOTE = Font(name="黑体", size=14), Font(name="宋体", size=9, color="595959")
_HEAD, _PLAIN, _LINK = (
    Font(name="宋体", bold=True),
    Font(name="宋体"),
    Font(name="宋体", color="0563C1", underline="single"),
)
_FILL = PatternFill("solid", start_color="DDEBF7")
_LINE = Side("thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRE = Alignment("center", "center", wrap_text=True)
_WRAPPED, _TOP = Alignment(vertical="top", wrap_text=True), Alignment(vertical="top")
_MIDDLE = Alignment("center", "top")
PAGE, SMALLER = 260, 65  # how wide a sheet may be that is made to fit a page; else in per cent
WIDE = 24  # columns from this width on wrap their text


def write_sheets(
    path: Path, sheets: Iterable[SummarySheet], last_row: int = LAST_ROW, links: int = LINKS
) -> list[Path]:
    """Write the workbook; what does not fit on a sheet goes on in .csv files beside it, each for one sheet.

    A sheet has at most that many links: further ones are plain text.
    What was written. Raises OSError; then an earlier workbook is still there.
    """
    book, beside = Workbook(write_only=True), []
    for sheet in sheets:
        left = _write(book.create_sheet(sheet.name), sheet, path, last_row, links)
        beside += rest_files(path, sheet, left, min(last_row, PIECE))
    write_atomically(path, saved_product(book))
    return [path, *beside]


def _write(
    page: WriteOnlyWorksheet, sheet: SummarySheet, path: Path, last_row: int, links: int
) -> Iterator[Row]:
    """The rows that do not fit on the sheet; its last row then says where they are."""
    top = list(_top(page, sheet))
    _set_up(page, sheet, len(top))
    for cells in top:
        page.append(cells)
    rows = iter(sheet.rows)
    painters = [_Painter(page, column, links=links) for column in sheet.columns]
    wrapped = [(place, column.width) for place, column in enumerate(sheet.columns) if column.width >= WIDE]
    written, left = 0, iter(list[Row]())
    for row in islice(rows, last_row - len(top)):
        if len(top) + written == last_row - 1 and (more := next(rows, None)) is not None:
            page.append([_styled(page, f"以下各行在“{rest_name(path, sheet, 1)}”里。", _NOTE)])
            left = chain((row, more), rows)
            break
        written += 1
        with high(page, len(top) + written, lines_of(row, wrapped)):
            page.append([painter.cell(value) for painter, value in zip(painters, row, strict=True)])
    _offer(page, sheet, len(top), written)
    page.auto_filter.ref = (
        f"A{len(top)}:{get_column_letter(len(sheet.columns))}{max(len(top) + written, len(top) + 1)}"
    )
    if sheet.chart and written:
        _add_chart(page, sheet, len(top))
    return left


def _set_up(page: WriteOnlyWorksheet, sheet: SummarySheet, top: int) -> None:
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{top + 1}"
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    page.print_title_rows = f"1:{top}"
    if sum(column.width for column in sheet.columns) <= PAGE:
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
    else:  # several pages beside each other, each with the names
        page.page_setup.scale = SMALLER
        page.print_title_cols = f"A:{get_column_letter(sheet.frozen)}"
    longest = max(text_width(column.label) / column.width for column in sheet.columns)
    page.row_dimensions[top].height = LINE * max(1, ceil(longest * 1.1))
    page.oddFooter.center.text = "第 &P 页，共 &N 页"


def _top(page: WriteOnlyWorksheet, sheet: SummarySheet) -> Iterator[list[WriteOnlyCell]]:
    """Title, note, words over neighbouring columns, and their labels."""
    yield [_styled(page, sheet.title, _TITLE)]
    if sheet.note:
        yield [_styled(page, sheet.note, _NOTE)]
    if sheet.total:
        painters = [_Painter(page, column, _HEAD) for column in sheet.columns]
        yield [painter.cell(value) for painter, value in zip(painters, sheet.total, strict=True)]
    if sheet.headed:
        groups = [list(columns) for _, columns in groupby(sheet.columns, key=lambda column: column.above)]
        words = (word for group in groups for word in (group[0].above, *[""] * (len(group) - 1)))
        yield [_headed(page, word) for word in words]
    yield [_headed(page, column.label) for column in sheet.columns]


def _headed(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = _styled(page, text, _HEAD)
    cell.fill, cell.border, cell.alignment = _FILL, _BOX, _CENTRE
    return cell


def _styled(page: WriteOnlyWorksheet, text: str, font: Font) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, readable(text))
    cell.data_type, cell.font = "s", font
    return cell


class _Painter:
    """Makes the cells of a column. Their style is worked out once: that is most of the time of a cell."""

    def __init__(
        self, page: WriteOnlyWorksheet, column: SummaryColumn, plain: Font = _PLAIN, links: int = 0
    ) -> None:
        self.page, self.links = page, links
        self.plain, self.linked = (self._style(column, font) for font in (plain, _LINK))

    def _style(self, column: SummaryColumn, font: Font) -> object:
        cell = WriteOnlyCell(self.page)
        cell.font, cell.border, cell.number_format = font, _BOX, column.shown
        count = column.shown == COUNT
        cell.alignment = _WRAPPED if column.width >= WIDE else _MIDDLE if count else _TOP
        return cell._style

    def cell(self, value: Cell) -> WriteOnlyCell:
        text = value.text if isinstance(value, Link) else value
        if isinstance(text, str):
            cell = WriteOnlyCell(self.page, readable(text))
            cell.data_type = "s"  # and no formula, whatever it begins with
        else:
            cell = WriteOnlyCell(self.page, text)
        if isinstance(value, Link) and value.target and len(self.page._hyperlinks) < self.links:
            cell.hyperlink = value.target
            cell._style = self.linked
        else:
            cell._style = self.plain
        return cell


def _offer(page: WriteOnlyWorksheet, sheet: SummarySheet, top: int, rows: int) -> None:
    """Drop-downs of the columns in which people type; other words are allowed."""
    for number, column in enumerate(sheet.columns, 1):
        if column.choices and rows:
            offered = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            offered.showErrorMessage = False
            letter = get_column_letter(number)
            offered.add(f"{letter}{top + 1}:{letter}{top + rows}")
            page.data_validations.append(offered)


def _add_chart(page: WriteOnlyWorksheet, sheet: SummarySheet, top: int) -> None:
    bars = sheet.chart
    assert bars
    chart = BarChart()
    chart.type, chart.style, chart.title, chart.legend = "bar", 10, bars.title, None
    chart.height, chart.width = max(6, 2 + 0.7 * bars.rows), 18
    chart.gapWidth = 60
    last = top + bars.rows
    chart.add_data(Reference(page, min_col=bars.values, min_row=top + 1, max_row=last))
    chart.set_categories(Reference(page, min_col=bars.names, min_row=top + 1, max_row=last))
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    page.add_chart(chart, f"{get_column_letter(len(sheet.columns) + 2)}{top}")
