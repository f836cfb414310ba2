"""Typing slips: could a person who meant one figure have typed the other, and how surprising would that be?

Surprise is counted in decibans, ten times the decimal logarithm of one over the probability: slips of
different kinds become comparable, and surprises of several cells add up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import pairwise

import msgspec

from jixiao.model.figures import WIDE


class SlipKind(Enum):
    """How a wrong figure came about."""

    SWAPPED = "swapped"  # two neighbouring digits
    CHANGED = "changed"  # one digit
    DROPPED = "dropped"
    DOUBLED = "doubled"
    INSERTED = "inserted"
    POINT = "point"  # the decimal point: factor 10, 100, 1000
    UNIT = "unit"  # 元 for 万元 or the reverse: factor 10000
    SIGN = "sign"
    COPIED = "copied"  # the figure of a neighbouring cell
    BLANK = "blank"  # left out
    SURPLUS = "surplus"  # nothing belongs there
    STALE = "stale"  # a total that was right before a part was changed
    MISPLACED = "misplaced"  # the figure of another row or column
    OTHER = "other"

    @property
    def typed(self) -> bool:
        """True for slips of the fingers: they say exactly what was meant."""
        return self not in (
            SlipKind.COPIED,
            SlipKind.BLANK,
            SlipKind.STALE,
            SlipKind.MISPLACED,
            SlipKind.OTHER,
        )


# How often a slip is of that kind, in decibans: 7 is one in five, 10 one in ten, 20 one in a hundred.
_SELDOM = {
    SlipKind.SWAPPED: 8,
    SlipKind.CHANGED: 8,
    SlipKind.DROPPED: 10,
    SlipKind.DOUBLED: 10,
    SlipKind.INSERTED: 17,
    SlipKind.POINT: 9,
    SlipKind.UNIT: 10,
    SlipKind.SIGN: 10,
    SlipKind.COPIED: 10,
    SlipKind.BLANK: 7,
    SlipKind.SURPLUS: 14,
    SlipKind.STALE: 9,
    SlipKind.MISPLACED: 14,
    SlipKind.OTHER: 26,
}
FEWEST_DIGITS = 3  # any two shorter figures are the same now and then, or differ by a slip
FEWEST_TYPED = 2  # digits that can be exchanged, or of which one can be lost
PER_DIGIT = 10  # a digit that could have been any other
_POINT = {1: 6, 2: 8, 3: 10, -1: 6, -2: 8, -3: 10}
_UNIT = 4  # 1 万元 = 10^4 元


class Slip(msgspec.Struct, frozen=True):
    """A kind of slip that turns one figure into another, and how surprising it is."""

    kind: SlipKind
    surprise: int


def typing_slip(needed: Decimal, stated: Decimal, step: Decimal, typed_step: Decimal) -> Slip | None:
    """The least surprising slip of the fingers that turns `needed` into `stated`, or None.

    Both in the unit of the workbook; `step` is the last place of its figures, `typed_step` that of
    the figure as it stands, which a misplaced point may have made finer.
    """
    if not stated or not needed or stated == needed:
        return None
    if stated == -needed:
        return _slip(SlipKind.SIGN, 0)
    if (stated < 0) != (needed < 0):
        return None
    found = list(_scaled(abs(needed), abs(stated), typed_step))
    if not found:
        found = list(_digits(_text(abs(needed), step), _text(abs(stated), step)))
    return min(found, key=lambda slip: slip.surprise, default=None)


def surprise_of(kind: SlipKind, options: int = 1) -> int:
    """How surprising a slip of that kind is, if it could have come out in so many equally likely ways."""
    return _SELDOM[kind] + decibans(options)


def freedom(figure: Decimal, step: Decimal) -> int:
    """How surprising one particular figure of that size is: a deciban score for each of its digits."""
    return PER_DIGIT * max(2, len(_plain(_text(abs(figure), step)).replace(".", "")))


def _slip(kind: SlipKind, detail: int) -> Slip:
    return Slip(kind, _SELDOM[kind] + detail)


def decibans(options: int) -> int:
    """The surprise of one among so many equally likely ways."""
    return round(10 * math.log10(max(1, options)))


def _scaled(needed: Decimal, stated: Decimal, typed_step: Decimal) -> Iterator[Slip]:
    """The decimal point, or 元 for 万元. What the cell cannot hold of a small figure is rounded off."""
    shift = stated.adjusted() - needed.adjusted()
    for places in (shift - 1, shift, shift + 1):
        if places and abs(stated - needed.scaleb(places)) * 2 <= (typed_step if places < 0 else 0):
            if places in _POINT:
                yield _slip(SlipKind.POINT, _POINT[places])
            elif abs(places) == _UNIT:
                yield _slip(SlipKind.UNIT, 3)


def _digits(needed: str, stated: str) -> Iterator[Slip]:
    """Slips of one or two keys. Points stand in their place; digits come and go before or after them."""
    seen, count = _plain(stated), sum(character.isdigit() for character in needed)
    if count < FEWEST_TYPED:
        return
    swapped = {_plain(text) for text in _swapped(needed)}
    if seen in swapped:
        yield _slip(SlipKind.SWAPPED, decibans(len(swapped)))
    elif _differ(needed, stated) == 1 and count >= FEWEST_DIGITS:
        yield _slip(SlipKind.CHANGED, decibans(9 * count))
    if seen in {_plain(text) for text in _dropped(needed)}:
        yield _slip(SlipKind.DROPPED, decibans(count))
    if (
        count >= FEWEST_DIGITS
        and abs(len(stated) - len(needed)) <= 1
        and any(text == _plain(needed) for text in map(_plain, _dropped(stated)))
    ):
        doubled = seen in {_plain(text) for text in _doubled(needed)}
        yield _slip(
            SlipKind.DOUBLED if doubled else SlipKind.INSERTED, decibans(count if doubled else 10 * count)
        )


def _swapped(text: str) -> Iterator[str]:
    places = [index for index, character in enumerate(text) if character.isdigit()]
    for first, second in pairwise(places):
        if text[first] != text[second]:
            middle = text[first + 1 : second]
            yield f"{text[:first]}{text[second]}{middle}{text[first]}{text[second + 1 :]}"


def _dropped(text: str) -> Iterator[str]:
    for index, character in enumerate(text):
        if character.isdigit():
            yield text[:index] + text[index + 1 :]


def _doubled(text: str) -> Iterator[str]:
    for index, character in enumerate(text):
        if character.isdigit():
            yield text[:index] + character + text[index:]


def _differ(one: str, other: str) -> int:
    """In how many digits two figures of the same length differ."""
    width = max(len(one), len(other))
    return sum(a != b for a, b in zip(one.rjust(width, "0"), other.rjust(width, "0"), strict=True))


def _text(figure: Decimal, step: Decimal) -> str:
    """With as many places as `step` has, and more only where the figure has them."""
    rounded = figure.quantize(step, context=WIDE)
    return format(rounded if rounded == figure else figure.normalize(), "f")


def _plain(text: str) -> str:
    """Without leading zeros, and without trailing ones after the point."""
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    return f"{whole.lstrip('0')}.{part}" if part else whole.lstrip("0")
