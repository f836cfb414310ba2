"""Levels whose full marks come to a hundred."""

from __future__ import annotations

from audit.reports import ids, said

LEVELS = (
    "决策类指标20分，得18.5分；过程类指标20分，得17.2分；产出类指标30分，得28.6分；效益类指标30分，得27.3分。"
)


def test_the_sum_is_the_score():
    assert ids(LEVELS + "综合得分91.6分。") == []
    assert said(LEVELS + "综合得分96.1分。") == [("SCORE-TOTAL", "96.1分", "91.6分")]


def test_some_of_a_hundred():
    assert ids(LEVELS.partition("；")[2] + "综合得分96.1分。") == []


def test_a_total_behind_them():
    text = "自评得分：决策15分得15分、过程20分得18.6分、产出35分得33.8分、效益30分得28.2分，总分{}分。"
    assert ids(text.format("95.6")) == []
    assert len(ids(text.format("96.5"))) == 1


def test_full_marks_in_brackets_behind_what_was_got():
    text = (
        "预算执行得9.6分（满分10分），产出指标得47分（满分50分），效益指标得28分（满分30分），"
        "满意度指标得9分（满分10分），自评总分{}分。"
    )
    assert ids(text.format("93.6")) == []
    assert said(text.format("94.6"))[0][1:] == ("94.6分", "93.6分")
    assert ids(text.replace("（满分30分）", "（满分20分）").format("94.6")) == []
