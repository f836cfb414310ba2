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


def test_a_rate_in_a_paragraph_of_its_own():
    lines = ("2023年基金收入2836.29万元，比上年减少312.84万元，下降9.93%。", "完成年初预算2626.69万元的{}%。")
    assert ids(lines[0], lines[1].format("107.98")) == []
    assert ids(lines[0], lines[1].format("307.98")) == ["RATE-DONE"]


def test_the_one_budget_of_a_sentence_of_progress():
    text = "调整预算数10142.85万元，1—6月支出4511.38万元，执行进度44.48%；1—9月支出7188.20万元，执行进度{}%。"
    assert ids(text.format("70.87")) == []
    assert ids(text.format("78.07")) == ["RATE-DONE"]


def test_a_budget_that_the_report_names_elsewhere():
    lines = ("年初预算9180.00万元。", "全年追加2350.00万元，占年初预算的{}%。")
    assert ids(lines[0], lines[1].format("25.60")) == []
    assert ids(lines[0], lines[1].format("26.50")) == ["RATE-DONE"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("支出决算1752.60万元。与1690.00万元的年初预算相比，完成年初预算的{}%。", "103.70", "107.30"),
        ("新增参保4126人，完成目标任务4000人的{}%。", "103.15", "101.35"),
    ],
)
def test_a_base_within_the_phrase(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) == ["RATE-DONE"]


def test_a_sentence_behind_a_list_is_about_what_its_paragraph_begins_with():
    text = (
        "基金收入5052.88万元。其中：保险费收入4886.57万元；利息收入166.31万元。完成年初预算{}万元的94.33%。"
    )
    assert ids(text.format("5356.55")) == []
    assert said(text.format("536.55")) == [("RATE-DONE", "94.33%", "941.74%")]


def test_of_an_early_budget_that_there_was_not():
    text = "水资源节约管理年初未安排预算，全年预算149.59万元，支出决算145.19万元，完成{}预算的97.06%。"
    assert ids(text.format("全年")) == []
    assert ids(text.format("年初")) == ["RATE-BASE"]


def test_of_a_budget_said_directly_behind():
    text = "运行维护费支出决算为12.20万元，完成预算的{}%，预算14.00万元，比上年减少0.60万元，下降4.69%。"
    assert ids(text.format("87.14")) == []
    assert ids(text.format("84.17")) == ["RATE-DONE"]


def test_a_budget_is_carried_out_by_what_is_spent():
    text = "全年预算3,756.80万元。本年实际收入3,756.80万元，本年支出3,702.15万元，预算完成率{}%。"
    assert ids(text.format("98.55")) == []
    assert ids(text.format("95.85")) == ["RATE-DONE"]
    income = "全年收入预算200.00万元，实际收入190.00万元，本年支出180.00万元，收入预算完成率95.00%。"
    assert ids(income) == []
    either = "全年预算200.00万元，实际收入200.00万元，本年支出190.00万元，完成预算的100.00%。"
    assert ids(either) == []


def test_lamps_that_are_mended_are_counted_by_times():
    text = "全年维修路灯{}盏次，完成年度目标12000盏次的102.88%。"
    assert ids(text.format("12346")) == []
    assert ids(text.format("13426")) == ["RATE-DONE"]
