"""Rates as people write them: per cent, percentage points, bands."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.figures import plain, round_half_up
from jixiao.pack.framework import Band

ZERO = Decimal(0)
_STEPS = (Decimal("0.01"), Decimal("0.0001"), Decimal("0.000001"))


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


def band_words(bands: tuple[Band, ...], index: int) -> str:
    """Where a rate falls: 落在（0,10%]档, or in words for the outermost bands: 不低于90%."""
    band = bands[index]
    lower = bands[index - 1] if index else None
    if lower is None:
        return f"{'不超过' if band.closed else '低于'}{percent(band.upper or ZERO)}"
    if band.upper is None:
        return f"{'超过' if lower.closed else '不低于'}{percent(lower.upper or ZERO)}"
    left = "（" if lower.closed else "["
    right = "]" if band.closed else "）"
    return f"落在{left}{_end(lower.upper)},{_end(band.upper)}{right}档"


def _end(upper: Decimal | None) -> str:
    return percent(upper) if upper else "0"
