"""Notes of every row: a rate from which on nothing is given."""

import pytest

from jixiao.frameworks.standards.notes_for_all import thresholds_of_all
from jixiao.frameworks.standards.rule import RuleReading

SHARE = RuleReading("execution")


@pytest.mark.parametrize(
    "note", ["完成率低于60%的不得分", "各指标完成率低于60%的，该指标不得分", "满意度低于80%的不得分"]
)
def test_a_threshold_of_the_notes_makes_a_share_unsure(note):
    assert note.replace("，", ",") in next(thresholds_of_all(SHARE, "群众满意度", f"注：{note}。"))


@pytest.mark.parametrize(
    "note",
    [
        "总得分低于60分的不得评为合格",
        "执行率低于60%的不得分",
        "按比例计分：完成率低于60%的不得分",
        "比率法：低于60%的不得分",
    ],
)
def test_what_is_said_of_others_stays_silent(note):
    assert not list(thresholds_of_all(SHARE, "群众满意度", f"注：{note}。"))
