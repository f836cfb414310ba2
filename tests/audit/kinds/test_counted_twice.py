"""The same things counted twice."""

from __future__ import annotations

from audit.reports import ids, said

FIRST = "2023年，我局承担的重点工作任务共9项，包括公路改造和危桥改造等。"


def test_all_of_them():
    assert ids(FIRST, "年初确定的9项重点工作任务全部按时办结。") == []
    assert said(FIRST, "年初确定的8项重点工作任务全部按时办结。") == [("COUNT-TWICE", "8项", "9项")]


def test_some_of_them_or_other_things():
    assert ids(FIRST, "其中8项重点工作任务按时办结。") == []
    assert ids(FIRST, "34项日常工作任务全部按时办结。") == []
