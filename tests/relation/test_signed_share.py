"""The share that is reached, on both sides of every edge; the methods' tests have the scores."""

from decimal import Decimal

import pytest

from jixiao.relation.signed_share import can_be_met, signed_share

D = Decimal


@pytest.mark.parametrize(
    ("sign", "target", "sound"),
    [("≥", "0", True), ("≥", "-0.01", False), ("<", "0", False), ("<", "0.01", True), ("定性", "1", False)],
)
def test_which_targets_can_be_scored(sign: str, target: str, sound: bool):
    assert can_be_met(sign, D(target)) is sound


@pytest.mark.parametrize(
    ("sign", "target", "actual", "linear", "share"),
    [
        ("≥", "4", "3", True, "0.75"),
        ("≥", "4", "-1", True, "0"),
        ("=", "4", "5", True, "1"),
        ("≥", "0", "0", True, "1"),
        (">", "0", "0", True, "0"),
        (">", "0", "1", True, "1"),
        ("=", "0", "0", True, "1"),
        ("≤", "0", "1", False, "0"),
        ("≤", "4", "4", True, "1"),
        ("≤", "4", "5", True, "0.75"),
        ("≤", "4", "5", False, "0.8"),
        ("≤", "4", "8", True, "0"),
        ("≤", "4", "8", False, "0.5"),
    ],
)
def test_what_share_is_reached(sign: str, target: str, actual: str, linear: bool, share: str):
    assert signed_share(sign, D(target), D(actual), linear=linear) == D(share)
