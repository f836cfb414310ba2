"""One verdict per check and scope: the workbook, or each row of a table."""

from __future__ import annotations

from checks.sheets import check, sheet

from jixiao.model.outcome import Outcome

ROWS = [{"名称": "甲", "金额": "3.00", "预算": "3.00"}, {"名称": "乙", "金额": "5.00", "预算": "4.00"}]
IN_ROWS = "明细.金额 <= 明细.预算"


def outcomes(*checks, rows=ROWS, **cells: str) -> list[tuple[str, str]]:
    return [(verdict.key, verdict.outcome.value) for verdict in sheet(*checks, rows=rows, **cells).verdicts]


def test_a_check_of_the_workbook_has_one_verdict():
    assert outcomes("一 = 二", 一="1.00", 二="1.00") == [("X-1", "passed")]
    assert outcomes("一 = 二", 一="1.00", 二="7.00") == [("X-1", "inconsistent")]


def test_a_check_of_a_table_has_a_verdict_per_row_with_the_key_of_the_row():
    assert outcomes(IN_ROWS) == [("X-1@甲", "passed"), ("X-1@乙", "inconsistent")]


def test_over_a_table_without_rows_a_check_is_not_checked_once():
    [verdict] = sheet(IN_ROWS).verdicts
    assert (verdict.outcome, verdict.comparison.reason) == (Outcome.NOT_CHECKED, "未填")


def test_cells_that_are_all_blank_are_not_checked():
    assert outcomes("一 = 二") == [("X-1", "not_checked")]


def test_a_condition_is_asked_in_each_row():
    found = outcomes(check(IN_ROWS, when="明细.金额 > 4"))
    assert found == [("X-1@甲", "not_checked"), ("X-1@乙", "inconsistent")]


def test_a_condition_about_the_workbook_holds_in_all_rows_or_in_none():
    conditional = check(IN_ROWS, when="一 > 0")
    assert outcomes(conditional, 一="1.00") == [("X-1@甲", "passed"), ("X-1@乙", "inconsistent")]
    assert outcomes(conditional, 一="0") == [("X-1@甲", "not_checked"), ("X-1@乙", "not_checked")]


def test_a_condition_that_two_checks_ask_is_answered_for_each_where_it_stands():
    workbook, rows = check("二 > 0", name="X-1", when="一 > 0"), check(IN_ROWS, name="X-2", when="一 > 0")
    found = outcomes(workbook, rows, 一="1.00", 二="2.00")
    assert found == [("X-1", "passed"), ("X-2@甲", "passed"), ("X-2@乙", "inconsistent")]


def test_verdicts_come_in_the_order_of_the_checks():
    assert [key for key, _ in outcomes("二 = 一", IN_ROWS, 一="1.00")] == ["X-1", "X-2@甲", "X-2@乙"]
