"""The score that follows from the numbers in two texts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, record, scope

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation, NotEvaluable


def score_of(relation: str, name: str) -> Decimal:
    run = Evaluation(scope(record(总_名称=name or None)))
    return run.quantity(bind(relation, VOCABULARY).expression).value


@pytest.mark.parametrize(
    ("sign", "rule", "score"), [("≥", "按比例", "10"), ("≤", "按比例", "6.67"), ("≤", "直线递减", "5")]
)
def test_a_score_follows_from_sign_target_and_actual_value(sign: str, rule: str, score: str):
    assert score_of(f'SIGNED("{sign}", "100", 总.名称, 10, "{rule}")', "150") == Decimal(score)


@pytest.mark.parametrize(
    ("sign", "target", "actual"),
    [("定性", "1", "1"), ("", "1", "1"), ("<", "0", "1"), ("≥", "完成", "1"), ("≥", "1", "")],
)
def test_without_sign_or_number_there_is_no_score(sign: str, target: str, actual: str):
    with pytest.raises(NotEvaluable):
        score_of(f'SIGNED("{sign}", "{target}", 总.名称, 10, "按比例")', actual)


@pytest.mark.parametrize("full", ["0", "总.四", "-5"])
def test_without_a_weight_there_is_no_score(full: str):
    with pytest.raises(NotEvaluable):
        score_of(f'SIGNED("≥", "100", 总.名称, {full}, "按比例")', "150")
