"""Slips of the fingers: what was meant, what was typed, and what the slip is called."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checks.diagnosis.slips import PER_DIGIT, Slip, SlipKind, freedom, typing_slip

CENT = Decimal("0.01")


def slip(needed: str, stated: str, typed_step: str = "0.01") -> Slip | None:
    return typing_slip(Decimal(needed), Decimal(stated), CENT, Decimal(typed_step))


@pytest.mark.parametrize(
    ("needed", "stated", "kind"),
    [
        ("38.17", "38.71", SlipKind.SWAPPED),
        ("1234.56", "1235.46", SlipKind.SWAPPED),  # across the point
        ("1000.00", "100.00", SlipKind.POINT),
        ("2432.40", "2432.90", SlipKind.CHANGED),
        ("2432.40", "9432.40", SlipKind.CHANGED),
        ("2432.40", "243.40", SlipKind.DROPPED),
        ("12.35", "2.35", SlipKind.DROPPED),
        ("38.17", "388.17", SlipKind.DOUBLED),
        ("38.17", "348.17", SlipKind.INSERTED),
        ("38.17", "3.817", SlipKind.POINT),
        ("38.17", "38170.00", SlipKind.POINT),
        ("38.17", "381700.00", SlipKind.UNIT),
        ("38.17", "0.003817", SlipKind.UNIT),
        ("38.17", "-38.17", SlipKind.SIGN),
    ],
)
def test_a_slip_is_recognised(needed: str, stated: str, kind: SlipKind):
    found = slip(needed, stated, "0.000001")
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("needed", "stated"),
    [("38.17", "38.17"), ("38.17", "83.71"), ("38.17", "0"), ("0", "38.17"), ("38.17", "-38.71")],
)
def test_other_differences_are_no_slip(needed: str, stated: str):
    assert slip(needed, stated) is None


def test_short_figures_differ_by_a_digit_without_meaning():
    assert typing_slip(Decimal(7), Decimal(9), Decimal(1), Decimal(1)) is None


def test_a_point_moved_to_the_left_may_have_been_rounded_off():
    found = slip("4986.95", "4.99")
    assert found is not None
    assert found.kind is SlipKind.POINT


def test_a_swap_tells_more_than_a_changed_digit():
    swapped, changed = slip("2432.40", "2342.40"), slip("2432.40", "2532.40")
    assert swapped is not None
    assert changed is not None
    assert swapped.surprise < changed.surprise < freedom(Decimal("2432.40"), CENT)


@pytest.mark.parametrize(("figure", "digits"), [("0.05", 2), ("1.50", 2), ("123.00", 3), ("-1234.56", 6)])
def test_a_figure_is_the_more_surprising_the_more_digits_it_has(figure: str, digits: int):
    assert freedom(Decimal(figure), CENT) == digits * PER_DIGIT


def test_a_point_moved_to_the_left_was_rounded_off_by_half_a_last_place_at_most():
    assert slip("4986.95", "4.98") is None


def test_decimals_beyond_the_last_place_are_no_digit_typed_too_many():
    assert slip("38.17", "38.1701", "0.0001") is None
