"""Execution rates of the money of one level, which was said further up."""

from __future__ import annotations

from audit.reports import ids, said

GIVEN = "共下达8236万元，其中：中央资金4860万元、省级资金1946万元、县级配套资金1430万元。"
SPENT = "分级次看：中央资金支付4412.35万元，执行率90.79%；省级资金支付1702.63万元，执行率{}%。"


def test_a_mistyped_rate():
    assert ids(GIVEN, "资金执行情况。", SPENT.format("87.49")) == []
    assert said(GIVEN, "资金执行情况。", SPENT.format("84.97")) == [("RATE-DONE", "84.97%", "87.49%")]


def test_silent_of_another_base():
    assert ids(GIVEN, SPENT.format("95.20")) == []
    assert ids(GIVEN, "另有省级资金1980万元。", SPENT.format("84.97")) == []


def test_a_rate_of_adjustment_that_is_mistyped():
    text = "年初部门预算71236.50万元，年中追加9874.63万元，调整后全年预算81111.13万元，预算调整率{}%。"
    assert ids(text.format("13.86")) == []
    assert said(text.format("13.68")) == [("RATE-NAMED", "13.68%", "13.86%")]
    assert ids(text.format("9.20")) == []
