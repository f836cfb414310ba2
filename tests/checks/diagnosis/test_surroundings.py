"""What stands around a cell: bare rows, lines with other figures, neighbours."""

from __future__ import annotations

from checks.sheets import VOCABULARY, Sheet, sheet

from jixiao.checks.diagnosis.surroundings import Surroundings, beside
from jixiao.model.fact import Place


def around(of: Sheet) -> Surroundings:
    return Surroundings((of.record,), VOCABULARY)


def bare(term: str = "明细.金额", **row: str) -> bool:
    book = sheet(rows=[row], 一="5.00")
    return around(book).row_is_bare(book.fact(term))


def test_a_row_with_a_name_and_no_figure_is_bare():
    assert bare(名称="甲")
    assert bare(名称="甲", 金额="0")


def test_a_row_with_a_figure_is_not_bare():
    assert not bare(名称="甲", 预算="1.00")


def test_a_row_that_nobody_touched_is_not_bare():
    assert not bare()


def test_a_cell_outside_the_tables_stands_in_no_bare_row():
    book = sheet(人数="0")
    assert not around(book).row_is_bare(book.fact("一"))


def test_a_blank_cell_has_company_where_its_line_has_a_figure():
    book = sheet(二="5.00")
    assert around(book).has_company(book.fact("一"))
    assert not around(book).has_company(book.fact("三"))


def test_a_zero_is_no_company():
    book = sheet(二="0")
    assert not around(book).has_company(book.fact("一"))


def test_the_cells_of_a_row_are_no_company():
    book = sheet(rows=[{"名称": "甲", "预算": "1.00"}])
    assert not around(book).has_company(book.fact("明细.金额"))


def test_figures_are_found_by_their_address_and_words_are_not():
    book = sheet(rows=[{"名称": "甲", "金额": "1.00"}], 二="5.00", 三="0")
    assert around(book).facts_by_place == {
        ("表", "C2"): book.fact("二"),
        ("表", "B20"): book.fact("明细.金额"),
    }


def test_a_fact_is_known_with_its_row_or_its_workbook():
    book = sheet(rows=[{"名称": "甲"}, {"名称": "乙"}])
    records = around(book).records
    assert records[book.cell("明细.金额", 1)].key == "乙"
    assert records[book.cell("一")] is book.record


def test_the_neighbours_are_named_clockwise_from_the_left_but_above_first():
    assert list(beside(Place("表", "C7"))) == [("表", "C6"), ("表", "B7"), ("表", "C8"), ("表", "D7")]


def test_in_a_wide_sheet_the_last_letter_of_a_column_counts():
    assert [cell for _, cell in beside(Place("表", "AB3"))] == ["AB2", "AA3", "AB4", "AC3"]


def test_what_is_no_address_has_no_neighbours():
    assert list(beside(Place("表", "第7行"))) == []
