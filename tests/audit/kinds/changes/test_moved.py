"""Words of direction between two figures."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("超限率由0.65%{}至0.40%。", "降", "升"),
        ("优良率由2021年的82.6%{}到86.3%。", "提高", "下降"),
        ("利用系数由0.536{}到0.562。", "提高", "降低"),
        ("事故由4起{}至3起。", "减少", "增加"),
        ("火灾受害率0.6‰，{}0.9‰的控制目标。", "低于", "高于"),
    ],
)
def test_a_word_against_its_figures(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert [one[:2] for one in said(text.format(wrong))] == [("WORD-MOVED", wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "由5个乡镇增加到12个村。",
        "由82.6%提高到86.3%，提高3.7个百分点。",
        "户均收入由1.2万元增加到13000元。",
        "排名由第8位上升到第3位。",
    ],
)
def test_silent_where_the_units_or_figures_say_nothing(text: str):
    assert "WORD-MOVED" not in ids(text)
