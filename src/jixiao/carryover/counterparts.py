"""Which indicator of another framework is the same as one of a filled workbook's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.pack.framework import Indicator
from jixiao.relation.texts import same_text

KnownBy = Callable[[Indicator], str]


def by_name(indicator: Indicator) -> str:
    """Of two frameworks that have nothing to do with each other."""
    return same_text(indicator.name)


def by_id(indicator: Indicator) -> str:
    """Of a framework that was made of another one: there an indicator may go by another name."""
    return indicator.id


def counterpart(known: Indicator, wanted: Sequence[Indicator], known_by: KnownBy) -> Indicator | None:
    """Of several of one name, that of the same second level."""
    found = [each for each in wanted if known_by(each) == known_by(known)]
    level2 = same_text(known.level2)
    return next((each for each in found if same_text(each.level2) == level2), next(iter(found), None))
