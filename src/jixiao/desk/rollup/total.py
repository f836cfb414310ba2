"""The figures of a unit, or of several together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec


class Total(msgspec.Struct, frozen=True):
    """The figures of a unit or of several together, and the texts that hold for all of them."""

    figures: Mapping[str, Decimal] = {}
    texts: Mapping[str, str] = {}
    groups: Mapping[str, tuple[Total, ...]] = {}

    @property
    def unpacked(self) -> Total:
        """Itself: see PackedTotal."""
        return self


def added(totals: Sequence[Total]) -> dict[str, Decimal]:
    """The sum of their figures, without the groups."""
    figures: dict[str, Decimal] = {}
    for total in totals:
        add_to(figures, total)
    return figures


def add_to(figures: dict[str, Decimal], total: Total) -> None:
    """Put the figures of one more into a sum."""
    for term, value in total.figures.items():
        before = figures.get(term)
        figures[term] = value if before is None else before + value
