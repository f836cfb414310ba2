"""The unit above tables and below the report."""

from __future__ import annotations

from audit.reports import ids, said

HEADS = ["部门：石桥县林业局  金额单位：万元"] * 3


def test_one_head_of_many():
    wrong = "部门：石桥县教育局  金额单位：万元"
    assert said(*HEADS, wrong) == [("UNIT-NAME", "石桥县教育局", "石桥县林业局")]
    assert ids(*HEADS, HEADS[0]) == ids(*HEADS, "部门：石桥县林业局本级  金额单位：万元") == []
    assert ids(*HEADS[1:], wrong) == []


def test_a_signature():
    lines = ("石桥县林业局2023年度自评报告", "石桥县林业局内设7个股室。", "一、概况", "无。")
    assert ids(*lines, "石桥县水利局", "2024年3月28日") == ["UNIT-NAME"]
    assert ids(*lines, "石桥县林业局", "2024年3月28日") == []
    assert ids(*lines, "县林业局", "2024年3月28日") == []
