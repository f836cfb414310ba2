"""The same rate, score or head count in two places."""

from __future__ import annotations

from audit.reports import ids, said


def test_a_rate_of_one_name():
    text = "专项资金支出方面，信息化项目执行率93.34%。"
    assert ids(text, "一是信息化项目执行率偏低，信息化项目执行率为93.34%。") == []
    assert said(text, "一是信息化项目执行率偏低，信息化项目执行率为92.34%。") == [
        ("SAID-TWICE", "92.34%", "93.34%")
    ]


def test_general_names_need_four_digits():
    assert ids("预算执行率98.23%。", "预算执行率98.32%。") == ["SAID-TWICE"]
    assert ids("预算执行率98%。", "预算执行率89%。") == []


def test_heads_and_scores():
    assert ids("年末在职人员86人。", "年末在职人员68人。") == ["COUNT-TALLY"]
    assert ids("部门整体支出自评得分95.6分。", "综合自评得分96.5分。") == ["SAID-TWICE"]


def test_silent_for_goals_and_other_years():
    assert ids("群众满意度95.60%。", "群众满意度不低于96.50%。") == []
    assert ids("年末在职人员86人。", "上年在职人员68人。") == []
