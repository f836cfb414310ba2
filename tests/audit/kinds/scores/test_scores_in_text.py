"""Points in the text against the score table."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [
    ["一级指标", "二级指标", "分值", "得分"],
    ["产出", "数量指标", "20", "19"],
    ["产出", "质量指标", "30", "28.5"],
    ["效益", "社会效益", "50", "46"],
    ["合计", "", "100", "93.5"],
]


def test_of_a_row_and_of_a_group():
    assert ids(TABLE, "产出指标50分，得47.5分。社会效益扣4分，因为影响不够。") == []
    assert said(TABLE, "产出指标50分，得48分。") == [("SCORE-TABLE", "48分", "47.50分")]
    assert said(TABLE, "社会效益扣5分，因为影响不够。") == [("SCORE-TABLE", "5分", "4分")]


def test_of_the_whole():
    assert ids(TABLE, "绩效自评综合得分93.5分。") == []
    assert said(TABLE, "绩效自评综合得分95.3分。") == [("SCORE-TABLE", "95.3分", "93.5分")]
    assert ids(TABLE, "2022年度绩效自评得分91分，比上年提高。") == []


def test_silent_beside_two_tables_and_unknown_names():
    assert ids(TABLE, "项目二：", TABLE, "产出指标50分，得48分。") == []
    assert ids(TABLE, "培训场次扣1分，因为次数不够。") == []


def test_lines_of_a_printed_table():
    lines = (
        "一级指标 二级指标 分值 得分",
        "产出 数量指标 20 19",
        "产出 质量指标 30 28.5",
        "效益 社会效益 50 46",
        "合计 100 93.5",
    )
    assert ids(*lines, "从一级指标看，产出指标50分，得47.5分。", kind="txt") == []
    assert ids(*lines, "从一级指标看，产出指标50分，得48分。", kind="txt") == ["SCORE-TABLE"]


def test_the_reason_stands_between_name_and_deduction():
    rows = [
        ["时效指标", "10", "9.5"],
        ["质量指标", "15", "14"],
        ["成本指标", "5", "5"],
        ["合计", "30", "28.5"],
    ]
    board = [["指标", "分值", "得分"], *rows]
    text = "质量指标因审核差错扣1分；时效指标因部分报销超时办结扣{}分。"
    assert ids(board, text.format("0.5")) == []
    assert said(board, text.format("1.5")) == [("SCORE-TABLE", "1.5分", "0.5分")]


def test_of_an_indicator_said_before_a_comma():
    assert ids(TABLE, "扣分主要在“社会效益”指标，扣4分，因为影响不够。") == []
    assert said(TABLE, "扣分主要在“社会效益”指标，扣5分，因为影响不够。") == [("SCORE-TABLE", "5分", "4分")]
