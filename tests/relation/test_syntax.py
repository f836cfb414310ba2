from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.pack.reasons import in_chinese
from jixiao.relation.syntax import (
    DEEPEST,
    NESTED,
    Binary,
    Call,
    Name,
    Negative,
    Number,
    RelationError,
    Text,
    parse,
    walk,
)


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
    assert parse("甲．一 = 甲.二 * 50％") == parse("甲.一 = 甲.二 * 50%")


def test_chinese_quotes_hold_a_text():
    assert parse("COUNTIF(甲.名称, “某某”)") == parse('COUNTIF(甲.名称, "某某")')


def test_signs_inside_a_text_stay_as_they_are():
    assert parse('"×（，）＝"') == Text("×（，）＝")
    assert parse('IN（甲.名称，"（一）"，"二"）') == parse('IN(甲.名称,"（一）","二")')


def test_blanks_and_line_ends_around_a_relation_mean_nothing():
    assert parse(" \n甲.合计 = 1 \n") == parse("甲.合计 = 1")


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


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "a term or number is missing at “” in “”"),
        ("甲.一 +", "a term or number is missing at “” in “甲.一 +”"),
        ("= 甲.一", "a term or number is missing at “=” in “= 甲.一”"),
        ("SUM(甲.一", "“)” is missing in “SUM(甲.一”"),
        ("(甲.一 甲.二", "“)” is missing in “(甲.一 甲.二”"),
        ("甲.一 甲.二", "cannot read “甲.二” in “甲.一 甲.二”"),
        ("甲.一 ＝ 甲.二 = 甲.三", "cannot read “=” in “甲.一 ＝ 甲.二 = 甲.三”"),
        ("甲.一 # 234567890123", "cannot read “# 23456789” in “甲.一 # 234567890123”"),
        ('甲.一 = "开', 'cannot read “"开” in “甲.一 = "开”'),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(text: str, fault: str):
    with pytest.raises(RelationError) as caught:
        parse(text)
    assert str(caught.value) == fault


@pytest.mark.parametrize("operator", ["=", "<>", "<=", ">=", "<", ">"])
def test_every_comparison_joins_two_sums(operator: str):
    assert parse(f"1 + 2 {operator} 3") == Binary(operator, Binary("+", _number(1), _number(2)), _number(3))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("≥", ">="),
        ("≠", "<>"),
        ("＜", "<"),
        ("＞", ">"),
        ("－", "-"),
        ("＊", "*"),
        ("／", "/"),
        ("＋", "+"),
        ("＆", "&"),
    ],
)
def test_full_width_signs_are_their_plain_twins(written: str, plain: str):
    assert parse(f"甲{written}乙") == parse(f"甲{plain}乙")


def test_texts_join_and_take_off_like_sums():
    assert parse('"甲" & 乙 & 丙') == Binary("&", Binary("&", Text("甲"), Name("乙")), Name("丙"))
    assert parse("1 / 2 * 3") == Binary("*", Binary("/", _number(1), _number(2)), _number(3))


def test_numbers_may_have_decimals_and_per_cent():
    assert parse("12.50") == Number(Decimal("12.50"))
    assert parse("12.5%") == Number(Decimal("0.125"))


def test_a_text_that_looks_like_a_sign_is_a_text():
    assert parse('甲 = "="') == Binary("=", Name("甲"), Text("="))
    assert parse('SUM("(", ",")') == Call("SUM", (Text("("), Text(",")))
    with pytest.raises(RelationError):
        parse('甲 "="')


def test_brackets_and_arguments_may_compare():
    assert parse("(甲 = 乙)") == parse("甲 = 乙")
    assert parse("IF(甲 < 乙, 1)") == Call("IF", (parse("甲 < 乙"), _number(1)))
    assert parse("--甲") == Negative(Negative(Name("甲")))


def test_everything_inside_is_walked_outermost_first():
    tree = parse('-甲 = SUM(乙, 1) & "丙"')
    assert list(walk(tree)) == [
        tree,
        Negative(Name("甲")),
        Name("甲"),
        Binary("&", Call("SUM", (Name("乙"), _number(1))), Text("丙")),
        Call("SUM", (Name("乙"), _number(1))),
        Name("乙"),
        _number(1),
        Text("丙"),
    ]


def _number(value: int) -> Number:
    return Number(Decimal(value))


_CHAIN = [sign.join(["甲.一"] * (DEEPEST + 1)) for sign in "+-*/&"]
_NESTS = ["(" * (NESTED - 1) + "甲.一" + ")" * (NESTED - 1), "-" * (NESTED - 1) + "甲.一"]
_CALLS = "ABS(" * (NESTED - 1) + "甲.一" + ")" * (NESTED - 1)


@pytest.mark.parametrize(
    "text", [*(chain[:-4] for chain in _CHAIN), *_NESTS, _CALLS, f"SUM({','.join(['甲.一'] * 900)})"]
)
def test_what_is_as_deep_as_it_may_be_is_read(text: str):
    assert Name("甲.一") in walk(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        *_CHAIN,
        *(f"({text})" for text in (_NESTS[0], _CALLS)),
        f"-{_NESTS[1]}",
        "(" * 3000 + "甲.一" + ")" * 3000,
        "+".join(["甲.一"] * 900) + " = 甲.二",
        "-" * 400 + "甲.一",
        "SUM(" + _CHAIN[0] + ", 1)",
    ],
)
def test_what_is_too_deep_to_be_walked_is_refused(text: str):
    with pytest.raises(RelationError) as caught:
        parse(text)
    assert str(caught.value) == f"too many parts stand inside each other in “{text}”"
    assert in_chinese(str(caught.value)) == "一条关系太长或括号套得太深，请改用 SUM 或分成几条"
