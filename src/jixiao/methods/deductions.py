"""What is taken off a full score, and where taking off stops."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.wording import score_words

_MOST_STEPS = 1000


def unsound_floor(floor: Decimal, full: Decimal) -> Iterator[str]:
    """Why a rule cannot stop there, in Chinese."""
    if not 0 <= floor < full:
        yield f"“floor”应不小于0，并小于 {full}"


def left_in_steps(deduct: Decimal, full: Decimal, floor: Decimal) -> frozenset[Decimal] | None:
    """All that can be left of the full score where each step costs the same; None where these are tiny."""
    steps = int((full - floor) / deduct) + 1
    if steps > _MOST_STEPS:
        return None
    return frozenset(max(full - number * deduct, floor) for number in range(steps + 1))


def deducted(points: Decimal, full: Decimal, floor: Decimal) -> tuple[Decimal, str]:
    """What is lost in the end, and how the working says that the rest was forgiven."""
    most = full - floor
    if points <= most:
        return points, ""
    return most, f"，最多扣{score_words(most)}" if floor else "，扣完为止"
