"""A target that is said to be reached, and is not."""

from __future__ import annotations

from audit.reports import ids

TEXT = "2023年居民健康素养水平{}%，2022年为23.9%，提高{}个百分点，{}达到27%的年度目标。"


def test_below_its_target():
    assert ids(TEXT.format("25.4", "1.5", "已")) == ["WORDS-TARGET"]
    assert ids(TEXT.format("27.4", "3.5", "已")) == []
    assert ids(TEXT.format("25.4", "1.5", "未")) == []


def test_something_of_which_less_is_better():
    assert ids("管网漏损率为11.4%，已达到12%的年度目标。") == []
