"""Rates: entered in a row, given in an example, and written as people write them."""

from __future__ import annotations

from decimal import Decimal

from jixiao.methods.measure import Measure, unusable
from jixiao.methods.method import EntryRow
from jixiao.model.figures import plain, round_half_up

_STEPS = (Decimal("0.01"), Decimal("0.0001"), Decimal("0.000001"))


def entered_rate(row: EntryRow) -> Measure:
    """The actual value itself, or the actual value by the target, as the indicator says."""
    actual, value = row.number("actual")
    if row.rated == "ratio":
        target, wanted = row.number("target")
        if wanted <= 0:
            raise unusable(target, "应大于 0", "请填计划数或目标值。")
        value = value / wanted
    row.refuse_implausible(actual, value)
    return Measure(value, percent(value))


def typed_rate(text: str) -> Decimal:
    """106.96% or 1.0696. Raises ArithmeticError for what is no number."""
    return Decimal(text.rstrip("%")) / (100 if text.endswith("%") else 1)


def percent(ratio: Decimal) -> str:
    """1.0696 -> 106.96%; more digits where two would show a whole number that the rate does not reach."""
    return f"{points(ratio)}%"


def points(ratio: Decimal) -> str:
    """0.0696 -> 6.96, in percentage points."""
    exact = ratio * 100
    for step in _STEPS:
        shown = round_half_up(exact, step)
        if shown == exact or shown != shown.to_integral_value():
            break
    return plain(shown)
