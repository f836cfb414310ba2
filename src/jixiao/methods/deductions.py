"""What is taken off a full score, and where taking off stops."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.wording import score_words


def unsound_floor(floor: Decimal, full: Decimal) -> Iterator[str]:
    """Why a rule cannot stop there, in Chinese."""
    if not 0 <= floor < full:
        yield f"“floor”应不小于0，并小于 {full}"


def deducted(points: Decimal, full: Decimal, floor: Decimal) -> tuple[Decimal, str]:
    """What is lost in the end, and how the working says that the rest was forgiven."""
    most = full - floor
    if points <= most:
        return points, ""
    return most, f"，最多扣{score_words(most)}" if floor else "，扣完为止"
