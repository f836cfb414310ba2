"""The scores of a workbook, by the names of its indicators and of their levels."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec


class KnownScore(msgspec.Struct, frozen=True):
    """Of an indicator or a level. `key`: its name in one form. `rate`: its measure, if it is a percentage."""

    name: str
    key: str
    full: Decimal
    score: Decimal
    rate: Decimal | None = None


class KnownRate(msgspec.Struct, frozen=True):
    """A rate of execution in per cent, and where it stands."""

    value: Decimal
    whence: str
    initial: bool  # of the budget at the beginning of the year


class KnownScores(msgspec.Struct, frozen=True):
    """`total`: None while an indicator has no score. `drop`: pattern of what is left out of names."""

    drop: str
    items: tuple[KnownScore, ...] = ()
    total: Decimal | None = None
    grade: str = ""
    rates: tuple[KnownRate, ...] = ()

    def key(self, name: str) -> str:
        return re.sub(self.drop, "", name)

    def item(self, name: str) -> KnownScore | None:
        """The one of that name; a name that two have is that of neither."""
        found = [one for one in self.items if one.key == self.key(name)]
        return found[0] if found and len({(one.full, one.score) for one in found}) == 1 else None
