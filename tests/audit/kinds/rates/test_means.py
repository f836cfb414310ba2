"""Amounts per head, vehicle and household."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


def test_a_mean():
    text = "发放补贴200户，金额50.00万元，户均{}元。"
    assert ids(text.format("2500")) == []
    assert said(text.format("5200")) == [("MEAN", "5200元", "2500元")]


def test_silent_without_a_count():
    assert ids("全年发放补贴50.00万元，户均5200元。") == []


def test_the_amount_is_said_elsewhere():
    text = "公务接待费支出决算为6.64万元。"
    count = "国内公务接待96批次742人。全年人均接待费{}元。"
    assert ids(text, count.format("89.49")) == []
    assert said(text, count.format("98.49")) == [("MEAN", "98.49元", "89.49元")]


def test_of_several_readings_the_one_that_a_slip_explains():
    text = "门急诊42816人次，出院2308人次，门诊收入1012.46万元，次均门诊费用{}元。"
    assert ids(text.format("236.47")) == []
    assert ids(text.format("263.47")) == ["MEAN"]
    assert ids(text.format("999.99")) == []


def test_a_mean_in_its_own_words():
    text = "公务用车运行维护费76.94万元，保有量31辆，平均每辆{}万元。"
    assert ids(text.format("2.48")) == []
    assert ids(text.format("2.84")) == ["MEAN"]


def test_the_amount_of_the_sentence_before():
    text = "培训费支出决算4.05万元，比上年3.60万元增加0.45万元。组织培训135人次，人均{}元。"
    assert ids(text.format("300")) == []
    assert said(text.format("3000")) == [("MEAN", "3000元", "300元")]
    assert ids(text.format("450")) == []


def test_the_count_that_is_said_behind_the_mean():
    text = "人员经费2173.07万元，人均支出{}万元（按在职157人计算）。"
    assert ids(text.format("13.84")) == []
    assert said(text.format("12.93")) == [("MEAN", "12.93万元", "13.84万元")]


def test_a_mean_of_the_year_before():
    text = "公用经费支出168.24万元，在职人员71人，人均公用经费2.37万元，比2022年的人均2.51万元减少{}万元。"
    assert ids(text.format("0.14")) == []
    assert ids(text.format("0.41")) == ["CHANGE-AMOUNT"]


def test_the_amount_that_lacks_its_myriad():
    text = "公务接待费支出{}，接待国内来访28批次、250人次，人均接待费86.00元。"
    assert ids(text.format("2.15万元")) == []
    assert said(text.format("2.15元")) == [("MEAN", "2.15元", "2.15万元")]


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("培训费支出48.36万元，培训312人次，人均{}。", "1,550万元", "1550元"),
        (
            "岗位620个，其中脱贫人口465个，人均增收约7,200元，全年发放劳务报酬{}。",
            "4,464,000万元",
            "4464000元",
        ),
        ("公益林26.46万亩，每亩16元，共{}。", "423.36元", "423.36万元"),
    ],
)
def test_a_unit_for_another(text: str, stated: str, computed: str):
    right = {"1,550万元": "1,550元", "4,464,000万元": "4,464,000元", "423.36元": "423.36万元"}[stated]
    assert ids(text.format(right)) == []
    assert [one[1:] for one in said(text.format(stated))] == [(stated, computed)]


def test_over_what_was_done_and_not_over_the_plan():
    text = "改造计划1440户，实际完成1438户，完成率99.86%；支出718.94万元，{}户均{}元。"
    assert ids(text.format("按实际改造户数计算，", "4999.58")) == []
    assert said(text.format("按实际改造户数计算，", "4992.64")) == [("MEAN", "4992.64元", "4999.58元")]
    assert ids(text.format("", "4992.64")) == []
