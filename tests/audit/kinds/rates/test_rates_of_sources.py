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


PLANNED = "项目总投资6300.00万元，其中中央资金4200.00万元、市级资金1470.00万元、县级配套资金630.00万元。"
ARRIVED = "到位资金6200.00万元，其中中央4200.00万元、市级1470.00万元、县级530.00万元，"
ARRIVED += "资金到位率{}%，县级资金到位率{}%。"


def test_what_has_arrived_of_all_and_of_one_source():
    assert ids(PLANNED, ARRIVED.format("98.41", "84.13")) == []
    assert said(PLANNED, ARRIVED.format("94.81", "84.13")) == [("RATE-NAMED", "94.81%", "98.41%")]
    assert said(PLANNED, ARRIVED.format("98.41", "81.43")) == [("RATE-NAMED", "81.43%", "84.13%")]


def test_one_source_is_no_part_of_another():
    assert ids("省级资金1260.00万元，市级资金210.00万元，县级资金530.00万元，资金到位率98.41%。") == []
    assert (
        ids("到位资金6200.00万元，其中省级1260.00万元、市级210.00万元、县级530.00万元，资金到位率98.41%。")
        == []
    )
