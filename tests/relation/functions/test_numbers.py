"""Numbers in texts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from relation.spoken import stated
from small_sheet import VOCABULARY, record, scope

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions.numbers import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("95", "95"),
        ("97.5%", "0.975"),
        ("９７．５％", "0.975"),
        ("1,260", "1260"),
        (" -3 ", "-3"),
        ("－3", "-3"),
        (".5", "0.5"),
    ],
)
def test_a_number_is_read_whatever_its_width(text: str, number: str):
    assert number_in(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "12场", "≥95%", "8月7日", "2023-5-1", "1/2", "1E5", "5-6", "(3)", "1 500", "完成", "%"]
)
def test_what_holds_anything_else_is_no_number(text: str):
    assert number_in(text) is None


def value_of(relation: str, name: str = "") -> Decimal:
    run = Evaluation(scope(record(总_名称=name or None)))
    return run.quantity(bind(relation, VOCABULARY).expression).value


@pytest.mark.parametrize(("name", "value"), [("97.5%", "0.975"), ("1,260", "1260")])
def test_value_is_the_number(name: str, value: str):
    assert value_of("VALUE(总.名称)", name) == Decimal(value)


@pytest.mark.parametrize("name", ["完成", ""])
def test_words_count_for_nothing(name: str):
    assert value_of("VALUE(总.名称)", name) == 0


@pytest.mark.parametrize(("name", "found"), [("1,260", 1), ("完成", 0), ("", 0)])
def test_whether_it_is_a_number_can_be_asked(name: str, found: int):
    assert value_of("ISNUMBER(总.名称)", name) == found


def test_a_finding_quotes_what_was_typed():
    assert stated("ISNUMBER(总.名称)", record(总_名称="完成")) == "“名称”填的是“完成”"
