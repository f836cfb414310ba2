"""What is left of a whole, near by and far."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("核定编制98人，在职85人，空编{}人。", "13", "15"),
        ("全年受理投诉312件，办结298件，尚未办结{}件。", "14", "24"),
        ("涉及金额23.46万元；截至评价日已追回19.80万元，尚有{}万元未追回。", "3.66", "3.76"),
        ("计划工期180天，实际工期192天，超期{}天。", "12", "22"),
    ],
)
def test_a_rest_is_the_whole_less_the_part(text, right, wrong):
    assert ids(text.format(right)) == []
    assert [one[1:] for one in said(text.format(wrong))] == [(wrong + _unit(text), right + _unit(text))]


def _unit(text):
    behind = text.partition("{}")[2]
    return "万元" if behind.startswith("万元") else behind[0]


def test_far_from_its_whole_only_a_slip_is_told():
    text = "全年预算840.00万元，实际到位资金790.00万元。"
    assert ids(text, "年末尚有50.00万元未到位。") == []
    assert ids(text, "年末尚有57.00万元未到位。") == ["REMAINDER"]
    assert ids(text, "年末尚有12.34万元未到位。") == []


def test_silent_where_a_third_figure_explains_the_gap():
    assert ids("到位资金95.80万元，实际支出21.60万元，收回10.00万元，结余资金64.20万元。") == []


def test_what_may_be_used():
    text = "全年可使用资金1928.32万元，实际支出1812.66万元，结转{}万元。"
    assert ids(text.format("115.66")) == []
    assert ids(text.format("105.66")) == ["REMAINDER"]


def test_what_could_be_used_further_up():
    lines = [
        "（一）资金",
        "全年可使用资金1928.32万元。",
        "（二）使用",
        "全年支出1812.66万元，年末结转{}万元。",
    ]
    assert ids(*(line.format("115.66") for line in lines)) == []
    assert ids(*(line.format("105.66") for line in lines)) == ["REMAINDER"]
    assert ids(*(line.format("62.50") for line in lines)) == []


def test_what_was_paid_back_is_no_rest():
    assert ids("全年可使用资金1000.00万元，实际支出900.00万元，收回财政40.00万元，结转60.00万元。") == []


def test_posts_of_the_unit_that_are_said_once_each():
    unit = "核定编制68名，年末在职在编61人，其中管理人员12人、专业人员49人。"
    vacant = "专业技术人员不足，编制空缺{}名，年龄结构偏大。"
    assert ids(unit, "一、问题", vacant.format(7)) == []
    assert said(unit, "一、问题", vacant.format(9)) == [("REMAINDER", "9名", "7名")]
    assert ids(unit, "一、问题", "其中教师空编3名。") == []


def test_posts_of_several_kinds():
    unit = "编制68名，其中行政编制20名、事业编制48名，在职61人，其中行政19人、事业42人。"
    assert ids(unit, "一、问题", "事业编制空缺6名。", "行政空编1名。") == []


def test_posts_of_another_day():
    assert ids("编制68名，年末在职在编61人。", "一、问题", "截至2024年3月，空编9名。") == []
