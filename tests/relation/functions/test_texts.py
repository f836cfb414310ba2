from __future__ import annotations

from decimal import Decimal

import pytest
from relation.spoken import stated
from small_sheet import VOCABULARY, record, scope

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.quantity import Quantity
from jixiao.relation.syntax import RelationError

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


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("LEN(总.名称)", "“名称”有1个字"),
        ("LEN(表.编码)", "“科目编码”填的是“208”，有3位"),
        ("LEN(LEFT(表.编码, 2))", "“科目编码”的前2位是“20”，有2位"),
        ("LEN(LEFT(总.名称, 0))", "“名称”的前0个字是空的"),
        ('CODENAME("科目", 表.编码)', "代码表《科目》中208的名称是“社会保障”"),
        ('CODENAME("科目", 总.名称)', "“名称”填的是“甲”，代码表《科目》中没有"),
        ('CODENAME("科目", LEFT(表.编码, 2))', "“科目编码”的前2位是“20”，代码表《科目》中没有"),
    ],
)
def test_how_a_text_stands(relation: str, words: str):
    assert stated(relation) == words


def test_how_a_text_stands_that_nobody_has_filled():
    assert stated("LEN(总.名称)", record()) == "“名称”没有填写"


def test_a_code_list_is_named_in_quotes():
    with pytest.raises(RelationError, match="argument 1 of CODENAME must be a text in quotes"):
        bind("CODENAME(总.名称, 表.编码)", VOCABULARY)


def test_a_code_list_is_looked_through_by_its_name():
    excel = FUNCTIONS["CODENAME"].excel
    assert excel is not None
    assert excel(['"科目"', "A1"]) == 'IFERROR(VLOOKUP(A1&"",科目,2,FALSE),"")'
