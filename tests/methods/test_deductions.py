"""What is taken off, and where taking off stops."""

from decimal import Decimal

import pytest

from jixiao.methods.deductions import deducted, unsound_floor

D = Decimal


@pytest.mark.parametrize(
    ("points", "floor", "lost", "said"),
    [
        ("4.99", "0", "4.99", ""),
        ("5", "0", "5", ""),
        ("5.01", "0", "5", "，扣完为止"),
        ("3", "2", "3", ""),
        ("3.01", "2", "3", "，最多扣3分"),
    ],
)
def test_taking_off_stops_at_the_floor_and_says_so(points, floor, lost, said):
    assert deducted(D(points), D(5), D(floor)) == (D(lost), said)


@pytest.mark.parametrize(("floor", "sound"), [("-0.01", False), ("0", True), ("4.99", True), ("5", False)])
def test_a_floor_lies_below_the_full_score(floor, sound):
    assert (not list(unsound_floor(D(floor), D(5)))) is sound
