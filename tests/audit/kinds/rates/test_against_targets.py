"""Above or below a target that stands behind its word."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("合格率93.62%，{}90%的目标值。", "高于"),
        ("合格率86.20%（{}90%的考核目标）。", "低于"),
        ("执行率94.00%，略{}95%的要求。", "低于"),
        ("满意度94.03%。\n学生及家长满意度{}95%的目标，部分学生有意见。", "低于"),
        ("覆盖率97.10%。\n覆盖率{}95%的目标。", "高于"),
    ],
)
def test_the_other_word(text: str, right: str):
    wrong = "低于" if right == "高于" else "高于"
    assert said(*text.format(wrong).split("\n")) == [("WORDS-TARGET", wrong, right)]
    assert ids(*text.format(right).split("\n")) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["满意度93.62%，低于全省95%的平均水平。"],
        ["职工满意度93.62%，群众满意度低于90%的目标。"],
        ["满意度93.62%，未低于90%的目标。"],
        ["甲项目覆盖率96.00%，乙项目覆盖率88.00%。", "覆盖率低于95%的目标。"],
        ["覆盖率目标90%。", "覆盖率低于95%的目标。"],
    ],
)
def test_silent_where_it_is_right_or_of_something_else(lines: list[str]):
    assert ids(*lines) == []


def test_a_target_is_meant_as_it_is_written():
    assert said("满意度95.6%，高于96%的目标值。") == [("WORDS-TARGET", "高于", "低于")]
    assert ids("满意度95.6%，低于96%的目标值。") == []
    assert ids("满意度96%，高于95.6%的目标值。") == []
    assert ids("满意度96%，高于96.2%的目标值。") == []  # may be 96.4
