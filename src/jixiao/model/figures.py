"""How a figure is written for people: the one place that turns Decimals into digits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")
WIDE = Context(prec=1000)  # what many long figures multiplied come to is rounded, too


def round_half_up(value: Decimal, step: Decimal = CENT) -> Decimal:
    """Round to a multiple of `step`; halves away from zero, as accountants do."""
    return value.quantize(step, ROUND_HALF_UP, WIDE)


def kept_decimals(decimals: int) -> str:
    """保留一位小数, as people say it."""
    return f"保留{'零一两三'[decimals]}位小数" if decimals else "保留整数"


def in_unit(value: Decimal, factor: Decimal) -> str:
    """An amount in 元 as digits in a unit: two decimals, more only where the figure has them."""
    scaled = value / factor
    rounded = round_half_up(scaled)
    if rounded == scaled:
        return format(rounded, "f")
    return format(round_half_up(scaled, CENT / factor if factor > 1 else CENT).normalize(), "f")


def readable(digits: str, factor: Decimal) -> str:
    """The same for a sentence: 元 with their thousands apart; nobody counts eleven digits. 万元 are short."""
    return f"{Decimal(digits):,f}" if factor == 1 else digits


def percent(ratio: Decimal) -> str:
    """0.069575 -> 6.96%; at most two decimals, without trailing zeros."""
    return f"{plain(round_half_up(ratio * 100))}%"


def plain(value: Decimal) -> str:
    """Digits without exponent and without trailing zeros."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def grade_words(grades: Sequence[tuple[str, Decimal]]) -> str:
    """优≥90分，良≥80分，中≥60分，差<60分; each with its lowest points, best first."""
    if len(grades) < 2:
        return ""
    best = [f"{name}≥{plain(lowest)}分" for name, lowest in grades[:-1]]
    return "，".join([*best, f"{grades[-1][0]}<{plain(grades[-2][1])}分"])
