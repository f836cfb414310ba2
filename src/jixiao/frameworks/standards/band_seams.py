"""Where two ranges of a rate meet: to which of them the end belongs, gaps and overlaps."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.standards.rate_span import HIGHEST_RATE, RateSpan
from jixiao.model.figures import plain

ZERO = Decimal(0)


def seam_of(
    one: RateSpan, other: RateSpan, rest: Decimal | None, whole: bool = True, counted: bool = False
) -> tuple[Decimal, bool, list[str], list[dict[str, object]]]:
    """Where two neighbours meet: the end, whether it belongs to the lower one, doubts, a band in between.

    `whole`: of what is counted one by one; between 1499 and 1500元 there are amounts. `counted`: it says of
    what, so that 1 is no 100%.
    """
    if one.high is None and other.low is None:
        return ZERO, True, ["两档的范围重叠"], []
    high = one.high if one.high is not None else other.low
    low = other.low if other.low is not None else one.high
    if high is None or low is None:
        return ZERO, True, ["两档的范围重叠"], []
    if one.exact or other.exact:
        meets = high == low or _meets_exactly(one, other) or (whole and _follows(high, low, counted))
        doubts = [] if meets else [_gap(high, low)]
    else:
        doubts = []
    if one.high is not None and one.high == other.high and not (one.exact or other.exact):
        return high, True, ["两档的范围重叠"], []
    high_in = one.high_in if one.high is not None else None
    low_in = other.low_in if other.low is not None else None
    if high < low:
        if whole and _follows(high, low, counted):
            return high, high_in is not False, [], []
        if rest is not None:
            return high, high_in is not False, doubts, [band_entry(low, low_in is False, rest)]
        return high, high_in is not False, [*doubts, _gap(high, low)], []
    if high > low:
        return low, low_in is False, [f"两档的范围重叠：{shown_value(low)}—{shown_value(high)}"], []
    return high, *_closing(high, high_in, low_in, one, other), []


def _follows(high: Decimal, low: Decimal, counted: bool) -> bool:
    """2次, 3次: nothing lies between two numbers of things; 100% and 200% are rates."""
    return low - high == 1 and (counted or high > 1) and high % 1 == 0


def _meets_exactly(one: RateSpan, other: RateSpan) -> bool:
    return one.high == other.low


def _closing(
    end: Decimal, high_in: bool | None, low_in: bool | None, one: RateSpan, other: RateSpan
) -> tuple[bool, list[str]]:
    """To which of two neighbours the end belongs."""
    if one.exact and one.low is not None:
        return True, []
    if high_in is None and low_in is None:
        implied = one.high is None  # 90%以上, 95%以上: the higher takes its end
        return False, [] if implied else [f"正好{shown_value(end)}归哪一档，不清楚"]
    if high_in is None or low_in is None:
        return (not low_in if high_in is None else high_in), []
    if high_in and low_in and (other.weak or (one.weak and one.low is None)):
        return other.weak, []  # 下降5%以上 takes its end in only where 下降5%（含）以内 does not
    if high_in == low_in:
        said = "归了两档" if high_in else "哪一档也不归"
        return False, [f"正好{shown_value(end)}{said}，不清楚"]
    return high_in, []


def _gap(high: Decimal, low: Decimal) -> str:
    return f"{shown_value(high)}与{shown_value(low)}之间没有规定得分，各档不相连，有空档"


def shown_value(value: Decimal) -> str:
    """A rate, or points of a hundred as they are."""
    return f"{plain(value * 100)}%" if value <= HIGHEST_RATE else plain(value)


def band_entry(upper: Decimal, closed: bool, score: Decimal) -> dict[str, object]:
    """A range as the method keeps it."""
    return {"upper": plain(upper), "closed": closed, "score": plain(score)}
