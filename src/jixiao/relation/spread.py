"""A number as formulas: its value, and how far the true figure may lie below and above it.

The twin of quantity.py: the same interval arithmetic, done by the spreadsheet program.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

NOTHING = "0"
NEAR = 9  # decimals at which two intervals are held to touch: finer than figures, coarser than binary noise

_LITERAL = re.compile(r"\d+(?:\.\d+)?")


class Spread(msgspec.Struct, frozen=True):
    """`below` and `above` are “0” for an exact figure.

    `money` is the power in which the unit of the workbook is in it: 1 for an amount, 0 for a plain number;
    `fine` figures may have more digits than a cent.
    """

    value: str
    below: str = NOTHING
    above: str = NOTHING
    money: int = 0
    fine: bool = False

    @property
    def exact(self) -> bool:
        return self.below == self.above == NOTHING

    @property
    def low(self) -> str:
        return self.value if self.below == NOTHING else f"{self.value}-{grouped(self.below)}"

    @property
    def high(self) -> str:
        return self.value if self.above == NOTHING else f"{self.value}+{grouped(self.above)}"


def grouped(formula: str) -> str:
    """In brackets, if an operator stands outside of all brackets."""
    depth, quoted = 0, ""
    for sign in formula:
        if quoted or sign in "\"'":
            quoted = "" if sign == quoted else quoted or sign
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif depth == 0 and sign in "+-*/&<>=":
            return f"({formula})"
    return formula


def total(formulas: Sequence[str]) -> str:
    """The sum of formulas, of which those that are nothing are left out."""
    return "+".join(formula for formula in formulas if formula != NOTHING) or NOTHING


def added(left: Spread, right: Spread) -> Spread:
    """The intervals are added."""
    return Spread(
        f"{left.value}+{right.value}",
        total((left.below, right.below)),
        total((left.above, right.above)),
        left.money or right.money,
        left.fine or right.fine,
    )


def negated(inner: Spread) -> Spread:
    """The ends change places."""
    return replace(inner, value=f"-{grouped(inner.value)}", below=inner.above, above=inner.below)


def subtracted(left: Spread, right: Spread) -> Spread:
    """The lower end of one meets the upper end of the other."""
    turned = negated(right)
    return replace(added(left, turned), value=f"{left.value}-{grouped(right.value)}")


def multiplied(left: Spread, right: Spread) -> Spread:
    """Simple for a constant; otherwise the extremes are among the four products of the ends."""
    value = f"{grouped(left.value)}*{grouped(right.value)}"
    money = left.money + right.money
    for factor, other in ((left, right), (right, left)):
        if _LITERAL.fullmatch(factor.value) and factor.exact:
            below, above = (_times(half, factor.value) for half in (other.below, other.above))
            return Spread(value, below, above, money, True)
    return _cornered(value, left, right, "*", money)


def divided(left: Spread, right: Spread) -> Spread:
    """No value (#DIV/0!) if the divisor is zero, or could be within its precision."""
    money = left.money - right.money
    divisor = grouped(right.value)
    if not right.exact:
        touches = f"AND(ROUND({right.low},{NEAR})<=0,ROUND({right.high},{NEAR})>=0)"
        divisor = f"IF({touches},0,{right.value})"
    value = f"{grouped(left.value)}/{divisor}"
    if _LITERAL.fullmatch(right.value) and right.exact:
        halves = (left.below, left.above)
        below, above = (half if half == NOTHING else f"{grouped(half)}/{divisor}" for half in halves)
        return Spread(value, below, above, money, True)
    return _cornered(value, left, right, "/", money)


def absolute(inner: Spread) -> Spread:
    """An interval around zero begins there."""
    value = f"ABS({inner.value})"
    if inner.exact:
        return replace(inner, value=value)
    low, high = inner.low, inner.high
    least = f"IF(AND({low}<=0,{high}>=0),0,MIN(ABS({low}),ABS({high})))"
    return replace(inner, value=value, below=f"{value}-{least}", above=f"MAX(ABS({low}),ABS({high}))-{value}")


def extreme(function: str, members: Sequence[Spread]) -> Spread:
    """MAX or MIN of figures: the largest (smallest) of the values, of the lower and of the upper ends."""
    value = f"{function}({','.join(member.value for member in members)})"
    money = next((member.money for member in members if member.money), 0)
    fine = any(member.fine for member in members)
    if all(member.exact for member in members):
        return Spread(value, money=money, fine=fine)
    lows, highs = (",".join(getattr(member, end) for member in members) for end in ("low", "high"))
    return Spread(value, f"{value}-{function}({lows})", f"{function}({highs})-{value}", money, fine)


def _times(half: str, factor: str) -> str:
    return half if half == NOTHING else f"{grouped(half)}*{factor}"


def _cornered(value: str, left: Spread, right: Spread, operator: str, money: int) -> Spread:
    if left.exact and right.exact:
        return Spread(value, money=money, fine=True)
    ends = [(grouped(a), grouped(b)) for a in (left.low, left.high) for b in (right.low, right.high)]
    corners = ",".join(dict.fromkeys(f"{a}{operator}{b}" for a, b in ends))
    return Spread(value, f"{value}-MIN({corners})", f"MAX({corners})-{value}", money, True)


class Truth(msgspec.Struct, frozen=True):
    """A comparison as formulas: `passed` is true where it holds sharply, `held` where rounding is allowed."""

    passed: str
    held: str
