from __future__ import annotations

from decimal import Decimal

import pytest
from relation.spoken import stated
from small_sheet import VOCABULARY, record, scope

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.quantity import Quantity


@pytest.mark.parametrize(
    ("relation", "value"),
    [
        ("LEN(总.名称)", 5),
        ("LEN(LEFT(总.名称, 3))", 3),
        ('LEN("")', 0),
        ("LEN(12.50)", 4),
        ("LEFT(总.名称, 3)", "208"),
        ("LEFT(总.名称, 9)", "20805"),
        ("LEFT(总.名称, 2 + 1)", "208"),
        ("LEFT(208.0, 2)", "20"),
        ('CONTAINS(总.名称, "08", "5", "9")', 2),
        ('CONTAINS(总.名称, "2*5")', 0),
    ],
)
def test_texts_are_measured_and_cut(relation: str, value: int | str):
    found = Evaluation(scope(record(总_名称="20805"))).value(bind(relation, VOCABULARY).expression)
    assert found == (Quantity.exact(Decimal(value)) if isinstance(value, int) else value)


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("LEN(总.名称)", "“名称”有1个字"),
        ("LEN(表.编码)", "“科目编码”填的是“208”，有3位"),
        ("LEN(LEFT(表.编码, 2))", "“科目编码”的前2位是“20”，有2位"),
        ("LEN(LEFT(总.名称, 0))", "“名称”的前0个字是空的"),
    ],
)
def test_how_a_text_stands(relation: str, words: str):
    assert stated(relation) == words


def test_how_a_text_stands_that_nobody_has_filled():
    assert stated("LEN(总.名称)", record()) == "“名称”没有填写"
