"""Standards that are raised."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "城市低保标准由每人每月690元提高到730元，提高{}%。"


def test_the_rate_is_one_of_the_first():
    assert ids(TEXT.format("5.80")) == []
    assert said(TEXT.format("5.48")) == [("CHANGE-RATE", "5.48%", "5.8%")]
