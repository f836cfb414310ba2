"""A rate of whatever name is the quotient of the two figures before it, if a slip explains the rest."""

from __future__ import annotations

from audit.reports import ids, said

VACCINATED = "应种13420人，实种12856人，接种率{}%。"
DONE = "年初预算1000.00万元，实际支出986.43万元，完成{}%，用于缴纳养老保险。"


def test_of_two_counts():
    assert ids(VACCINATED.format("95.80")) == []
    assert said(VACCINATED.format("97.80"))[0][:2] == ("RATE-NAMED", "97.80%")


def test_of_budget_and_result():
    assert ids(DONE.format("98.64")) == []
    assert said(DONE.format("89.64"))[0][:2] == ("RATE-NAMED", "89.64%")


def test_one_of_something_else():
    assert ids(VACCINATED.format("88.31")) == []
    assert ids("发放问卷240份，收回228份，满意度98%。") == []


def test_of_what_is_done_and_what_is_not():
    text = "经评价，完成指标26个，未完成2个，指标完成率{}%。"
    assert ids(text.format("92.86")) == []
    assert ids(text.format("98.26")) == ["RATE-NAMED"]


def test_what_was_saved():
    text = "招标控制价合计358.00万元，中标价合计342.28万元，较控制价节约15.72万元，节约率{}%。"
    assert ids(text.format("4.39")) == []
    assert len(ids(text.format("4.93"))) == 1


def test_what_is_left_may_belong_to_the_budget():
    assert ids("全年支出2301.08万元，年末结转结余46.63万元，预算完成率98.01%。") == []
