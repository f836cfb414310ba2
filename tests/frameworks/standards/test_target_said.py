"""A target that stands beside the criteria is taken, or the row is not sure."""

from decimal import Decimal

import pytest

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.target_said import with_target_doubt, with_target_said
from jixiao.frameworks.wording.names import Weight
from jixiao.frameworks.wording.texts import prose

_REACHED = "达标得10分，每低1个百分点扣1分"
_TO_WHOLE = RuleReading("per_point", {"limit": "1", "direction": "under", "step": "0.01", "deduct": "1"})


def _row(target=""):
    return PrintedRow("产出", "质量", "接种率", Weight(Decimal(10), False), target=target)


def _taken(explanation, standard=_REACHED, target=""):
    row, left = with_target_said(_row(target), standard, explanation)
    return row.target, left


@pytest.mark.parametrize(
    ("explanation", "target"),
    [
        ("接种人数/应接种人数×100%，目标值≥95%。", "≥95%"),
        ("①接种人数；②2024年省定目标为95%", "95%"),
        ("接种率达到95%", "≥95%"),
        ("95%", "95%"),
        ("一类苗95%，二类苗90%", ""),
        ("目标值≥95%；目标值≥90%", ""),
    ],
)
def test_the_only_target_of_the_explanation_is_that_of_the_row(explanation, target):
    assert _taken(explanation) == (target, _REACHED)


def test_a_target_in_front_of_the_awards_is_taken_out_of_the_standard():
    assert _taken("", f"目标值≥95%，{_REACHED}") == ("≥95%", "达标得10分,每低1%扣1分")
    assert _taken("", "≥90%，得3%；其余不得分") == ("", "≥90%，得3%；其余不得分")


def test_a_target_within_an_award_is_that_of_the_row():
    said = "达到目标值50%的得10分；未达到的，按实际值÷目标值×10计分"
    assert _taken("", said) == ("≥50%", prose(said.replace("50%", "")))
    assert _taken("", "未达到目标值50%的不得分")[0] == ""


def test_a_column_of_targets_may_call_them_so():
    assert _taken("", target="目标值≥95%")[0] == _taken("", target="接种率≥95%")[0] == "≥95%"


@pytest.mark.parametrize(
    ("explanation", "target", "standard"),
    [
        ("一类苗95%，二类苗90%", "", _REACHED),
        ("", "95%～98%", _REACHED),
        ("目标值≥95%", "", "全部接种得10分，每低1个百分点扣1分"),
    ],
)
def test_a_target_that_the_rule_does_not_count_from_is_told(explanation, target, standard):
    row, left = with_target_said(_row(target), standard, explanation)
    assert not with_target_doubt(_TO_WHOLE, _row(target), row.target, left, explanation).sure
    assert with_target_doubt(_TO_WHOLE, _row(), "", standard, "接种人数/应接种人数×100%").sure


@pytest.mark.parametrize(
    ("explanation", "told"),
    [
        ("支付率应达到98%以上", True),
        ("支付率不低于98%", True),
        ("要求支付率98%", True),
        ("以98%为合格", True),
        ("应达到95%以上", False),
        ("实付数/应付数×100%", False),
        ("抽样比例不低于10%", False),
        ("上年达到98%", False),
    ],
)
def test_a_rate_that_the_explanation_asks_for_is_that_of_the_standard_or_told(explanation, told):
    rule = RuleReading("per_point", {"limit": "0.95", "direction": "under", "step": "0.01", "deduct": "1"})
    standard = "95%以上得满分，每低1个百分点扣1分"
    assert with_target_doubt(rule, _row(), "", standard, explanation).sure is not told
