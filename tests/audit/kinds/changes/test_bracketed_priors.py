"""A word of direction beside the earlier figure in brackets."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    "text",
    [
        "基本支出1531.55万元。与上年相比，{}59.25万元（上年1472.30万元）。",
        "基本支出196.40万元，比上年执行数（183.75万元）{}12.65万元。",
    ],
)
def test_a_word_against_both_figures(text: str):
    assert "WORD-MOVED" in ids(text.format("减少"))
    assert "WORD-MOVED" not in ids(text.format("增加"))


def test_silent_where_no_figure_fits():
    assert "WORD-MOVED" not in ids("基本支出1500.00万元，比上年（1472.30万元）减少59.25万元。")
