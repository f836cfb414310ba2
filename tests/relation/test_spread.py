"""Interval arithmetic as formulas: value, what the true figure may lie below it, and above."""

from __future__ import annotations

import pytest

from jixiao.relation.spread import (
    Spread,
    absolute,
    added,
    divided,
    extreme,
    grouped,
    multiplied,
    negated,
    subtracted,
    total,
)

ONE = Spread("甲", "甲下", "甲上", money=True)
TWO = Spread("乙", "乙下", "乙上")
EXACT = Spread("丙")
FINE = Spread("丁", fine=True)


@pytest.mark.parametrize(
    ("spread", "low", "high", "exact"),
    [
        (ONE, "甲-甲下", "甲+甲上", False),
        (EXACT, "丙", "丙", True),
        (Spread("甲", "一+二", "三-四"), "甲-(一+二)", "甲+(三-四)", False),
        (Spread("甲", above="上"), "甲", "甲+上", False),
        (Spread("甲", "下"), "甲-下", "甲", False),
    ],
)
def test_the_ends_of_an_interval(spread: Spread, low: str, high: str, exact: bool):
    assert (spread.low, spread.high, spread.exact) == (low, high, exact)


@pytest.mark.parametrize("sign", "+-*/&<>=")
def test_what_an_operator_joins_is_put_into_brackets(sign: str):
    assert grouped(f"甲{sign}乙") == f"(甲{sign}乙)"


@pytest.mark.parametrize(
    "formula",
    [
        "甲",
        "X1",
        "SUM(甲+乙)",
        "(甲+乙)",
        '"甲+乙"',
        "'甲-1'!A1",
        "F(G(甲+1),乙-1)",
        '"a\'+b"',
        "SUM('一(1)'!A1)",
    ],
)
def test_what_is_one_thing_already_is_not(formula: str):
    assert grouped(formula) == formula


@pytest.mark.parametrize("formula", ["SUM(甲)+1", "'甲'!A1-1", '"甲"&乙', "F(甲)+G(乙)", "-甲", "'a\"'!A1+1"])
def test_an_operator_behind_brackets_or_quotes_counts(formula: str):
    assert grouped(formula) == f"({formula})"


@pytest.mark.parametrize(
    ("formulas", "sum_"), [([], "0"), (["0", "0"], "0"), (["甲", "0", "乙"], "甲+乙"), (["甲"], "甲")]
)
def test_nothing_is_left_out_of_a_total(formulas: list[str], sum_: str):
    assert total(formulas) == sum_


def test_sums_add_both_ends():
    assert added(ONE, TWO) == Spread("甲+乙", "甲下+乙下", "甲上+乙上", money=True)
    assert added(FINE, EXACT) == Spread("丁+丙", fine=True)
    assert added(EXACT, FINE).fine
    assert added(TWO, ONE).money


def test_a_minus_lets_the_ends_change_places():
    assert negated(ONE) == Spread("-甲", "甲上", "甲下", money=True)
    assert negated(added(ONE, TWO)).value == "-(甲+乙)"


def test_a_difference_sets_the_lower_end_against_the_upper_one():
    assert subtracted(ONE, TWO) == Spread("甲-乙", "甲下+乙上", "甲上+乙下", money=True)
    assert subtracted(ONE, added(TWO, EXACT)).value == "甲-(乙+丙)"


@pytest.mark.parametrize("factors", [(ONE, Spread("3")), (Spread("3"), ONE)])
def test_a_constant_factor_widens_both_ends(factors: tuple[Spread, Spread]):
    product = multiplied(*factors)
    assert product.value == "*".join(factor.value for factor in factors)
    assert (product.below, product.above) == ("甲下*3", "甲上*3")
    assert (product.money, product.fine) == (True, True)


def test_a_factor_that_is_no_plain_number_is_no_constant():
    assert multiplied(ONE, EXACT).below == "甲*丙-MIN((甲-甲下)*丙,(甲+甲上)*丙)"
    assert multiplied(EXACT, Spread("2.5", "1", "1")).below == "丙*2.5-MIN(丙*(2.5-1),丙*(2.5+1))"
    assert multiplied(added(ONE, TWO), Spread("1.5")) == Spread(
        "(甲+乙)*1.5", "(甲下+乙下)*1.5", "(甲上+乙上)*1.5", money=True, fine=True
    )


def test_half_of_nothing_is_nothing():
    assert multiplied(Spread("甲", above="上"), Spread("3")) == Spread("甲*3", "0", "上*3", fine=True)
    assert divided(Spread("甲", "下"), Spread("3")) == Spread("甲/3", "下/3", "0", fine=True)


CORNERS = ("(甲-甲下){}(乙-乙下)", "(甲-甲下){}(乙+乙上)", "(甲+甲上){}(乙-乙下)", "(甲+甲上){}(乙+乙上)")


def corners(operator: str) -> str:
    return ",".join(CORNERS).format(*operator * 4)


def test_a_product_reaches_to_its_outermost_corners():
    assert multiplied(ONE, TWO) == Spread(
        "甲*乙", f"甲*乙-MIN({corners('*')})", f"MAX({corners('*')})-甲*乙", money=True, fine=True
    )
    assert multiplied(TWO, ONE).money
    assert not multiplied(TWO, TWO).money


def test_a_quotient_has_no_value_where_its_divisor_may_be_zero():
    value = "甲/IF(AND(ROUND(乙-乙下,9)<=0,ROUND(乙+乙上,9)>=0),0,乙)"
    assert divided(ONE, TWO) == Spread(
        value, f"{value}-MIN({corners('/')})", f"MAX({corners('/')})-{value}", money=True, fine=True
    )


def test_by_an_exact_figure_is_divided_plainly():
    assert divided(ONE, Spread("4")) == Spread("甲/4", "甲下/4", "甲上/4", money=True, fine=True)
    assert divided(added(ONE, TWO), Spread("4")).below == "(甲下+乙下)/4"
    assert divided(EXACT, Spread("丙+1")) == Spread("丙/(丙+1)", fine=True)
    assert multiplied(Spread("甲", money=True), EXACT) == Spread("甲*丙", money=True, fine=True)
    assert divided(ONE, EXACT).below == "甲/丙-MIN((甲-甲下)/丙,(甲+甲上)/丙)"


def test_the_powers_of_money_are_added_and_taken_off():
    square = multiplied(ONE, ONE)
    assert (square.money, multiplied(square, ONE).money, multiplied(TWO, ONE).money) == (2, 3, 1)
    assert (divided(square, ONE).money, divided(ONE, square).money) == (1, -1)


def test_money_by_money_is_a_ratio():
    assert [divided(a, b).money for a in (ONE, TWO) for b in (ONE, TWO)] == [0, 1, -1, 0]


def test_the_size_of_an_interval_around_zero_begins_at_zero():
    least = "IF(AND(甲-甲下<=0,甲+甲上>=0),0,MIN(ABS(甲-甲下),ABS(甲+甲上)))"
    assert absolute(ONE) == Spread(
        "ABS(甲)", f"ABS(甲)-{least}", "MAX(ABS(甲-甲下),ABS(甲+甲上))-ABS(甲)", money=True
    )
    assert absolute(FINE) == Spread("ABS(丁)", fine=True)


def test_extremes_are_taken_end_by_end():
    assert extreme("MAX", [ONE, TWO]) == Spread(
        "MAX(甲,乙)", "MAX(甲,乙)-MAX(甲-甲下,乙-乙下)", "MAX(甲+甲上,乙+乙上)-MAX(甲,乙)", money=True
    )
    assert extreme("MIN", [EXACT, FINE]) == Spread("MIN(丙,丁)", fine=True)
    assert extreme("MIN", [TWO, FINE]).fine
    assert extreme("MAX", [EXACT, ONE]).money
    assert extreme("MAX", [Spread("甲", money=True), EXACT]).money
