"""Worksheets of new and old workbooks: cells, merged cells, hidden sheets and rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from importing.pages import Page, write_xlsx

from jixiao.documents.cells import HIDDEN_ROW, SCALED, SourceCell
from jixiao.documents.document import Merge, SourceTable
from jixiao.documents.reading import read_document

FIRST = Page(
    "x",
    {(1, 1): "收入", (2, 1): Decimal("12.30"), (3, 2): "  ", (4, 1): 7},
    merges=[(1, 1, 1, 3)],
    hidden_rows=(4,),
)


def tables(path: Path) -> list[SourceTable]:
    return list(read_document(path).tables)


def test_each_worksheet_is_a_table_under_its_name(tmp_path: Path):
    first, second = tables(write_xlsx(tmp_path / "a.xlsx", [FIRST, Page("x", {(1, 1): 1}, hidden=True)]))
    assert (first.place.sheet, first.hidden, first.merges) == ("Sheet1", False, (Merge(1, 1, 1, 3),))
    assert (second.place.sheet, second.hidden) == ("Sheet2", True)


def test_cells_are_numbers_or_texts_and_blanks_are_none(tmp_path: Path):
    (table,) = tables(write_xlsx(tmp_path / "a.xlsx", [FIRST]))
    assert table.rows == {
        1: {1: SourceCell("收入")},
        2: {1: SourceCell("12.3", Decimal("12.3"))},
        4: {1: SourceCell("7", Decimal(7), HIDDEN_ROW)},
    }


def test_an_error_and_a_formula_without_a_value_are_trouble(tmp_path: Path):
    from openpyxl import load_workbook

    book = load_workbook(write_xlsx(tmp_path / "a.xlsx", [FIRST]))
    book.active["E1"], book.active["B2"] = "#N/A", "=1+1"
    book.save(tmp_path / "a.xlsx")
    (table,) = tables(tmp_path / "a.xlsx")
    assert (table.rows[1][5].trouble, table.rows[2][2].trouble[:8]) == ("单元格是错误值", "公式没有算出结果")


@pytest.mark.parametrize(
    ("shown_as", "trouble"),
    [("0!.0,", SCALED), ("#,##0.00,,", SCALED), ("0\\.0000", SCALED), ("#,##0.00_);(#,##0.00)", "")],
)
def test_a_number_that_is_shown_as_a_smaller_one_is_trouble(shown_as: str, trouble: str, tmp_path: Path):
    from openpyxl import load_workbook

    book = load_workbook(write_xlsx(tmp_path / "a.xlsx", [FIRST]))
    book.active["A2"].number_format = shown_as
    book.save(tmp_path / "a.xlsx")
    (table,) = tables(tmp_path / "a.xlsx")
    assert table.rows[2][1].trouble == trouble


@pytest.mark.parametrize(
    ("value", "shown_as", "cell"),
    [
        (Decimal("10.4"), "0", SourceCell("10.4", Decimal("10.4"), shown="10")),
        (Decimal("10.4"), '#,##0.00_ "分"', SourceCell("10.4", Decimal("10.4"))),
        (Decimal("10.4"), "General", SourceCell("10.4", Decimal("10.4"))),
        (Decimal("45301"), "yyyy-mm-dd", SourceCell("2024-01-10")),
        (Decimal("12"), "yyyy-mm-dd", SourceCell("12", Decimal(12))),  # no day of our time
    ],
)
def test_what_a_format_makes_of_a_number_is_kept(value, shown_as, cell, tmp_path: Path):
    from openpyxl import load_workbook

    book = load_workbook(write_xlsx(tmp_path / "a.xlsx", [FIRST]))
    book.active["A2"] = value
    book.active["A2"].number_format = shown_as
    book.save(tmp_path / "a.xlsx")
    assert tables(tmp_path / "a.xlsx")[0].rows[2][1] == cell


def test_a_cell_that_is_struck_out_as_a_whole_says_so(tmp_path: Path):
    from openpyxl import load_workbook
    from openpyxl.styles import Font

    book = load_workbook(write_xlsx(tmp_path / "a.xlsx", [FIRST]))
    book.active["A2"].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    rows = tables(tmp_path / "a.xlsx")[0].rows
    assert (rows[2][1].struck, rows[1][1].struck) == (True, False)
