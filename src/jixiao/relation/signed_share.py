"""How much of a score is reached by an actual value beside its sign and target: the rule of most forms."""

from __future__ import annotations

from decimal import Decimal

AT_LEAST = ("≥", ">", "=")
AT_MOST = ("≤", "<")
ZERO, ONE = Decimal(0), Decimal(1)


def can_be_met(sign: str, target: Decimal) -> bool:
    """True for a target that can be scored; a negative value counts as zero, so that nothing is below it."""
    return sign in (*AT_LEAST, *AT_MOST) and (target > 0 if sign == "<" else target >= 0)


def signed_share(sign: str, target: Decimal, actual: Decimal, *, linear: bool) -> Decimal:
    """From 0 to 1, of a target that can be met.

    A target of zero is met or missed. Beyond a target that means "at most", the share falls to nothing at
    twice the target if `linear`, else it is target / actual. At the target itself the share is whole.
    """
    done = max(actual, ZERO)
    if not target:
        return ONE if sign == "≥" or (done > 0) is (sign == ">") else ZERO
    if sign in AT_LEAST:
        return min(ONE, done / target)
    if linear:
        return min(ONE, max(ZERO, 2 - done / target))
    return ONE if done <= target else target / done
