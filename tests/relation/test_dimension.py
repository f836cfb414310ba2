"""Amounts by amounts are no amounts, and an amount is no text: 元 and 万元 would say different things."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from small_sheet import VOCABULARY

from jixiao.model.fact import Kind
from jixiao.pack.reasons import in_chinese
from jixiao.relation.binding import bind
from jixiao.relation.syntax import RelationError

NUMBERS = {**VOCABULARY, "总.一": replace(VOCABULARY["总.一"], kind=Kind.NUMBER)}


@pytest.mark.parametrize(
    ("relation", "sign"),
    [
        ("总.三 >= 总.四 * 总.二", ">="),
        ("总.一 * 总.二 + 总.三 = 0", "+"),
        ("-(总.一 * 总.二) - 总.三 = 0", "-"),
        ("1 / 总.一 = 总.二", "="),
        ("SUM(表.金额, 总.一 * 总.二) = 1", "SUM"),
        ("ABS(MAX(总.一, 总.二 * 总.三)) = 1", "MAX"),
        ('SUMIF(表.编码, "2", 表.金额) = 总.一 * 总.二', "="),
        ("IN(总.一, 1, 总.二 * 总.三)", "="),
        ("AND(总.一 > 0, OR(总.一 = 1, 总.一 < 总.二 * 总.三))", "<"),
        ("LEN(LEFT(总.名称, (总.一 + 总.二 * 总.三) / 总.一)) = 1", "+"),
    ],
)
def test_powers_of_money_are_not_mixed(relation: str, sign: str):
    with pytest.raises(RelationError) as caught:
        bind(relation, VOCABULARY)
    assert str(caught.value) == f"“{sign}” meets products of amounts and amounts in “{relation}”"
    assert in_chinese(str(caught.value)) == (
        f"“{sign}”把金额和金额的积、商放在一起：金额相乘、除一个数以金额之后，不能再与金额比较或相加"
    )


@pytest.mark.parametrize(
    "relation",
    [
        "总.一 * 总.二 / 总.三 = 总.四",
        "总.一 * 总.二 = 20000",
        "总.一 / 总.二 + 总.三 = 总.四",
        "总.三 * 总.二 >= 总.四 * 总.一",
        "1 / 总.一 = 2",
        "总.一 * COUNT(总.二, 总.三) + LEN(总.名称) = 总.四",
        'COUNTIF(表.编码, "2") * 总.一 = 总.二',
        "ABS(-总.一 * 总.二) / 总.三 = MIN(总.四, 3)",
        "IN(总.一, 总.二 * 总.三 / 总.四, 30000)",
        'LEFT(总.名称, 总.一 / 总.二) & "" = "甲"',
        "总.名称 = 总.一",
    ],
)
def test_plain_numbers_and_shares_stand_beside_amounts(relation: str):
    assert bind(relation, VOCABULARY).text == relation


def test_only_amounts_are_money():
    assert bind("总.一 * 总.二 = 总.三", NUMBERS).path == ()
    assert bind("LEN(总.一) = 3", NUMBERS).path == ()


@pytest.mark.parametrize(
    ("relation", "term"),
    [
        ("LEN(总.一) = 5", "总.一"),
        ('总.一 & "" = "20000"', "总.一"),
        ('总.名称 & 总.一 = "甲20000"', "总.一"),
        ('LEFT(3 * 总.二, 1) = "2"', "总.二"),
        ('CODENAME("科目", 总.一) = "甲"', "总.一"),
        ("COUNTIF(表.编码, 总.一) = 1", "总.一"),
        ("COUNTIF(表.金额, 2) = 1", "表.金额"),
        ("SUMIF(表.编码, LEFT(总.名称, 1) & -总.四, 表.金额) = 1", "总.四"),
        ("IN(LEN(总.三), 3, 5)", "总.三"),
    ],
)
def test_an_amount_is_no_text(relation: str, term: str):
    with pytest.raises(RelationError) as caught:
        bind(relation, VOCABULARY)
    assert str(caught.value) == f"“{term}” is an amount, not a text, in “{relation}”"
    assert in_chinese(str(caught.value)) == f"“{term}”是金额，不能当文字用"
