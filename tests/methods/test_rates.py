"""Rates as people write them: digits and points."""

from decimal import Decimal

import pytest

from jixiao.methods.rates import percent, points, typed_rate


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [
        ("1.0696", "106.96%"),
        ("1", "100%"),
        ("0.975", "97.5%"),
        ("0.333333333", "33.33%"),
        ("0.66666667", "66.67%"),
        ("-0.05", "-5%"),
        ("0", "0%"),
    ],
)
def test_a_rate_has_two_decimals_at_most(ratio, shown):
    assert percent(Decimal(ratio)) == shown


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [
        ("0.99999", "99.999%"),
        ("1.00003", "100.003%"),
        ("0.9999999", "99.99999%"),
        ("0.999999999", "100%"),  # beyond six decimals nobody looks
    ],
)
def test_a_rate_that_does_not_reach_a_whole_number_shows_more(ratio, shown):
    assert percent(Decimal(ratio)) == shown


def test_points_bear_no_sign_of_per_cent():
    assert points(Decimal("0.0696")) == "6.96"


@pytest.mark.parametrize(("text", "rate"), [("106.96%", "1.0696"), ("1.0696", "1.0696"), ("-5%", "-0.05")])
def test_an_example_writes_a_rate_with_or_without_the_sign(text, rate):
    assert typed_rate(text) == Decimal(rate)
