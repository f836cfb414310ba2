"""A number with its precision: a value and the interval that it stands for.

The interval is value ± half its quantum, carried through the arithmetic as XBRL Calculations 1.1
does for sums; two figures disagree only if their intervals do not meet.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Quantity(msgspec.Struct, frozen=True):
    """A Struct, for a run makes thousands, and a frozen dataclass takes many times as long to make."""

    value: Decimal
    low: Decimal
    high: Decimal

    @staticmethod
    def exact(value: Decimal) -> Quantity:
        return Quantity(value, value, value)

    @staticmethod
    def counted(number: int) -> Quantity:
        """A count, and a truth as 1 or 0."""
        return _COUNTS[number] if number < len(_COUNTS) else Quantity.exact(Decimal(number))

    @staticmethod
    def given(value: Decimal, quantum: Decimal) -> Quantity:
        """A figure as typed. Zero is exact: an item that does not exist has no rounding error."""
        if not value or not quantum:
            return Quantity(value, value, value)
        half = quantum / 2
        return Quantity(value, value - half, value + half)

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.value + other.value, self.low + other.low, self.high + other.high)

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, -self.high, -self.low)

    def __sub__(self, other: Quantity) -> Quantity:
        return self + -other

    def __mul__(self, other: Quantity) -> Quantity:
        if self.low == self.high and other.low == other.high:
            return Quantity.exact(self.value * other.value)
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Quantity(self.value * other.value, min(corners), max(corners))

    def __truediv__(self, other: Quantity) -> Quantity:
        """Raises ZeroDivisionError if the divisor is zero or could be zero within its precision."""
        if other.value == 0 or other.low <= 0 <= other.high:
            raise ZeroDivisionError
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Quantity(self.value / other.value, min(corners), max(corners))

    def __abs__(self) -> Quantity:
        ends = sorted((abs(self.low), abs(self.high)))
        low = Decimal(0) if self.low <= 0 <= self.high else ends[0]
        return Quantity(abs(self.value), low, ends[1])

    def meets(self, other: Quantity) -> bool:
        return self.low <= other.high and other.low <= self.high


_COUNTS = tuple(Quantity.exact(Decimal(number)) for number in range(33))  # thousands are asked for


def largest(quantities: list[Quantity]) -> Quantity:
    """MAX, end by end; of nothing it is 0, as in Excel."""
    if not quantities:
        return Quantity.exact(Decimal(0))
    return Quantity(
        max([q.value for q in quantities]),
        max([q.low for q in quantities]),
        max([q.high for q in quantities]),
    )


def smallest(quantities: list[Quantity]) -> Quantity:
    """MIN, end by end; of nothing it is 0, as in Excel."""
    if not quantities:
        return Quantity.exact(Decimal(0))
    return Quantity(
        min([q.value for q in quantities]),
        min([q.low for q in quantities]),
        min([q.high for q in quantities]),
    )


Result = Quantity | str  # what an expression comes to
