"""Rates that are called by a name."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "计划投资80.00万元，实际到位76.00万元，到位率{}%。",
        "资产总额80.00万元，负债总额76.00万元，资产负债率{}%。",
        "抽检工程80处，合格76处，合格率{}%。",
        "收回有效问卷80份，其中满意76份，满意度{}%。",
    ],
)
def test_a_rate_that_does_not_follow(text: str):
    assert ids(text.format("95.00")) == []
    assert said(text.format("59.00")) == [("RATE-NAMED", "59.00%", "95.00%")]


def test_silent_without_the_figures():
    assert ids("各项工作按期完成，群众满意度91.00%，资金到位率100%。") == []


def test_the_whole_is_said_far_away():
    lines = (
        "概算总投资4860.00万元。",
        "一、实施",
        "已经开工。",
        "二、资金",
        "实际到位4617.00万元，到位率{}%。",
    )
    assert ids(*lines[:4], lines[4].format("95")) == []
    assert said(*lines[:4], lines[4].format("98")) == [("RATE-NAMED", "98%", "95%")]


def test_what_is_not_wrong_is_right():
    text = "抽查档案320份，资料不全24份，合格率{}%。"
    assert ids(text.format("92.50")) == []
    assert said(text.format("97.50")) == [("RATE-NAMED", "97.50%", "92.50%")]


def test_the_first_part_of_a_list_over_its_whole():
    text = "卫片图斑312个，已整改297个，正在整改15个，整改率{}%。"
    assert ids(text.format("95.19")) == []
    assert said(text.format("91.59")) == [("RATE-NAMED", "91.59%", "95.19%")]


def test_a_rate_of_its_own_money_is_not_of_all():
    one, other = "中央资金支出23696.40万元，支出进度98.00%", "自治区资金支出9312.25万元，支出进度96.50%"
    assert ids(f"到位资金38250.00万元。其中{one}；{other}。") == []


def test_a_rate_that_no_list_names_by_its_stem():
    text = "立案412起，侦破398起，侦破率{}%。"
    assert ids(text.format("96.60")) == []
    assert said(text.format("96.06")) == [("RATE-NAMED", "96.06%", "96.6%")]
    assert ids(text.format("50.00")) == []  # of something else


def test_satisfaction_is_one_of_the_valid_answers():
    text = "发放问卷300份，回收有效问卷295份，满意及较满意287份，满意度{}%。"
    assert ids(text.format("97.29")) == []
    assert said(text.format("95.67")) == [("RATE-NAMED", "95.67%", "97.29%")]


def test_the_larger_figure_directly_before():
    text = "全县19个乡镇、218个建制村中，已通客车建制村216个，通客车率{}%。"
    assert ids(text.format("99.08")) == []
    assert said(text.format("98.17")) == [("RATE-NAMED", "98.17%", "99.08%")]


def test_the_rate_of_the_adjusted_total():
    whole = "2023年度部门全年预算数14304.15万元，决算数13688.72万元。"
    text = "年中追加1867.35万元，年初预算12436.80万元，预算调整率为{}%。"
    assert ids(whole, text.format("15.01")) == []
    assert ids(whole, text.format("13.05")) == ["RATE-NAMED"]
    assert ids(whole, text.format("22.00")) == []


def test_a_total_said_before_is_written_otherwise_beside_the_rate():
    lines = (
        "项目计划总投资273.15万元。",
        "二、资金到位情况",
        "项目计划资金{}万元，实际到位218.52万元，到位率80.00%。",
    )
    assert ids(*lines[:2], lines[2].format("273.15")) == []
    assert said(*lines[:2], lines[2].format("237.15")) == [("RATE-BASE-TWICE", "237.15万元", "273.15万元")]
    assert ids(*lines[:2], lines[2].format("250.00")) == []  # the rate is one of the total


def test_more_than_the_whole_if_a_digit_is_too_many():
    text = "计划资金453.50万元，实际到位{}万元，资金到位率95.00%。"
    assert ids(text.format("430.83")) == []
    assert said(text.format("4430.83")) == [("RATE-NAMED", "95.00%", "977.03%")]


def test_over_the_budget_that_the_rate_names():
    text = "年初预算1245.60万元，全年预算1330.92万元；全年执行1302.77万元，全年预算执行率{}%。"
    assert ids(text.format("97.9")) == []
    assert said(text.format("104.6")) == [("RATE-DONE", "104.6%", "97.88%")]
    assert ids(text.format("104.6").replace("全年预算执行率", "执行率")) == []


def test_the_satisfied_of_those_that_came_back():
    text = "发放问卷240份，收回228份，回收率95.00%，满意219份，满意率{}%。"
    assert ids(text.format("96.05")) == []
    assert said(text.format("95.06")) == [("RATE-NAMED", "95.06%", "96.05%")]


def test_what_was_saved():
    text = "采购预算380.00万元，中标金额352.60万元，节约资金27.40万元，节约率{}%。"
    assert ids(text.format("7.21")) == []
    assert ids(text.format("7.12")) == ["RATE-NAMED"]


def test_a_rate_of_something_else_behind_a_semicolon():
    assert ids("抽检样品1485批次，合格1466批次，不合格19批次；高标准农田验收合格率100%。") == []


def test_a_rate_of_income_is_none_of_what_was_spent():
    text = "全年预算100.00万元，实际收入100.00万元，本年支出95.00万元，{}预算执行率{}%。"
    assert ids(text.format("收入", "100.00")) == []
    assert ids(text.format("支出", "95.00")) == []
