"""Wholes behind their parts."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "因公出国费节约21.25万元，公务用车费节约249.52万元，公务接待费节约164.60万元，三项合计节约{}万元。",
            "435.37",
            "453.37",
        ),
        ("发放城市低保金1386.40万元；发放农村低保金2718.66万元；两项共发放{}万元。", "4105.06", "4150.06"),
        (
            "农田建设1200.00万元；厕所革命360.00万元；动物防疫145.00万元。三个项目合计{}万元。",
            "1705.00",
            "1750.00",
        ),
        ("享受人数分别为6512人、1120人、21人，合计{}人。", "7653", "7563"),
    ],
)
def test_a_total_behind_its_parts(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) == ["SUM-CHANGES" if "节约" in text else "SUM-LIST"]


def test_silent_where_not_as_many_are_listed():
    assert ids("发放城市低保金1386.40万元；发放农村低保金2718.66万元；三项共发放4150.06万元。") == []


def test_a_bracket_that_nothing_opens():
    assert ids("核定编制98个（行政编制26个、参公编制12个、事业编制60个）。") == []
    assert ids("核定编制98个（行政编制26个、参公编制12个、事业编制66个）。") == ["SUM-LIST"]


def test_what_was_spent_is_no_sum_of_what_came():
    text = "中央投入500.00万元，省级投入215.00万元，累计{}万元。"
    assert ids(text.format("支付697.88")) == []
    assert ids(text.format("投入715.00")) == []
