"""Sheets -> an .xlsx. Texts stay texts, whatever they begin with; rows that do not fit go on beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from itertools import accumulate, chain, groupby, islice
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins

from jixiao.desk.own_products import saved_product
from jixiao.desk.summary.full_disk import as_of_the_system
from jixiao.desk.summary.line_heights import LINE, lines_of
from jixiao.desk.summary.looks import HEAD, LINK, NOTE, CellLook
from jixiao.desk.summary.page import SummaryPage
from jixiao.desk.summary.rest import PIECE, Row, put_beside, rest_files, rest_name
from jixiao.desk.summary.sheet import (
    COUNT,
    FIGURE,
    GOES_ON,
    Cell,
    Link,
    Painted,
    SummaryColumn,
    SummarySheet,
    Value,
    text_of,
)
from jixiao.files import write_atomically
from jixiao.text_width import text_width

LAST_ROW = 1_048_576  # of Excel
LINKS = 65_530  # that a sheet of Excel may hold: with more of them it calls the file damaged
A4 = 9
_TITLE, _NOTE = Font(name="黑体", size=14), Font(name="宋体", size=9, color=NOTE)
_HEAD, _PLAIN, _LINK = (
    Font(name="宋体", bold=True),
    Font(name="宋体"),
    Font(name="宋体", color=LINK, underline="single"),
)
_FILL = PatternFill("solid", start_color=HEAD)
_LINE = Side("thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEADED = {
    "font": _HEAD,
    "fill": _FILL,
    "border": _BOX,
    "alignment": Alignment("center", "center", wrap_text=True),
}
_WRAPPED, _TOP = Alignment(vertical="top", wrap_text=True), Alignment(vertical="top")
_MIDDLE = Alignment("center", "top")
PAGE, SMALLER = 260, 65  # how wide a sheet may be that is made to fit a page; else in per cent
PRINTED, LEAST = 150, 60  # how wide its first page is else; and what of it a note needs to be wrapped


def write_sheets(
    path: Path,
    sheets: Iterable[SummarySheet],
    last_row: int = LAST_ROW,
    links: int = LINKS,
    put: Callable[[Path, bytes], Path | None] = write_atomically,
    beside: Callable[[Path, bytes | None], None] = put_beside,
) -> list[Path]:
    """Write the workbook; what does not fit on a sheet goes on in .csv files beside it, each for one sheet.

    A sheet has at most that many links: further ones are plain text. `put` writes the workbook, and says
    where if it is elsewhere; `beside` writes the others, or takes one away that is not needed any more.
    What was written. Raises OSError; then an earlier workbook is still there.
    """
    book, more = Workbook(write_only=True), []
    with as_of_the_system(book):
        for sheet in sheets:
            left = _write(SummaryPage(book, sheet.name), sheet, path, last_row, links)
            more += rest_files(path, sheet, left, min(last_row, PIECE), beside)
        content = saved_product(book)
    return [put(path, content) or path, *more]


def _write(page: SummaryPage, sheet: SummarySheet, path: Path, last_row: int, links: int) -> Iterator[Row]:
    """The rows that do not fit on the sheet; its last row then says where they are."""
    top = 2 + sum(map(bool, (sheet.note, sheet.total, sheet.headed)))
    _set_up(page, sheet, top)
    _write_top(page, sheet)
    rows = iter(sheet.rows)
    painters = [_Painter(page, number, column, links=links) for number, column in enumerate(sheet.columns, 1)]
    wrapped = [(place, column.width) for place, column in enumerate(sheet.columns) if column.wraps]
    written, left = 0, iter(list[Row]())
    for row in islice(rows, last_row - top):
        if page.written == last_row - 1 and (more := next(rows, None)) is not None:
            said = f"{GOES_ON}{rest_name(path, sheet, 1)}”里。"
            page.line([page.cell(1, page.style(font=_NOTE), said)])
            left = chain((row, more), rows)
            break
        written, lines = written + 1, lines_of(row, wrapped)
        cells = [painter.cell(value) for painter, value in zip(painters, row, strict=True)]
        page.line(cells, LINE * lines if lines > 1 else 0, hidden=_is_hidden(sheet, row))
    _offer(page, sheet, top, written)
    page.auto_filter.ref = f"A{top}:{get_column_letter(len(sheet.columns))}{max(top + written, top + 1)}"
    if sheet.filtered:
        page.auto_filter.add_filter_column(sheet.filtered.column, sheet.filtered.shown)
    if sheet.chart and written:
        _add_chart(page, sheet, top)
    return left


def _is_hidden(sheet: SummarySheet, row: Sequence[Cell]) -> bool:
    return bool(sheet.filtered and text_of(row[sheet.filtered.column]) not in sheet.filtered.shown)


def _set_up(page: SummaryPage, sheet: SummarySheet, top: int) -> None:
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{top + 1}"
    for number, column in enumerate(sheet.columns, 1):
        described = page.column_dimensions[get_column_letter(number)]
        described.width, described.hidden = column.width, column.hidden
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
    page.oddFooter.center.text = "第 &P 页，共 &N 页"


def _write_top(page: SummaryPage, sheet: SummarySheet) -> None:
    """Title, note, words over neighbouring columns, and their labels."""
    page.line([page.cell(1, page.style(font=_TITLE), sheet.title)])
    if sheet.note:
        _write_note(page, sheet)
    if sheet.total:
        painters = [_Painter(page, number, column, _HEAD) for number, column in enumerate(sheet.columns, 1)]
        page.line([painter.cell(value) for painter, value in zip(painters, sheet.total, strict=True)])
    if sheet.headed:
        groups = [list(columns) for _, columns in groupby(sheet.columns, key=lambda column: column.above)]
        page.line(
            _heads(page, (word for group in groups for word in (group[0].above, *[""] * (len(group) - 1))))
        )
    labels = _heads(page, (column.label for column in sheet.columns))
    page.line(labels, LINE * max(map(_lines_of_label, sheet.columns)))


def _write_note(page: SummaryPage, sheet: SummarySheet) -> None:
    """Over the columns of the first page that is printed: a longer line would be cut off there."""
    widths = list(accumulate(0 if column.hidden else column.width for column in sheet.columns))
    room = widths[-1] if widths[-1] <= PAGE else PRINTED
    columns = [number for number, width in enumerate(widths, 1) if width <= room]
    wide = widths[len(columns) - 1] if columns else 0
    if len(columns) < 2 or wide < LEAST:  # too narrow to wrap
        page.line([page.cell(1, page.style(font=_NOTE), sheet.note)])
        return
    page.merged_cells.add(f"A{page.written + 1}:{get_column_letter(columns[-1])}{page.written + 1}")
    lines = ceil(text_width(sheet.note) / wide)
    cell = page.cell(1, page.style(font=_NOTE, alignment=_WRAPPED), sheet.note)
    page.line([cell], LINE * lines if lines > 1 else 0)


def _lines_of_label(column: SummaryColumn) -> int:
    return sum(max(1, ceil(1.1 * text_width(line) / column.width)) for line in column.label.split("\n"))


def _heads(page: SummaryPage, words: Iterable[str]) -> list[str]:
    style = page.style(**_HEADED)
    return [page.cell(number, style, word) for number, word in enumerate(words, 1)]


class _Painter:
    """Makes the cells of a column, with a link up to a number of them on the sheet."""

    def __init__(
        self, page: SummaryPage, number: int, column: SummaryColumn, plain: Font = _PLAIN, links: int = 0
    ) -> None:
        self.page, self.number, self.links, self.column = page, number, links, column
        self.fonts = (plain, _LINK)
        self.plain, self.linked = map(self._style, self.fonts)
        self.hers: dict[tuple[CellLook, str], tuple[int, int]] = {}
        self.whole = self._style(plain, number_format=COUNT) if column.shown == FIGURE else self.plain

    def _style(self, font: Font, **more: object) -> int:
        column = self.column
        alignment = _WRAPPED if column.wraps else _MIDDLE if column.middle or column.shown == COUNT else _TOP
        look = {"border": _BOX, "number_format": column.shown, "alignment": alignment, **more}
        return self.page.style(font=font, **look)

    def _painted(self, look: CellLook, value: Value | Link) -> tuple[int, int]:
        shown = COUNT if self.whole != self.plain and isinstance(value, int) else self.column.shown
        if (look, shown) not in self.hers:
            more = {"fill": copy(look.fill)} if look.fill else {}
            plain, linked = (self._style(look.font(font), number_format=shown, **more) for font in self.fonts)
            self.hers[look, shown] = plain, linked
        return self.hers[look, shown]

    def cell(self, value: Cell) -> str:
        plain, linked = self.whole if isinstance(value, int) else self.plain, self.linked
        if isinstance(value, Painted):
            plain, linked = self._painted(value.look, value.content)
            value = value.content
        if not isinstance(value, Link):
            return self.page.cell(self.number, plain, value)
        if not value.target or len(self.page.links) >= self.links:
            return self.page.cell(self.number, plain, value.text)
        self.page.linked(self.number, value.target)
        return self.page.cell(self.number, linked, value.text)


def _offer(page: SummaryPage, sheet: SummarySheet, top: int, rows: int) -> None:
    """Drop-downs of the columns in which people type; other words are allowed."""
    for number, column in enumerate(sheet.columns, 1):
        if column.choices and rows:
            offered = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            offered.showErrorMessage = False
            letter = get_column_letter(number)
            offered.add(f"{letter}{top + 1}:{letter}{top + rows}")
            page.data_validations.append(offered)


def _add_chart(page: SummaryPage, sheet: SummarySheet, top: int) -> None:
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
