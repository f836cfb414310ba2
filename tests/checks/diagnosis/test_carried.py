"""A wrong figure whose totals were added up with it is told with them; no column is said to be exchanged."""

from __future__ import annotations

from decimal import Decimal

from checks.sheets import YUAN, Sheet, sheet

from jixiao.checks.diagnosis.carried import carried
from jixiao.checks.diagnosis.hints import hints

RELATIONS = ('三 = SUMIF(明细.名称, "甲", 明细.金额)', "合计 = 一 + 三", "总计 = SUM(明细.金额)")
ROWS = [{"名称": "甲", "金额": "4.18"}, {"名称": "乙", "金额": "12.56"}]


def book(beside: str = "4.18", **cells: str) -> Sheet:
    """三 and its total are out by 8.36; the cell beside it shows what was meant."""
    figures = {"一": "12.56", "三": "12.54", "四": beside, "合计": "25.10", "总计": "16.74"}
    return sheet(*RELATIONS, rows=ROWS, **figures | cells)


def told(of: Sheet) -> list[str]:
    return [one.message for hint in hints(of.network, YUAN).values() for one in hint.suggestions]


def test_the_figure_is_told_with_the_totals_that_follow_it():
    first, *_ = told(book())
    assert first == (
        "表!B3 “三”填 12.54，若为 4.18、表!B4 “合计”随之为 16.74 则相符，与旁边的 C3 一样，"
        "像是填错了数，合计也跟着错。"
    )


def test_without_the_figure_beside_it_an_old_total_is_told_as_before():
    assert not any("随之" in message for message in told(book(beside="9.99")))


def test_a_total_follows_unless_it_is_held_to_something_else():
    free = book()
    assert carried(free.cell("三"), Decimal("-8.36"), free.network) == {free.cell("合计"): Decimal("-8.36")}
    held = sheet(*RELATIONS, "合计 = 二 + 结余", rows=ROWS, 一="12.56", 三="12.54", 合计="25.10", 二="25.10")
    assert carried(held.cell("三"), Decimal("-8.36"), held.network) == {}
