"""Points in paragraphs below their total."""

from __future__ import annotations

from audit.reports import ids, said

LINES = (
    "2023年度某馆整体支出绩效自评得分99分。",
    "投入15分：目标设定6分，预算配置9分。",
    "过程30分。",
    "产出{}分。",
    "效果26分。",
)


def test_parts_that_do_not_come_to_the_score():
    assert ids(*(line.format("28") for line in LINES)) == []
    assert said(*(line.format("26") for line in LINES)) == [("SUM-LIST", "99分", "97分")]


def test_silent_where_more_may_follow():
    assert ids(*(line.format("28") for line in LINES[:4])) == []
