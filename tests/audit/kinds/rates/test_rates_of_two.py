"""A rate of whatever name is the quotient of the two figures before it, if a slip explains the rest."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    "text",
    [
        "应发补助7846人，实发7846人，发放率100%，按时到账率99.87%（10人次月补发）。",
        "应发补助7846人，实发7846人，按时到账率99.87%（10人次月补发）。",
        "应发补助7846人，实发7746人，发放率98.73%，按时到账率97.50%。",
        "计划48处，实际完成51处，完成率106.25%，验收合格率98.04%，群众知晓率91.20%。",
    ],
)
def test_a_second_rate_is_of_something_else(text: str):
    assert ids(text) == []


def test_the_first_rate_is_of_both_figures():
    assert said("应发补助7846人，实发7746人，发放率97.83%，按时到账率97.50%。") == [
        ("RATE-NAMED", "97.83%", "98.73%")
    ]


def test_all_but_those_in_the_bracket():
    text = "应发补助7846人，实发7846人，按时到账率{}（10人因银行卡失效次月补发）。"
    assert ids(text.format("99.87%")) == []
    assert said(text.format("98.97%")) == [("RATE-NAMED", "98.97%", "99.87%")]


def test_what_was_done_within_a_time_is_timely():
    text = "接到报修2450件，24小时内修复2376件，及时修复率{}%。"
    assert ids(text.format("96.98")) == []
    assert said(text.format("97.69")) == [("RATE-NAMED", "97.69%", "96.98%")]
