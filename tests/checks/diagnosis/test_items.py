"""Whether a table could lack a row, and whether its total is borne out elsewhere."""

from __future__ import annotations

import pytest
from checks.sheets import YUAN, Sheet, sheet

from jixiao.checks.diagnosis.appraisal import Appraisal
from jixiao.checks.diagnosis.items import Items

SUM, OTHER = "合计 = SUM(明细.金额)", "合计 = 一 + 二"
ROWS = [{"名称": "甲", "金额": "3.00", "预算": "4.00"}, {"名称": "乙", "金额": "5.00", "预算": "4.00"}]
AGREED = {"合计": "10.00", "一": "4.00", "二": "6.00"}


def items(book: Sheet) -> Items:
    return Items(Appraisal(book.network, YUAN))


def may_lack_a_row(book: Sheet) -> bool:
    edge = book.network.edge(0)
    assert edge is not None
    return items(book).may_lack_a_row(edge)


def test_a_total_that_is_more_than_its_rows_and_agrees_elsewhere_may_lack_a_row():
    assert may_lack_a_row(sheet(SUM, OTHER, rows=ROWS, **AGREED))


def test_a_total_that_is_less_than_its_rows_lacks_none():
    assert not may_lack_a_row(sheet(SUM, OTHER, rows=ROWS, 合计="6.00", 一="2.00", 二="4.00"))


def test_a_total_that_nothing_else_bears_out_lacks_none():
    assert not may_lack_a_row(sheet(SUM, rows=ROWS, **AGREED))
    assert not may_lack_a_row(sheet(SUM, OTHER, rows=ROWS, **AGREED | {"一": "9.00"}))


def test_a_sum_of_single_cells_has_no_rows_to_lack():
    assert not may_lack_a_row(
        sheet("合计 = 一 + 二", "合计 = 总计 + 三", 合计="10.00", 一="8.00", 总计="10.00")
    )


def test_no_row_is_missing_where_another_column_of_the_same_rows_adds_up():
    beside = "总计 = SUM(明细.预算)"
    assert not may_lack_a_row(sheet(SUM, OTHER, beside, rows=ROWS, **AGREED, 总计="8.00"))
    assert may_lack_a_row(sheet(SUM, OTHER, beside, rows=ROWS, **AGREED, 总计="9.00"))


def test_rows_that_the_relation_names_by_their_keys_are_no_open_list():
    named = '合计 = SUMIF(明细.名称, "甲", 明细.金额) + SUMIF(明细.名称, "乙", 明细.金额)'
    assert not may_lack_a_row(sheet(named, OTHER, rows=ROWS, **AGREED))


def test_a_cell_agrees_elsewhere_if_any_of_its_equations_holds():
    book = sheet(SUM, OTHER, rows=ROWS, **AGREED)
    assert items(book).agrees_elsewhere(book.cell("合计"))
    assert not items(book).agrees_elsewhere(book.cell("明细.金额"))


@pytest.mark.parametrize(
    ("relation", "balanced"),
    [
        ("合计 = 一 + 二", False),  # a sum: as old as its items
        ("一 + 二 = 三 + 四", True),  # both sides add up
        ("三 = 一 + 二 - 四", True),  # something is taken away
        ("一 + 二 = 合计", False),  # a sum the other way round
    ],
)
def test_the_accounts_balance_with_a_figure_that_an_equation_other_than_a_sum_holds(
    relation: str, balanced: bool
):
    cells = {"一": "4.00", "二": "6.00", "三": "7.00", "四": "3.00", "合计": "10.00"}
    book = sheet(relation, **cells)
    assert items(book).balanced(book.cell("一")) is balanced


def test_an_equation_that_is_out_proves_no_balance():
    book = sheet("一 + 二 = 三 + 四", 一="4.00", 二="6.00", 三="9.00", 四="3.00")
    assert not items(book).balanced(book.cell("一"))


def test_a_sum_of_single_cells_lacks_no_row_although_a_table_bears_its_total_out():
    rows = [{"名称": "甲", "金额": "10.00"}]
    assert not may_lack_a_row(sheet("合计 = 一 + 二", SUM, rows=rows, 合计="10.00", 一="4.00"))
