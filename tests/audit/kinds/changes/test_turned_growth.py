"""A rate of two figures whose word goes the other way."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = (
    "2023年度我局“三公”经费支出18.46万元，其中：公务用车运行维护费14.72万元，公务接待费3.74万元。"
    "2022年“三公”经费支出20.15万元，同比{}%。"
)


def test_the_word_against_both_figures():
    assert ids(TEXT.format("下降8.39")) == []
    assert said(TEXT.format("增长8.39")) == [("CHANGE-DIRECTION", "增长", "下降")]


def test_another_rate_is_that_of_last_year():
    assert ids(TEXT.format("增长9.38")) == []
