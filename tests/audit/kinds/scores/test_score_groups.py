"""Points of a group and of its parts."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "效益指标29分中，经济效益9分、社会效益{}分、可持续影响8分。",
        "在效益指标得分29分中，经济效益9分，社会效益{}分，可持续影响8分。",
        "产出指标49分中，数量指标41分、成本指标8分；效益指标29分中，经济效益9分、社会效益{}分、可持续影响8分。",
    ],
)
def test_a_group_before_its_parts(text: str):
    assert ids(text.format(12)) == []
    assert said(text.format(11)) == [("SCORE-GROUP", "29分", "28分")]


def test_a_group_whose_points_stand_elsewhere():
    lines = (
        "过程类指标满分40分，得38分；产出类指标满分30分，得29.5分。",
        "过程类指标得分中，预算执行18分、预算管理{}分、资产管理6分。",
    )
    assert ids(lines[0], lines[1].format(14)) == []
    assert said(lines[0], lines[1].format(13)) == [("SCORE-GROUP", "38分", "37分")]


@pytest.mark.parametrize(
    "text",
    [
        "效益指标29分中，得分较低的主要是经济效益4分、可持续影响8分。",
        "效益指标29分中，经济效益扣1分、社会效益扣2分。",
        "一级指标中，产出指标得分49分，效益指标得分29分。",
        "效益指标29分中，经济效益4分、社会效益3分。",  # some of them
    ],
)
def test_silent_of_parts_that_are_not_all(text: str):
    assert ids(text) == []
