"""Which amount a list makes up: the one before it, what it is made up of."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


def test_of_budget_and_result_the_one_before_the_list_is_told():
    text = (
        "“三公”经费预算4.80万元，实际支出3.68万元，其中公务接待费{}万元，公务用车运行维护费3.04万元，未购车。"
    )
    assert ids(text.format("0.64")) == []
    assert said(text.format("0.46")) == [("SUM-LIST", "3.68万元", "3.50万元")]


def test_what_a_whole_is_made_up_of():
    text = "产出指标得49分，由数量指标20分、质量指标14分、时效指标8分和成本指标{}分构成。"
    assert ids(text.format(7)) == []
    assert said(text.format(8)) == [("SUM-LIST", "49分", "50分")]
    assert ids("总支出300.00万元，由省级财政和县级财政组成的资金安排，培训20.00万元、会议10.00万元。") == []


def test_what_the_whole_is_compared_with_is_no_whole():
    before = "2023年全年支出441.18万元。与上年支出418.92万元相比，增加22.26万元，增长5.31%。"
    parts = "按支出性质分：基本支出286.74万元，项目支出{}万元。"
    assert ids(before, parts.format("154.44")) == []
    assert said(before, parts.format("154.64")) == [("SUM-LIST", "441.18万元", "441.38万元")]


@pytest.mark.parametrize("target", ["，超额完成年度目标80场", "；年度目标80场", "，达到全年计划80场"])
def test_a_target_is_no_part(target: str):
    text = "举办活动{}场，其中讲座24场、展览18场、推广活动44场" + target + "。"
    assert ids(text.format(86)) == []
    assert said(text.format(96)) == [("SUM-LIST", "96场", "86场")]
    assert ids(f"举办活动46场，其中讲座24场、展览18场、推广活动44场{target}。") == ["SUM-LIST"]


def test_what_was_spent_of_two_budgets():
    first = "年初预算18642.50万元，全年预算20486.30万元，实际支出19872.45万元，预算执行率97.00%。"
    text = first + "其中：基本支出{}万元，项目支出7386.25万元。与上年相比，支出增加1286.40万元，增长{}%。"
    assert ids(text.format("12486.20", "6.92")) == []
    assert said(text.format("12846.20", "6.92")) == [("SUM-LIST", "19872.45万元", "20232.45万元")]
    assert ids(text.format("12486.20", "9.62")) == ["CHANGE-RATE"]


def test_things_named_by_letters():
    text = "购置设备{}台（套），其中CT 1台、彩超12台、其他设备73台（套）。"
    assert ids(text.format(86)) == []
    assert len(ids(text.format(68))) == 1


@pytest.mark.parametrize("split", ["按职称分，卫生技术人员中高级", "按职称分，高级"])
def test_a_split_is_one_of_the_part_that_was_named_before(split: str):
    before = "年末在岗职工918人，其中卫生技术人员776人，占84.53%。"
    assert ids(before, f"{split}137人、中级264人、初级及以下375人。") == []
    assert said(before, f"{split}173人、中级264人、初级及以下375人。") == [("SUM-LIST", "776人", "812人")]


def test_a_list_made_up_of_parts_ends_with_them():
    text = "供水支出1604.00万元，由基本支出307.60万元和项目支出{}万元组成，"
    text += "较2022年的2410.50万元减少806.50万元；其他支出20.00万元。"
    assert ids(text.format("1296.40")) == []
    assert said(text.format("1269.40")) == [("SUM-LIST", "1604.00万元", "1577.00万元")]


_MAIN = "教育支出92460万元，增长4.1%；社会保障和就业支出68715万元；卫生健康支出45208万元；农林水支出{}万元。"


@pytest.mark.parametrize(
    "before",
    [
        "2023年支出412586万元，比上年增加13846万元。其中民生支出335432万元，占81.3%。主要支出项目：",
        "2023年支出412586万元。主要支出项目：",
        "2023年支出412586万元。其中民生支出335432万元。分科目看，",
    ],
)
def test_the_main_ones_are_not_all(before: str):
    assert ids(before + _MAIN.format("71394")) == []


def test_main_ones_that_are_all_but_for_a_slip():
    before = "2023年支出277777万元。主要支出项目："
    assert ids(before + _MAIN.format("71394")) == []
    assert said(before + _MAIN.format("73194")) == [("SUM-LIST", "277777万元", "279577万元")]


def test_a_split_by_who_collects_it():
    before = "收入完成79643万元，为预算80350万元的99.1%。其中：税收收入48216万元；非税收入31427万元。"
    assert ids(before + "分征管部门看，税务部门组织收入53184万元，财政部门组织收入26459万元。") == []
    assert said(before + "分征管部门看，税务部门组织收入53184万元，财政部门组织收入26549万元。") == [
        ("SUM-LIST", "79643万元", "79733万元")
    ]


@pytest.mark.parametrize(
    "parts",
    [
        "分进度看，一季度完成250万元，上半年完成550万元，前三季度完成800万元。",
        "分月看，最高为3月720万元，最低为7月630万元。",
    ],
)
def test_a_split_that_counts_things_twice(parts: str):
    assert ids("全年支出1000万元。" + parts) == []
