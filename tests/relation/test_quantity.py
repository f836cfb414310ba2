"""A number and the interval it stands for, carried through the arithmetic end by end."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.relation.quantity import Quantity, largest, smallest

WIDE = ("5", "4", "6")
NARROW = ("2", "1.5", "2.5")
AROUND_ZERO = ("1", "-2", "3")
BELOW_ZERO = ("-3", "-4", "-2")


def quantity(value: str, low: str, high: str) -> Quantity:
    return Quantity(Decimal(value), Decimal(low), Decimal(high))


def exact(value: str) -> Quantity:
    return Quantity.exact(Decimal(value))


def test_a_typed_figure_stands_for_half_its_quantum_on_either_side():
    assert Quantity.given(Decimal("346.08"), Decimal("0.01")) == quantity("346.08", "346.075", "346.085")


@pytest.mark.parametrize(("value", "quantum"), [("0", "0.01"), ("5", "0")])
def test_zero_and_a_figure_without_quantum_are_exact(value: str, quantum: str):
    assert Quantity.given(Decimal(value), Decimal(quantum)) == exact(value)


def test_a_sum_adds_end_to_end():
    assert quantity(*WIDE) + quantity(*NARROW) == quantity("7", "5.5", "8.5")


def test_a_difference_sets_the_lower_end_against_the_upper_one():
    assert quantity(*WIDE) - quantity(*NARROW) == quantity("3", "1.5", "4.5")


def test_the_ends_change_places_behind_a_minus():
    assert -quantity(*WIDE) == quantity("-5", "-6", "-4")


@pytest.mark.parametrize(
    ("one", "other", "product"),
    [
        (WIDE, NARROW, ("10", "6", "15")),
        (WIDE, BELOW_ZERO, ("-15", "-24", "-8")),
        (AROUND_ZERO, BELOW_ZERO, ("-3", "-12", "8")),
        (BELOW_ZERO, BELOW_ZERO, ("9", "4", "16")),
        (WIDE, ("3", "3", "3"), ("15", "12", "18")),
        (("3", "3", "3"), WIDE, ("15", "12", "18")),
    ],
)
def test_a_product_reaches_to_its_outermost_corners(one, other, product):
    assert quantity(*one) * quantity(*other) == quantity(*product)


def test_a_product_of_exact_figures_is_exact():
    assert exact("3") * exact("-4") == exact("-12")


@pytest.mark.parametrize(
    ("one", "other", "quotient"),
    [
        (("12", "8", "16"), ("4", "2", "8"), ("3", "1", "8")),
        (("12", "8", "16"), ("-4", "-8", "-2"), ("-3", "-8", "-1")),
        (AROUND_ZERO, ("4", "2", "8"), ("0.25", "-1", "1.5")),
        (WIDE, ("1", "1", "1"), WIDE),
        (WIDE, ("1", "0.5", "2"), ("5", "2", "12")),
    ],
)
def test_a_quotient_reaches_to_its_outermost_corners(one, other, quotient):
    assert quantity(*one) / quantity(*other) == quantity(*quotient)


@pytest.mark.parametrize(
    "divisor", [("0", "0", "0"), AROUND_ZERO, ("1", "0", "2"), ("-1", "-2", "0"), ("-1", "-2", "0.5")]
)
def test_what_may_be_zero_divides_nothing(divisor):
    with pytest.raises(ZeroDivisionError):
        exact("5") / quantity(*divisor)


@pytest.mark.parametrize(
    ("of", "size"),
    [
        (WIDE, WIDE),
        (BELOW_ZERO, ("3", "2", "4")),
        (AROUND_ZERO, ("1", "0", "3")),
        (("-1", "-3", "2"), ("1", "0", "3")),
        (("1", "0", "2"), ("1", "0", "2")),
        (("2", "1", "3"), ("2", "1", "3")),
        (("0.1", "-0.2", "0.5"), ("0.1", "0", "0.5")),
        (("-1", "-2", "0"), ("1", "0", "2")),
    ],
)
def test_the_size_of_an_interval_around_zero_begins_at_zero(of, size):
    assert abs(quantity(*of)) == quantity(*size)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (("7", "6", "8"), True),
        (("7", "6.01", "8"), False),
        (("3", "2", "4"), True),
        (("3", "2", "3.99"), False),
        (("5", "4.5", "5.5"), True),
    ],
)
def test_intervals_meet_where_they_touch(other, meets: bool):
    assert quantity(*WIDE).meets(quantity(*other)) is meets
    assert quantity(*other).meets(quantity(*WIDE)) is meets


def test_extremes_are_taken_end_by_end():
    members = [quantity("5", "1", "6"), quantity("4", "3.5", "9")]
    assert largest(members) == quantity("5", "3.5", "9")
    assert smallest(members) == quantity("4", "1", "6")


def test_the_extreme_of_nothing_is_zero_as_in_excel():
    assert largest([]) == smallest([]) == exact("0")
