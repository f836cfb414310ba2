"""取数表: the table of figures as a workbook."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.report.proof.figure_table import COLUMNS, LONGEST_CELL, TALLEST, FigureRow, figure_table

CELLS = (
    "一、概况",
    "第3段",
    "支出346.08万元",
    "346.08",
    "支出.合计",
    "本年支出合计",
    "收支总表!B10",
    "346.08万元",
    "",
)
LINKED = FigureRow(CELLS, "external:工作簿.xlsm#'收支总表'!B10")


def sheet(*rows: FigureRow) -> Worksheet:
    return load_workbook(BytesIO(figure_table(rows, "报告：甲.docx")))["取数表"]


def test_the_source_stands_above_the_headings():
    table = sheet(LINKED)
    assert table["A1"].value == "报告：甲.docx"
    assert [cell.value for cell in table[2]] == [name for name, _ in COLUMNS]
    assert [table.column_dimensions[letter].width for letter in "ABD"] == pytest.approx([6, 24, 46], abs=1)


def test_each_figure_has_a_row_with_its_number():
    table = sheet(LINKED, LINKED)
    assert [[cell.value for cell in row] for row in table["A3:J4"]] == [[number, *CELLS] for number in (1, 2)]
    assert table.max_row == 4


def test_the_link_leads_to_the_cell():
    [cell] = [row[10] for row in sheet(LINKED).iter_rows(min_row=3)]
    assert cell.value == "打开"
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("工作簿.xlsm", "'收支总表'!B10")


def test_a_figure_without_cell_has_no_link_but_a_frame():
    cell = sheet(FigureRow(CELLS, ""))["K3"]
    assert (cell.value, cell.hyperlink, cell.border.left.style) == (None, None, "thin")


def test_headings_stand_out_and_text_is_wrapped():
    table = sheet(LINKED)
    head, plain = table["B2"], table["B3"]
    assert (head.font.b, head.fill.fgColor.rgb, head.border.top.style, head.alignment.vertical) == (
        True,
        "FFD9E1F2",
        "thin",
        "center",
    )
    assert (plain.alignment.wrap_text, plain.alignment.vertical, plain.border.top.style) == (
        True,
        "top",
        "thin",
    )
    assert not plain.font.b
    assert table["A3"].border.top.style == "thin"


def test_text_is_text():
    odd = FigureRow(("=1+1", "https://example.com", "长" * (LONGEST_CELL + 5), *CELLS[3:]), "")
    table = sheet(odd)
    assert (table["B3"].value, table["B3"].data_type) == ("=1+1", "s")
    assert table["C3"].hyperlink is None
    assert len(table["D3"].value) == LONGEST_CELL


def test_the_sheet_can_be_filtered_scrolled_and_printed():
    table = sheet(LINKED, LINKED)
    assert (table.auto_filter.ref, table.freeze_panes) == ("A2:K4", "A3")
    assert (table.page_setup.orientation, table.page_setup.paperSize) == ("landscape", 9)
    assert (table.page_setup.fitToWidth, table.page_setup.fitToHeight) == (None, 0)  # one page wide
    assert table.sheet_properties.pageSetUpPr.fitToPage
    assert table.print_title_rows == "$2:$2"


def test_an_empty_table_has_its_headings():
    table = sheet()
    assert (table.max_row, table.auto_filter.ref) == (2, "A2:K2")


@pytest.mark.parametrize(
    ("column", "text", "lines"),
    [
        (0, "", 1),
        (0, "长" * 12, 1),
        (0, "长" * 13, 2),
        (0, "a" * 24, 1),
        (0, "a" * 25, 2),
        (2, "长" * 23, 1),
        (2, "长" * 24, 2),
        (8, "长" * 60, 3),
        (8, "长" * 1000, TALLEST / 16),
    ],
)
def test_a_row_is_as_high_as_its_longest_cell_wants(column: int, text: str, lines: float):
    cells = tuple(text if at == column else "" for at in range(9))
    assert sheet(FigureRow(cells, "")).row_dimensions[3].height == pytest.approx(16 * lines, abs=0.4)


def test_no_clock_is_in_the_file():
    assert figure_table([LINKED], "甲") == figure_table([LINKED], "甲")
    created = load_workbook(BytesIO(figure_table([], "甲"))).properties.created
    assert created.year == 1980
