from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.model.outcome import Outcome
from jixiao.relation.outcomes import outcome_of
from jixiao.relation.quantity import Quantity, Result


def q(value: str, half: str = "0.5") -> Quantity:
    return Quantity(Decimal(value), Decimal(value) - Decimal(half), Decimal(value) + Decimal(half))


@pytest.mark.parametrize(
    ("left", "operator", "right", "outcome"),
    [
        (q("4"), "=", q("5"), Outcome.ROUNDING),
        (q("4"), "=", q("5.1"), Outcome.INCONSISTENT),
        (q("5"), "<=", q("4"), Outcome.ROUNDING),
        (q("5.1"), "<=", q("4"), Outcome.INCONSISTENT),
        (q("4"), ">=", q("5"), Outcome.ROUNDING),
        (q("4"), ">=", q("5.1"), Outcome.INCONSISTENT),
        (q("5"), "<", q("5"), Outcome.INCONSISTENT),
        (q("5"), "<>", q("5.1"), Outcome.PASSED),
        ("甲（一）", "=", "甲 (一)", Outcome.PASSED),
        ("甲", "<>", "甲", Outcome.INCONSISTENT),
        ("5", "=", q("5"), Outcome.INCONSISTENT),
        (q("5"), "<>", "甲", Outcome.INCONSISTENT),
    ],
)
def test_numbers_agree_where_their_intervals_meet_and_texts_where_they_are_the_same(
    left: Result, operator: str, right: Result, outcome: Outcome
):
    assert outcome_of(operator, left, right) is outcome
