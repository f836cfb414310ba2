"""Changes of what is said further up."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

TOTAL = "（一）收入总计3826.41万元，包括：财政拨款收入3688.52万元，年初结转和结余137.89万元。"
CHANGE = "收入比上年减少142.36万元，下降{}%，主要原因是维修项目完工。"


def test_what_has_changed_is_the_total_above():
    assert ids(TOTAL, CHANGE.format("3.59")) == []
    assert said(TOTAL, CHANGE.format("3.95")) == [("CHANGE-RATE", "3.95%", "3.59%")]


def test_a_second_comparison_is_one_of_the_same_figure():
    text = "支出5669.70万元，较上年决算数减少120.33万元，下降2.08%。较年初预算数增加402.15万元，增长{}%。"
    assert ids(text.format("7.63")) == []
    assert said(text.format("7.36")) == [("CHANGE-RATE", "7.36%", "7.63%")]


@pytest.mark.parametrize("rate", ["12.31", "8.40"])
def test_what_no_slip_explains_may_be_of_something_else(rate: str):
    assert ids(TOTAL, CHANGE.format(rate)) == []


def test_two_comparisons_of_what_the_sentence_before_states():
    lines = (
        "公务接待费1.44万元，主要用于接待。"
        "费用支出较年初预算数减少1.06万元，下降42.40%，较上年支出数减少{}万元，下降15.90%。"
    )
    assert ids(lines.format("0.27")) == []
    assert ids(lines.format("0.72")) == ["CHANGE-RATE"]
    assert ids(lines.format("0.55")) == []  # no slip explains it: it may be of something else
