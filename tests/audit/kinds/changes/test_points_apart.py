"""Percentage points are the difference of two rates."""

from __future__ import annotations

import pytest
from audit.reports import found, ids, said


@pytest.mark.parametrize(
    "text",
    [
        "卫生厕所普及率由71.2%提高到86.9%，提高{}个百分点。",
        "县域内就诊率86.9%，较上年71.2%提高{}个百分点。",
    ],
)
def test_a_difference_that_does_not_follow(text: str):
    assert ids(text.format("15.7")) == []
    assert said(text.format("17.5")) == [("POINTS-APART", "17.5个百分点", "15.7个百分点")]


def test_silent_where_the_rates_are_of_two_things():
    assert ids("就诊率86.9%，报销比例71.2%，提高17.5个百分点。") == []


def test_the_earlier_rate_in_a_bracket():
    text = "执行率91.10%，同比提高{}个百分点（2022年89.24%）。"
    assert ids(text.format("1.86")) == []
    assert ids(text.format("1.68")) == ["POINTS-APART"]


def test_a_rate_that_has_fallen_is_said_to_have_risen():
    text = "超限率0.40%，较上年的0.65%{}0.25个百分点。"
    assert ids(text.format("下降")) == []
    assert said(text.format("上升")) == [("POINTS-DIRECTION", "上升0.25个百分点", "下降0.25个百分点")]
    assert ids("巩固率98.6%，比上年98.2%提高0.4个百分点；由82.6%提高到86.3%，提高3.7个百分点。") == []


def test_two_rates_that_are_so_far_apart():
    text = "最高的为城东区（99.29%），最低的为江口区（96.61%），相差{}个百分点。"
    assert ids(text.format("2.68")) == []
    assert ids(text.format("2.86")) == ["POINTS-APART"]


def test_a_target_between_is_no_rate_of_the_year_before():
    text = "基本服务率93.56%，高于85%的目标值；与2022年的91.18%相比提高{}个百分点。"
    assert ids(text.format("2.38")) == []
    assert ids(text.format("2.18")) == ["POINTS-APART"]


def test_what_is_advised_comes_out():
    said_of = found("优良率由82.6%提高到85.1%，提高3.5个百分点。")[0].message
    assert "85.91" not in said_of
    assert "则相符" in said_of
    nearly = found("优良率由95.2%提高到97.8%，提高2.9个百分点。")[0].message
    assert "95.02" not in nearly
    assert "则相符" not in nearly
    finer = found("优良率由82.60%提高到85.1%，提高3.31个百分点。")[0].message
    assert "应为85.91%，则相符" in finer


def test_of_the_year_before():
    text = "2023年居民健康素养水平25.4%，2022年为23.9%，提高{}个百分点。"
    assert ids(text.format("1.5")) == []
    assert ids(text.format("1.7")) == ["POINTS-APART"]


def test_behind_a_bracket_that_explains_the_last_rate():
    text = "人口覆盖率由建设前的89.60%提高到95.02%（覆盖21.36万人，常住人口22.48万人），提高{}个百分点。"
    assert ids(text.format("5.42")) == []
    assert ids(text.format("6.42")) == ["POINTS-APART"]
    assert ids("覆盖率由89.60%提高到95.02%（城区98.10%），提高6.42个百分点。") == []
