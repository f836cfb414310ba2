from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, fact, record, scope, with_rows

from jixiao.model.fact import Record, State
from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.functions.traits import Read, Slack
from jixiao.relation.linear import linear
from jixiao.relation.quantity import Quantity
from jixiao.relation.reads import reads
from jixiao.relation.slack import slack_of
from jixiao.relation.syntax import Text

ROWS = [("208", "社保", "10"), ("20801", "管理", "4"), ("210", "卫生", "-3")]


def value(text: str, base: Record) -> object:
    return Evaluation(scope(base), {}).value(bind(text, VOCABULARY).expression)


def test_sums_add_up_values_and_both_ends_of_their_intervals():
    base = with_rows(record(总_一="1"), ROWS)
    wanted = Quantity(Decimal(120000), Decimal(119800), Decimal(120200))
    assert value("SUM(表.金额, 总.一)", base) == wanted
    assert value('SUMIF(表.编码, "???", 表.金额) + 总.一 * 5', base) == wanted + Quantity(
        Decimal(0), Decimal(-150), Decimal(150)
    )


def test_nothing_that_matches_adds_up_to_an_exact_zero():
    base = with_rows(record(), ROWS)
    assert value('SUMIF(表.编码, "9*", 表.金额)', base) == Quantity.exact(Decimal(0))
    assert value("SUM(他.金额)", base) == Quantity.exact(Decimal(0))


def test_only_unreadable_cells_that_match_stand_in_the_way():
    rows = with_rows(record(), ROWS).groups["表"]
    bad = Record({**rows[2].fields, "表.金额": fact("表.金额", None, state=State.ERROR)})
    base = Record(record().fields, {"表": (*rows[:2], bad)})
    assert value('SUMIF(表.编码, "208*", 表.金额)', base) != 0
    with pytest.raises(NotEvaluable):
        value('SUMIF(表.编码, "2*", 表.金额)', base)


def test_the_distance_from_zero_keeps_its_interval():
    base = record(总_一="-2", 总_二="0.01")
    assert value("ABS(总.一)", base) == Quantity(Decimal(20000), Decimal(19950), Decimal(20050))
    assert value("ABS(总.二 - 0.01)", record(总_二="0")) == Quantity.exact(Decimal("0.01"))


def test_what_is_known_before_anything_is_filled():
    by_code = bind('SUMIF(表.编码, "208??", 表.金额) = SUM(表.金额) - ABS(总.一)', VOCABULARY)
    assert list(reads(by_code.expression, VOCABULARY)) == [
        Read("表.金额", keys="表.编码", pattern=Text("208??")),
        Read("表.金额", whole=True),
        Read("总.一"),
    ]
    assert slack_of(by_code, VOCABULARY, {}) == Slack(columns=("表.金额", "表.金额"), scaled=True)


def test_the_linear_form_has_the_rows_that_match():
    base = scope(with_rows(record(总_一="1"), ROWS))
    expression = bind('SUM(总.一, 总.一 * 2) - SUMIF(表.编码, "208*", 表.金额)', VOCABULARY).expression
    factors = [(found.term, factor) for found, factor in linear(expression, base, {}).cells.values()]
    assert factors == [("总.一", 3), ("表.金额", -1), ("表.金额", -1)]
