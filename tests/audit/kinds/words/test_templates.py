"""What templates leave over."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "与上年相比增加（减少）5.00万元。",
        "决算数大于（小于）预算数。",
        "××单位共有车辆2辆。",
        "20XX年度支出。",
        "主要原因是______。",
        "（单位名称）的主要职责。",
        "无其他事项。（如有请说明，没有则删除本段）",
        "改造项目（项目名称）进度较慢。",
        "主要原因是……。",
        "住房保障支出9.00万元，占。",
        "支出决算为万元，与上年持平。",
        "合理安排资金拨付时间；（三）",
        "全年培训×期。",
        "一是加快建设；二是；三是强化监管。",
        "群众满意度为。",
        "等级为“优（良、中、差）”。",
        "在（网站名称）公开。",
        "主要原因是（分析结余变化原因）。",
        "管护经费（根据实际填写）。",
    ],
)
def test_left_over(text: str):
    assert "TEMPLATE-LEFT" in ids(text)


@pytest.mark.parametrize(
    "text", ["得分＝8分×完成率。", "面积3×5米。", "侵占。", "（由县财政局据实结算）", "项目X1和X2已完成。"]
)
def test_signs_that_mean_something(text: str):
    assert ids(text) == []


def test_blanks_of_one_phrase_are_one_slip():
    assert ids("对附属单位补助支出××万元，占××%。") == ["TEMPLATE-LEFT"]


def test_a_figure_behind_both_alternatives_is_part_of_nothing():
    text = "接待费3.60万元，与2022年相比增加（减少）2.40万元，其中国内接待费减少0.40万元。"
    assert ids(text) == ["TEMPLATE-LEFT"]


def test_a_reason_that_is_still_blank():
    assert said("比上年减少625人，主要是××。")[0][1] == "主要是××"
    assert ids("比上年减少625人，主要是学龄人口减少。") == []


def test_a_prompt_to_add_something():
    assert ids("明确管护标准，纳入年度考核（请补充具体责任单位）。") == ["TEMPLATE-LEFT"]
    assert ids("明确管护标准，纳入年度考核（由各镇负责）。") == []


def test_a_year_without_its_last_digit():
    assert ids("本单位202×年度没有政府性基金预算支出。") == ["TEMPLATE-LEFT"]


def test_blanks_that_only_space_had():
    assert ids("本项目得分  分，等级为  。") == ["TEMPLATE-LEFT"]
    assert ids("本项目得分95分，等级为“优”。") == []
    assert ids("存在问题：（列举存在的主要问题）") == ["TEMPLATE-LEFT"]
    assert ids("存在问题：预算编制不细（详述见附件）。") == []
