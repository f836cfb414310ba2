from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.relation.syntax import Binary, Call, Name, Negative, Number, RelationError, Text, parse


def test_a_relation_compares_two_sides():
    assert parse("甲.合计 = 甲.一 + 甲.二") == Binary(
        "=", Name("甲.合计"), Binary("+", Name("甲.一"), Name("甲.二"))
    )


def test_products_bind_tighter_than_sums():
    assert parse("甲.一 + 甲.二 * 甲.三") == Binary(
        "+", Name("甲.一"), Binary("*", Name("甲.二"), Name("甲.三"))
    )


def test_differences_are_taken_from_the_left():
    assert parse("9 - 3 - 2") == Binary("-", Binary("-", _number(9), _number(3)), _number(2))


def test_brackets_come_first():
    assert parse("(甲.一 + 甲.二) / 甲.三") == Binary(
        "/", Binary("+", Name("甲.一"), Name("甲.二")), Name("甲.三")
    )


def test_a_percentage_is_a_ratio():
    assert parse("甲.率 <= 100%") == Binary("<=", Name("甲.率"), Number(Decimal(1)))


def test_a_minus_sign_may_stand_before_a_term():
    assert parse("-甲.一") == Negative(Name("甲.一"))


def test_a_function_has_arguments():
    expected = Call("SUMIF", (Name("甲.编码"), Text("208*"), Name("甲.金额")))
    assert parse('SUMIF(甲.编码, "208*", 甲.金额)') == expected


def test_signs_of_a_chinese_keyboard_are_understood():
    assert parse("甲.合计 ＝ SUM（甲.金额，甲.其他）") == parse("甲.合计 = SUM(甲.金额, 甲.其他)")
    assert parse("甲.一 ≤ 甲.二 × 3 ÷ 4") == parse("甲.一 <= 甲.二 * 3 / 4")


def test_chinese_quotes_hold_a_text():
    assert parse("COUNTIF(甲.名称, “某某”)") == parse('COUNTIF(甲.名称, "某某")')


def test_signs_inside_a_text_stay_as_they_are():
    assert parse('"×（，）＝"') == Text("×（，）＝")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "甲.一 +",
        "= 甲.一",
        "SUM(甲.一",
        "甲.一 甲.二",
        "甲.一 # 2",
        "(甲.一",
        "甲.一 = 甲.二 = 甲.三",
        '"开',
    ],
)
def test_what_cannot_be_read_is_refused(text: str):
    with pytest.raises(RelationError):
        parse(text)


def _number(value: int) -> Number:
    return Number(Decimal(value))
