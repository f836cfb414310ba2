"""Figures without their unit."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

BESIDE = "本年收入20.00万元。"


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("公务接待费支出12.30，比上年持平。", "12.30", "12.30万元"),
        ("收入20.00万元，增长9.99，主要原因是调资。", "9.99", "9.99%"),
        ("支出占支出合计的61.75；其余为零。", "61.75", "61.75%"),
    ],
)
def test_a_unit_that_is_missing(text: str, stated: str, computed: str):
    assert said(BESIDE + text) == [("UNIT-MISSING", stated, computed)]


@pytest.mark.parametrize("text", ["预算3项。", "支出增长1.2倍。", "平均得分93.2分。", "第2.1款支出。"])
def test_other_figures(text: str):
    assert ids(BESIDE + text) == []
