"""Points that a reason says were lost, beside those that were."""

import pytest
from scoring.records import ASSESSMENT, VOCABULARY, record, with_indicator

from jixiao.methods.judgements import Manual
from jixiao.scoring.said_deductions import said_deductions
from jixiao.scoring.scorecard import score_framework


def told(reason: str, score: str = "3.5") -> list[str]:
    """Of G4 with 5 points."""
    card = score_framework(
        record(rows={"G4": {"自评分": score, "扣分原因": reason}}),
        with_indicator("G4", method=Manual(), measure="", entered="", max_score=5),
        ASSESSMENT,
        VOCABULARY,
        {},
    )
    return [each.message for each in said_deductions(card)]


def test_other_points_are_told():
    (message,) = told("台风期间5起抢修超过24小时，扣2.5分")
    assert "的“扣分原因”里写着扣2.5分，这个指标扣了1.5分。" in message


@pytest.mark.parametrize(
    "reason",
    ["3起超过24小时，扣1.5分", "迟报扣1分，漏报扣0.5分", "3起，每起扣0.5分", "问卷回收不足"],
)
def test_the_same_points_or_their_parts_or_a_rule_are_not(reason: str):
    assert told(reason) == []


def test_beside_full_marks_no_points_were_lost_that_could_be_others():
    assert told("扣1分", score="5") == []
