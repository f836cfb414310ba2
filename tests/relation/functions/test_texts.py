from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, record, scope

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.quantity import Quantity

CODES = {"科目": {"208": "社会保障"}}


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
        ('CODENAME("科目", LEFT(总.名称, 3))', "社会保障"),
        ('CODENAME("科目", 总.名称)', ""),
        ('CODENAME("别的", "208")', ""),
    ],
)
def test_texts_are_measured_cut_and_looked_up(relation: str, value: int | str):
    found = Evaluation(scope(record(总_名称="20805")), CODES).value(bind(relation, VOCABULARY).expression)
    assert found == (Quantity.exact(Decimal(value)) if isinstance(value, int) else value)
