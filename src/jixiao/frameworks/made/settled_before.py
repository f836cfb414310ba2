"""A table that was read again: rows that say what they said before keep what people have made of them."""

from __future__ import annotations

from collections import Counter

import msgspec
from msgspec.structs import replace

from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.same_issue import printed_row


class SettledBefore(msgspec.Struct, frozen=True):
    """`kept`: names of the indicators that are scored as before, where the reading alone says otherwise."""

    framework: Framework
    kept: tuple[str, ...] = ()


def settled_before(framework: Framework, former: Framework) -> SettledBefore:
    """With the method of `former` where people have looked at it there, and the row has the same words."""
    rows = Counter(map(printed_row, former.indicators))
    known = {
        row: each for each in former.indicators if not each.offer and rows[row := printed_row(each)] == 1
    }
    found = [_settled(each, known.get(printed_row(each))) for each in framework.indicators]
    kept = tuple(one.name for one, other in zip(found, framework.indicators, strict=True) if one != other)
    return SettledBefore(replace(framework, indicators=tuple(found)), kept)


def _settled(read: Indicator, before: Indicator | None) -> Indicator:
    if before is None:
        return read
    if read.offer is None and _scored(read) == _scored(before):
        return replace(read, assumed=before.assumed) if read.assumed else read
    return replace(
        read,
        method=before.method,
        measure=before.measure,
        special=before.special,
        entered=before.entered,
        lowest=before.lowest,
        highest=before.highest,
        hint=before.hint,
        offer=None,
        assumed=before.assumed,
        examples=(),
    )


def _scored(each: Indicator) -> tuple[object, ...]:
    return each.method, each.measure, each.entered
