"""What is lacking in a year, what is left of it, and the balance that follows."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("全年收入1204.55万元，全年支出1890.74万元，收支缺口{}万元，动用历年结余，期初结余2418.30万元，"
         "期末滚存结余1732.11万元。", "686.19", "668.19"),
        ("基金收入1824.37万元，基金支出1487.94万元，当期结余{}万元，期初结余2271.68万元，"
         "期末结余2608.11万元。",
         "336.43", "363.43"),
        ("年初结转结余12.65万元，本年收支结余{}万元，年末结转结余21.87万元。", "9.22", "8.22"),
        ("本年收入100.00万元，本年支出109.22万元，当年缺口{}万元，用年初结余弥补。", "9.22", "9.32"),
        ("全年收入1200.00万元，全年支出1180.50万元，收支差额{}万元。", "19.50", "15.90"),
    ],
)  # fmt: skip
def test_gaps_and_balances(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert [one[0] for one in said(text.format(wrong))] == ["EQUATION"]


@pytest.mark.parametrize(
    "text",
    [
        "年初结转和结余12.65万元，本年收支结余9.22万元，收回财政5.00万元，年末结转和结余16.87万元。",
        "项目资金缺口120.00万元，基金支出300.00万元，基金收入200.00万元。",
    ],
)
def test_silent_where_something_else_has_changed_it(text: str):
    assert ids(text) == []


def test_what_is_left_of_what_was_put_in():
    lines = "全县共投入衔接资金8800.00万元。", "有关情况如下。", "累计支付衔接资金8588.00万元，结转{}万元。"
    assert ids(*lines[:2], lines[2].format("212.00")) == []
    assert ids(*lines[:2], lines[2].format("221.00")) == ["REMAINDER"]
    assert ids(*lines[:2], lines[2].format("150.00")) == []


def test_cases_that_are_left():
    text = "全年受理投诉412件，{}已办结405件，办结率98.30%，剩余{}件正在处理。"
    assert ids(text.format("", 7)) == []
    assert said(text.format("", 17)) == [("REMAINDER", "17件", "7件")]
    assert ids(text.format("上年结转10件，", 17)) == []
    assert ids(text.format("", 24)) == []  # of the year before too, maybe
