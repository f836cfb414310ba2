"""Shares of a list's total, of the total that is named, of all that is listed."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "本年支出合计300.00万元，其中：基本支出200.00万元，占{}%；项目支出100.00万元，占33.33%。",
        "基本支出200.00万元，占{}%；项目支出100.00万元，占33.33%。本年支出合计300.00万元，其中：基本支出200.00万元，占66.67%；项目支出100.00万元，占33.33%。",
        "本年支出合计300.00万元。基本支出200.00万元，占本年支出合计的{}%。",
        "本年支出合计300.00万元，其中基本支出200.00万元（占比{}%），项目支出100.00万元（占比33.33%）。",
    ],
)
def test_a_share_that_does_not_follow(text: str):
    assert ids(text.format("66.67")) == []
    if not text.startswith("基本"):
        assert said(text.format("67.66")) == [("SHARE", "67.66%", "66.67%")]


def test_silent_where_nobody_knows_of_what():
    assert ids("基本支出200.00万元，占总投资的12.00%。") == []


@pytest.mark.parametrize(
    "text",
    [
        "受益学生18700人。受益学生中，寄宿生9860人，留守儿童7214人，困难家庭3985人，寄宿生占受益学生的{}。",
        "在职职工18700人，女性9860人，男性8840人，女性占在职职工的{}。",
        "本年支出187.00万元，其中项目支出98.60万元，基本支出88.40万元，项目支出占本年支出的{}。",
    ],
)
def test_the_share_of_what_is_named(text: str):
    assert ids(text.format("52.73%")) == []
    assert ids(text.format("57.23%")) == ["SHARE"]


def test_silent_where_a_part_of_the_total_was_done():
    text = "完成投资300.00万元，其中建筑200.00万元、设备80.00万元、其他20.00万元，建筑占{}的50.00%。"
    assert ids(text.format("总投资")) == []
    assert ids(text.format("完成投资")) == ["SHARE"]


def test_silent_where_something_else_is_said_to_have_the_share():
    text = "支出800.00万元，其中基本支出600.00万元、项目支出200.00万元，{}占基本支出的80.00%。"
    assert ids(text.format("人员经费")) == []
    assert ids("贫困户1200户，其中因病500户、因残300户、其他400户，因病和因残户占66.67%。") == []


def test_a_share_behind_the_word_for_it():
    text = "人员经费700.10万元，占基本支出840.30万元的比重为{}%。"
    assert ids(text.format("83.32")) == []
    assert ids(text.format("83.23")) == ["SHARE"]


def test_the_share_of_all_of_a_list_behind_its_last_part():
    text = "项目支出{}万元。涉及资金246.10万元，其中：A项经费98.00万元、B项经费148.10万元，占项目支出的{}%。"
    assert ids(text.format("246.10", "100")) == []
    assert ids(text.format("346.10", "100")) != []


def test_no_part_of_the_total_is_the_total():
    text = (
        "总支出1921.95万元，其中基本支出1672.88万元，项目支出249.07万元。工资支出1365.47万元，占总支出的{}%。"
    )
    assert ids(text.format("71.05")) == []
    assert said(text.format("81.62")) == [("SHARE", "81.62%", "71.05%")]
