"""Rates, scores and the working of a score in words that several methods share."""

from __future__ import annotations

from decimal import Decimal

from jixiao.methods.method import Mark
from jixiao.model.figures import plain, round_half_up

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


def measured(shown: str) -> str:
    """A rate as a sentence of the report says it."""
    return f"指标值为{shown}"


def reached(said: str, full: Decimal) -> Mark:
    """The full score."""
    return Mark(full, f"{said}，得{score_words(full)}")


def part(said: str, share: Decimal, full: Decimal) -> Mark:
    """A share of the full score."""
    score = full * share
    return Mark(
        score, f"{said}{percent(share)}，{score_words(full)}×{percent(share)}，得{score_words(score)}"
    )


def score_words(score: Decimal) -> str:
    """4.505 -> 4.51分."""
    return f"{plain(round_half_up(score))}分"


def count_words(number: Decimal) -> str:
    """A number of times, which may be a part of one."""
    return plain(round_half_up(number))
