"""Rates, scores and parts of a working, as people write them."""

from decimal import Decimal

import pytest

from jixiao.methods.wording import count_words, part, percent, points, reached, score_words

D = Decimal


def test_a_score_is_rounded_half_up_and_says_points():
    assert [score_words(D(score)) for score in ("5", "4.5", "4.505", "0")] == [
        "5分",
        "4.5分",
        "4.51分",
        "0分",
    ]


def test_a_number_of_times_has_no_unit():
    assert [count_words(D(number)) for number in ("3", "2.50")] == ["3", "2.5"]


def test_what_was_reached_earns_the_full_score():
    mark = reached("达到目标值", D(8))
    assert (mark.score, mark.working) == (8, "达到目标值，得8分")


def test_a_part_earns_its_share_before_rounding():
    mark = part("完成", D("0.33333"), D(8))
    assert mark.score == D("2.66664")
    assert mark.working == "完成33.33%，8分×33.33%，得2.67分"


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
