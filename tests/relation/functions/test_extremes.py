from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, record, scope, with_rows

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions.traits import Slack
from jixiao.relation.quantity import Quantity
from jixiao.relation.slack import slack_of

BASE = with_rows(record(总_一="4", 总_二="4.01"), [("208", "", "3"), ("210", "", "-5")])


def wan(*values: str) -> Quantity:
    return Quantity(*(Decimal(value) * 10000 for value in values))


@pytest.mark.parametrize(
    ("relation", "value"),
    [
        ("MAX(总.一, 总.二)", wan("4.01", "4.005", "4.015")),
        ("MIN(总.一, 总.二, 表.金额)", wan("-5", "-5.005", "-4.995")),
        ("MAX(表.金额)", wan("3", "2.995", "3.005")),
        ("MAX(总.三, -1)", wan("0", "0", "0")),
        ("MIN(他.金额)", wan("0", "0", "0")),
    ],
)
def test_the_extreme_has_the_extreme_ends(relation: str, value: Quantity):
    assert Evaluation(scope(BASE), {}).value(bind(relation, VOCABULARY).expression) == value


def test_which_rounding_counts_depends_on_the_figures():
    assert slack_of(bind("总.一 = MAX(表.金额)", VOCABULARY), VOCABULARY, {}) == Slack(1, scaled=True)
    assert slack_of(bind("2 = MIN(1, LEN(总.名称))", VOCABULARY), VOCABULARY, {}).exact
