"""Execution rates, and the budget that they name."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "支出年初预算为200.00万元，支出决算为190.00万元，完成年初预算的{}%。",
        "全年预算数200.00万元，执行数190.00万元，预算执行率为{}%。",
        "年初预算200.00万元。支出决算190.00万元，完成年初预算的{}%。",
    ],
)
def test_a_rate_that_does_not_follow(text: str):
    assert ids(text.format("95.00")) == []
    assert said(text.format("59.00")) == [("RATE-DONE", "59.00%", "95.00%")]


def test_the_words_name_another_budget_than_the_rate():
    text = "年初预算为0万元，全年预算为200.00万元，支出决算为190.00万元，完成年初预算的95.00%。"
    assert said(text) == [("RATE-BASE", "完成年初预算", "完成全年预算")]


@pytest.mark.parametrize(
    "text",
    [
        "支出决算为190.00万元，完成年初预算的91.00%。",
        "甲项年初预算为200.00万元；乙项支出决算为19.00万元，完成年初预算的91.00%。",
    ],
)
def test_silent_where_a_figure_is_missing(text: str):
    assert ids(text) == []


def test_money_that_has_arrived_is_not_spent():
    assert ids("项目预算20.00万元。实际到位20.00万元，资金到位率100%，支付18.00万元，支付率90.00%。") == []
