"""Parts of a score's working in words that several methods share."""

from __future__ import annotations

from decimal import Decimal

from jixiao.methods.method import Mark
from jixiao.methods.rates import percent
from jixiao.model.figures import plain, round_half_up


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
