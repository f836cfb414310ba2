"""In which unit a workbook speaks, and how precise its amounts are."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec


class BookUnit(msgspec.Struct, frozen=True):
    """The unit of this workbook: how many 元, and the step of the last digit, in 元."""

    name: str
    factor: Decimal
    quantum: Decimal
    factors: Mapping[str, Decimal]
    summed: int = 0  # of how many units' rounded amounts every amount here is the sum; 0: of none
