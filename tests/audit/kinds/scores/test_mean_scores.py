"""Means of scores that stand directly before them."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "对3个项目开展绩效自评，自评得分分别为94分、91分、96分，{}得分{}分。"


def test_the_mean_of_all():
    assert ids(TEXT.format("平均", "93.67")) == []
    assert said(TEXT.format("平均", "94.67")) == [("MEAN", "94.67分", "93.67分")]


def test_other_means():
    assert ids(TEXT.format("加权平均", "94.67")) == []
    assert ids(TEXT.format("平均", "93.12")) == []  # weighed, though it is not said
    assert ids(TEXT.format("12个项目平均", "94.67")) == []
    assert ids(TEXT.format("平均", "94.67").replace("96分", "96分等")) == []
