"""Rates as people write them: digits, points, bands."""

from decimal import Decimal

import pytest

from jixiao.pack.framework import Band
from jixiao.scoring.rates import band_words, percent, points


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


def band(upper=None, *, closed=True):
    return Band(upper=upper and Decimal(upper), closed=closed, score=Decimal(1))


def words(*bands):
    return [band_words(bands, index) for index in range(len(bands))]


def test_a_band_contains_its_closed_end():
    assert words(band("0"), band("0.1"), band("0.2"), band()) == [
        "不超过0%",
        "落在（0,10%]档",
        "落在（10%,20%]档",
        "超过20%",
    ]


def test_an_open_end_belongs_to_the_next_band():
    assert words(band("0.6", closed=False), band("0.9", closed=False), band()) == [
        "低于60%",
        "落在[60%,90%）档",
        "不低于90%",
    ]


def test_each_end_of_a_band_is_open_or_closed_by_itself():
    found = words(band("0.6", closed=False), band("0.9"), band("1", closed=False), band())
    assert found[1:3] == ["落在[60%,90%]档", "落在（90%,100%）档"]
