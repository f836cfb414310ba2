"""预算完成率 of a budget that another paragraph states."""

from __future__ import annotations

from audit.reports import ids, said

BUDGET = "（一）预算安排。年初预算2760.00万元，年中追加95.00万元，全年预算2855.00万元。"
SPENT = "（二）支出情况。全年支出2729.17万元，预算完成率{}%。"


def test_of_the_full_years_budget():
    assert ids(BUDGET, SPENT.format("95.59")) == []
    assert said(BUDGET, SPENT.format("98.88")) == [("RATE-DONE", "98.88%", "95.59%")]


def test_what_fits_neither_may_be_of_something_else():
    assert ids(BUDGET, SPENT.format("87.13")) == []


def test_within_one_sentence():
    text = "年初预算2760.00万元，全年预算2855.00万元，全年支出2729.17万元，{}98.88%。"
    assert said(text.format("预算完成率")) == [("RATE-DONE", "98.88%", "95.59%")]
    assert ids(text.format("完成年初预算的")) == []


def test_of_what_could_be_used():
    text = ("全年可用预算指标合计5233.50万元。", "2.支出情况。2023年部门支出4936.72万元，预算执行率为{}%。")
    assert ids(text[0], text[1].format("94.33")) == []
    assert said(text[0], text[1].format("93.43")) == [("RATE-NAMED", "93.43%", "94.33%")]
