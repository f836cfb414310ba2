"""The values of a rate from one end to another, as a condition describes them."""

from __future__ import annotations

from decimal import Decimal

import msgspec

HIGHEST_RATE = 5  # a figure beyond it is no rate


class RateSpan(msgspec.Struct, frozen=True):
    """Values from `low` to `high`. Whether an end belongs to it: None where the text does not say."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_in: bool | None = None
    high_in: bool | None = None
    weak: bool = False  # the lower end is in it only because “以上” takes it in
    away: bool = False  # it is about the distance from a value
    alone: bool = True  # nothing else was said

    def met(self, other: RateSpan) -> RateSpan:
        """What both hold."""
        low = max(
            (each for each in (self, other) if each.low is not None),
            key=lambda each: each.low or 0,
            default=None,
        )
        high = min(
            (each for each in (self, other) if each.high is not None),
            key=lambda each: each.high or 0,
            default=None,
        )
        return RateSpan(
            low.low if low else None,
            high.high if high else None,
            low.low_in if low else None,
            high.high_in if high else None,
            low.weak if low else False,
            self.away or other.away,
            self.alone and other.alone,
        )

    @property
    def clear(self) -> bool:
        """Whether it is all that was said, and can be of a rate."""
        return self.alone and self.in_order and all(abs(end) <= HIGHEST_RATE for end in self._ends)

    @property
    def in_order(self) -> bool:
        return self._ends == sorted(self._ends)

    @property
    def _ends(self) -> list[Decimal]:
        return [end for end in (self.low, self.high) if end is not None]

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high
