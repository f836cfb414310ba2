"""What was done of a plan in things that are counted."""

from __future__ import annotations

from audit.reports import ids


def test_more_than_was_planned():
    text = "计划培训1200人次，实际培训1246人次，为计划的{}%。"
    assert ids(text.format("103.83")) == []
    assert ids(text.format("108.33")) == ["RATE-DONE"]


def test_two_plans():
    assert ids("计划培训1200人次，计划宣传900人次，实际培训1246人次，为计划的108.33%。") == []
