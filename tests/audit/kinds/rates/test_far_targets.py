"""Rates of completion whose plan stands elsewhere."""

from __future__ import annotations

from audit.reports import ids, said

PLAN = "主要建设内容：衬砌渠道42.60公里，新建泵站14座，改造道路36.80公里。"
DONE = "渠道完成41.35公里，完成率{}%；泵站完成13座，完成率92.86%。"


def test_the_plan_of_the_same_thing():
    assert ids(PLAN, "二、完成情况", DONE.format("97.07")) == []
    assert said(PLAN, "二、完成情况", DONE.format("79.07")) == [("RATE-NAMED", "79.07%", "97.07%")]


def test_a_plan_of_another_thing_says_nothing():
    assert ids("修建机耕路42.60公里。", "二、完成情况", DONE.format("79.07")) == []


def test_a_rate_of_the_yearly_plan():
    text = ("2023年计划归集82.00亿元。", "二、完成情况", "全年缴存额86.42亿元，完成年度计划的105.39%。")
    assert ids(*text) == []
