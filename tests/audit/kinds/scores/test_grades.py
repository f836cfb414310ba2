"""Grades against scores, by the standard of the report or the national one."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(("score", "grade", "right"), [("88.6", "优", "良"), ("92", "良", "优")])
def test_a_grade(score: str, grade: str, right: str):
    assert said(f"综合得分{score}分，评价等级为“{grade}”。") == [
        ("SCORE-GRADE", f"等级为“{grade}”", f"等级为“{right}”")
    ]
    assert ids(f"综合得分{score}分，评价等级为“{right}”。") == []


def test_a_grade_in_the_next_sentence():
    bands = "按照“90分（含）以上为优、80分（含）至90分为良、60分（含）至80分为中”的标准，等级为{}。"
    score = "本项目综合得分91.2分。"
    assert ids(score + bands.format("优")) == []
    assert ids(score + bands.format("良")) == ["SCORE-GRADE"]
    assert ids(score + "另一项目等级为良。") == []


OWN = (
    "评价等级分为：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。",
    "评价标准为：≥90分为优，80—89.99分为良，60—79.99分为中，＜60分为差。",
    "等级分为优（90分及以上）、良（80（含）—90分）、中（60（含）—80分）、差（60分以下）。",
    "得分在90分以上（含90分）的评为“优”，80分以上（含80分）、90分以下的评为“良”，60分以下的评为“差”。",
)


@pytest.mark.parametrize("standard", OWN)
def test_the_standard_of_the_report(standard: str):
    score = "自评得分为92分，其中投入15.5分、过程31分、产出27.5分、效果18分，评价等级为“{}”。"
    assert said(score.format("良"), standard) == [("SCORE-GRADE", "等级为“良”", "等级为“优”")]
    assert ids(score.format("优"), standard) == []


def test_grades_that_only_the_report_has():
    text = "根据评价标准（≥{}分为优秀，75—{}分为良好，60—74.99分为合格，＜60分为不合格），本项目等级为“{}”。"
    score = "本项目综合得分86.5分。"
    assert ids(score + text.format(85, "84.99", "优秀")) == []
    assert said(score + text.format(85, "84.99", "良好")) == [("SCORE-GRADE", "等级为“良好”", "等级为“优秀”")]
    assert said(score + text.format(90, "89.99", "合格")) == [("SCORE-GRADE", "等级为“合格”", "等级为“良好”")]


def test_on_a_bound_both_grades_are_right():
    standard = "评价等级：90分以上为优，80—90分为良，60—80分为中，60分以下为差。"
    for grade in ("优", "良"):
        assert ids(f"综合得分90分，评价等级为“{grade}”。", standard) == []


def test_full_marks_beside_the_score_are_not_it():
    text = "该项目自评总分100分，综合得分93.75分，评价等级为“{}”。"
    assert ids(text.format("优")) == []
    assert said(text.format("良")) == [("SCORE-GRADE", "等级为“良”", "等级为“优”")]


def test_the_score_stands_far_before_where_there_is_only_one():
    score, between = "经评价，综合得分为82.6分。", "一、评价指标分析。"
    text = "根据评价标准，本专项资金绩效等级为“{}”。"
    assert ids(score, between, text.format("良")) == []
    assert ids(score, between, text.format("中")) == ["SCORE-GRADE"]
    assert ids(score, "另一项目综合得分75分，等级为“中”。", text.format("中")) == []


def test_grades_of_several_projects_are_no_standard():
    text = "甲项目得分95分为优、乙项目得分85分为良、丙项目得分65分为中。综合得分93分，评价等级为“{}”。"
    assert ids(text.format("优")) == []
    assert ids(text.format("良")) == ["SCORE-GRADE"]


def test_two_standards_say_nothing():
    county = "90分以上为优，80分至90分为良，60分至80分为中，60分以下为差。"
    own = "95分以上为优，85分至95分为良，70分至85分为中，70分以下为差。"
    assert ids("综合得分93分，评价等级为“良”。", county, own) == []


def test_the_score_of_the_unit_itself():
    text = "我局自评得93分。其中：投入指标得8分；过程指标得38分；产出指标得24分；效果指标得23分。共扣7分。"
    text += "按照评分标准（90分及以上为“优”，80分至90分为“良”，60分至80分为“中”，60分以下为“差”），"
    text += "自评等级为“{}”。"
    assert ids(text.format("优")) == []
    assert said(text.format("良")) == [("SCORE-GRADE", "等级为“良”", "等级为“优”")]
    assert ids(text.format("良").replace("我局", "过程指标")) == []  # that of a part says nothing of all
