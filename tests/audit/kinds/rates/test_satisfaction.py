"""Satisfaction as surveys have it: with or without those who are 基本满意."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

SURVEY = "收回有效问卷400份，其中满意340份，基本满意40份，不满意20份，满意度{}。"


@pytest.mark.parametrize("rate", ["85.00%", "95.00%"])
def test_both_readings(rate: str):
    assert ids(SURVEY.format(rate)) == []


def test_a_rate_that_neither_gives():
    assert said(SURVEY.format("59.00%")) == [("RATE-SATISFIED", "59.00%", "95.00%")]
    assert said(SURVEY.replace("满意度", "满意度（含基本满意）").format("59.00%"))[0][2] == "95.00%"


def test_silent_without_all_levels():
    assert ids("发放问卷400份，反映良好，满意度91.00%。") == []


ANSWERS = "满意352户、基本满意103户、不满意31户，满意和基本满意{}户，满意度{}。"


@pytest.mark.parametrize("asked", ["", "面访农户486户，", "收回有效问卷486户，其中"])
def test_both_levels_together_are_no_level(asked: str):
    assert ids(asked + ANSWERS.format(455, "93.62%")) == []
    assert "RATE-SATISFIED" in ids(asked + ANSWERS.format(455, "96.71%"))


def test_what_is_said_of_both_levels_is_their_sum():
    listed = "收回有效问卷486户，其中" + ANSWERS
    assert said(listed.format(465, "93.62%")) == [("SUM-LIST", "465户", "455户")]


def test_the_first_two_levels_are_no_level():
    levels = "电话访谈200户，其中满意150户、基本满意40户、不满意10户，前两项190户，满意度{}。"
    assert ids(levels.format("95.00%")) == []
    assert ids(levels.format("59.00%")) == ["RATE-SATISFIED"]


def test_the_rate_of_one_level_is_not_that_of_all():
    assert ids("收回196份，其中满意180份、基本满意12份、不满意4份；满意率91.84%，基本满意率6.12%。") == []


def test_levels_that_are_said_again():
    first = "收回1098份，回收率97.69%，其中满意1071份，满意率97.54%，"
    text = f"{first}收回问卷中满意1071份、基本满意22份、不满意5份。"
    assert "SUM-LIST" not in ids(text)


def test_the_one_level_that_is_said():
    text = "收回有效问卷486份、未收回14份，有效问卷486份，满意445份，满意度{}。"
    assert ids(text.format("91.6%")) == []
    assert said(text.format("93.6%")) == [("RATE-SATISFIED", "93.6%", "91.56%")]
    assert ids("有效问卷486份，满意400份、基本满意45份，满意度91.56%。") == []


def test_the_reading_that_a_slip_explains():
    text = "回收有效问卷480份，其中满意412份、基本满意51份、不满意17份，满意率为{}%。"
    assert ids(text.format("96.46")) == []
    assert said(text.format("94.66"))[0][1:] == ("94.66%", "96.46%")


def test_levels_in_the_sentence_before():
    text = (
        "收回294份，回收率98%。其中，非常满意186份，占63.27%；满意82份，占27.89%；基本满意20份，占6.80%；"
        "不满意6份，占2.04%。综合满意率{}%。"
    )
    assert ids(text.format("97.96")) == []
    assert len(ids(text.format("97.69"))) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "读者满意度抽样调查400份，有效392份，其中",
        "服务对象满意情况测评发放400份，实际接通392份，其中",
        "满意度问卷发放400份，回收392份，",
    ],
)
def test_a_survey_of_satisfaction_is_no_level(asked: str):
    text = asked + "满意322份、比较满意42份、不满意28份，满意度{}。"
    assert ids(text.format("92.86%")) == []
    assert said(text.format("98.26%")) == [("RATE-SATISFIED", "98.26%", "92.86%")]


def test_two_levels_that_make_up_what_came_back():
    text = "收回有效问卷384份，有效回收率96.00%；其中满意和基本满意362份、不满意{}份，满意度为{}。"
    assert said(text.format(22, "90.50%")) == [("RATE-SATISFIED", "90.50%", "94.27%")]
    assert ids(text.format(22, "94.27%")) == []
    assert "RATE-SATISFIED" not in ids(text.format(12, "90.50%"))  # others gave no answer


def test_two_levels_and_a_rate_of_something_else():
    text = "收回有效问卷384份；其中满意和基本满意362份、不满意22份，服务对象对窗口的满意度为90.50%。"
    assert "RATE-SATISFIED" not in ids(text)


def test_only_those_who_answered_the_call_are_asked():
    text = "电话回访400人，接通370人，其中满意354人、一般12人、不满意4人，满意率{}。"
    assert ids(text.format("95.68%")) == []
    assert said(text.format("96.58%")) == [("RATE-SATISFIED", "96.58%", "95.68%")]
