"""Satisfaction as surveys have it: with or without those who are 基本满意."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

SURVEY = "收回有效问卷400份，其中满意340份，基本满意40份，不满意20份，满意度{}。"


@pytest.mark.parametrize("rate", ["85.00%", "95.00%"])
def test_both_readings(rate: str):
    assert ids(SURVEY.format(rate)) == []


def test_a_rate_that_neither_gives():
    assert said(SURVEY.format("59.00%")) == [("RATE-SATISFIED", "59.00%", "85.00%")]
    assert said(SURVEY.replace("满意度", "满意度（含基本满意）").format("59.00%"))[0][2] == "95.00%"


def test_silent_without_all_levels():
    assert ids("发放问卷400份，反映良好，满意度91.00%。") == []
