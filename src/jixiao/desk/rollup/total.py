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


def added(totals: Sequence[Total]) -> dict[str, Decimal]:
    """The sum of their figures, without the groups."""
    figures: dict[str, Decimal] = {}
    for total in totals:
        for term, value in total.figures.items():
            figures[term] = figures.get(term, Decimal(0)) + value
    return figures
