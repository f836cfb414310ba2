"""The slack that the catalogue states is the one that the comparison allows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, record, scope, with_rows

from jixiao.model.outcome import Outcome
from jixiao.relation.binding import bind
from jixiao.relation.comparison import compare
from jixiao.relation.functions.traits import Slack
from jixiao.relation.slack import slack_of


def slack(relation: str, **formulas: str) -> Slack:
    bound = {name.replace("_", ".", 1): bind(text, VOCABULARY) for name, text in formulas.items()}
    return slack_of(bind(relation, VOCABULARY), VOCABULARY, bound)


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("总.合计 = 总.一 + 总.二", Slack(3)),
        ("总.合计 - 总.一 >= -总.二", Slack(3)),
        ("总.合计 = SUM(表.金额)", Slack(1, ("表.金额",))),
        ('总.合计 = SUMIF(表.编码, "???", 表.金额) + SUM(总.一, 总.二)', Slack(3, ("表.金额",))),
        ("总.合计 / 总.一 <= 1", Slack(scaled=True)),
        ("ABS(总.合计) = 总.一", Slack(1, scaled=True)),
        ("MAX(总.合计, 总.二) = 总.一", Slack(1, scaled=True)),
        ("MIN(2, 总.二) = 总.一", Slack(1, scaled=True)),
        ("MAX(2, 3) = 总.一", Slack(1)),
        ("ABS(-2) <= LEN(总.名称)", Slack()),
        ("2 * 总.合计 = 总.一", Slack(1, scaled=True)),
        ("总.合计 * 2 = 总.一 / (2 * 3)", Slack(scaled=True)),
        ("2 * 3 = LEN(表.编码)", Slack()),
        ("总.合计 < 总.一", Slack()),
        ("总.合计 <> 总.一", Slack()),
        ('总.名称 = "甲"', Slack()),
        ("COUNT(表.金额) = 1", Slack()),
    ],
)
def test_what_brings_half_its_last_digit_into_a_comparison(relation: str, expected: Slack):
    assert slack(relation) == expected


def test_a_computed_amount_brings_what_its_parts_bring():
    assert slack("总.合计 = 总.四", 总_四="总.一 + 总.二 - 总.三") == Slack(4)


@pytest.mark.parametrize(
    ("formula", "times"),
    [("总.一 + 总.二", 2), ("总.一", 1), ("总.一 * 总.二", 1), ("总.一 * 总.二 / 总.四 + 总.三", 1)],
)
def test_a_computed_column_brings_for_every_row_what_its_parts_bring(formula: str, times: int):
    assert slack("总.合计 = SUM(表.金额)", 表_金额=formula) == Slack(1, ("表.金额",) * times)


def test_a_computed_column_of_exact_parts_brings_nothing():
    assert slack("总.合计 = SUM(表.金额)", 表_金额="LEN(表.名称) * 2") == Slack(1)


@pytest.mark.parametrize("addends", [1, 2, 3, 4])
def test_a_sum_may_miss_by_what_the_slack_says_and_not_by_a_step_more(addends: int):
    names = ["一", "二", "三", "四"][:addends]
    relation = bind(f"总.合计 = {' + '.join(f'总.{name}' for name in names)}", VOCABULARY)
    most = slack_of(relation, VOCABULARY, {}).cells // 2 * Decimal("0.01")
    given = {f"总_{name}": "10.00" for name in names}
    for gap, outcome in ((most, Outcome.ROUNDING), (most + Decimal("0.01"), Outcome.INCONSISTENT)):
        sheet = record(**given, 总_合计=str(addends * 10 + gap))
        assert compare(relation, scope(sheet), {}).outcome is outcome


def test_each_row_of_a_column_widens_the_tolerance():
    relation = bind("总.合计 = SUM(表.金额)", VOCABULARY)
    sheet = with_rows(record(总_合计="30.02"), [(code, "", "10.00") for code in ("201", "202", "203")])
    assert compare(relation, scope(sheet), {}).outcome is Outcome.ROUNDING  # 4 figures, ± 0.005 each
