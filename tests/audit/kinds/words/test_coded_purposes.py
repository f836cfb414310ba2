"""Purposes of accounts by their codes, copied from the account above."""

from __future__ import annotations

import pytest
from audit.reports import said

ABOVE = "（四）2101101-行政单位医疗42.15万元，主要用于行政单位职工基本医疗保险缴费。"


@pytest.mark.parametrize(
    ("name", "purpose", "told"),
    [
        ("事业单位医疗", "行政单位职工基本医疗保险缴费", ["行政单位职工基本医疗保险缴费"]),
        ("事业单位医疗", "事业单位职工基本医疗保险缴费", []),
        ("公务员医疗补助", "行政单位职工基本医疗保险缴费", []),
    ],
)
def test_a_purpose_of_the_other_kind_of_units(name: str, purpose: str, told: list[str]):
    text = f"（五）2101102-{name}28.79万元，主要用于{purpose}。"
    assert [one[1] for one in said(ABOVE, text)] == told
