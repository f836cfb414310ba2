"""Weights of a level are those of its members together."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["一级指标", "一级权重", "二级指标", "二级权重", "得分"]
INPUT = [["投入", "15", "预算编制", "8", "7"], ["", "", "绩效目标", "7", "7"]]
OUTPUT = [["产出", "40", "数量指标", "25", "24"], ["", "", "质量指标", "15", "14"]]
EFFECT = [["效果", "20", "社会效益", "12", "12"], ["", "", "满意度", "8", "8"]]


def process(weight: str) -> list[list[str]]:
    return [
        ["过程", weight, "预算执行", "10", "9"],
        ["", "", "财务管理", "8", "8"],
        ["", "", "资产", "7", "6"],
    ]


def test_a_level_and_its_members():
    assert ids([HEAD, *INPUT, *process("25"), *OUTPUT, *EFFECT]) == []
    assert said([HEAD, *INPUT, *process("20"), *OUTPUT, *EFFECT]) == [("SCORE-GROUP", "20", "25分")]


def test_silent_where_most_do_not_come_out():
    assert ids([HEAD, *INPUT, *process("20"), ["产出", "30", "数量指标", "25", "24"]]) == []


def test_silent_of_one_column_of_weights():
    head = ["一级指标", "二级指标", "权重", "得分"]
    rows = [["投入", "预算编制", "8", "7"], ["", "绩效目标", "7", "7"], ["过程", "预算执行", "10", "9"]]
    assert ids([head, *rows]) == []
