"""What a figure could have been meant to be: one slip of the fingers away from what is written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from jixiao.audit.figures.figure import StatedFigure

_MOST = 12  # digits
_PLACES = 2  # decimals that figures have at most, unless they are written with more


def variants(figure: StatedFigure) -> tuple[Decimal, ...]:
    """Values that one exchanged, changed, lost or doubled digit, or a moved point, would have made of it."""
    return _values(_written(figure), figure.scale)


def variants_between(figure: StatedFigure, low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Those of them that lie between two values, also those of which a digit was lost."""
    values = _in_order(_written(figure), figure.scale)
    return values[bisect_left(values, low) : bisect_right(values, high)]


def _written(figure: StatedFigure) -> str:
    """Its digits without separators."""
    scaled = figure.value / figure.scale
    places = -int((figure.step / figure.scale).normalize().as_tuple().exponent) if figure.step else 0
    return format(scaled.quantize(Decimal(1).scaleb(-max(places, 0))), "f")


@lru_cache(maxsize=1024)
def _values(text: str, scale: Decimal) -> tuple[Decimal, ...]:
    if len(text) > _MOST or Decimal(text) <= 0:
        return ()
    written = Decimal(text)
    found = (Decimal(variant) for variant in dict.fromkeys(_texts(text)))
    return tuple(value * scale for value in found if value and value != written)


@lru_cache(maxsize=1024)
def _in_order(text: str, scale: Decimal) -> tuple[Decimal, ...]:
    written = Decimal(text)
    if len(text) > _MOST or written < 0 or (not written and "." not in text):
        return ()
    found = {Decimal(variant) for variant in (*_texts(text), *_longer(text))} - {written}
    if "." not in text:  # 0.00 is written 8.00 now and then, 0 hardly 8
        found.discard(Decimal(0))
    return tuple(sorted(value * scale for value in found))


def _texts(text: str) -> Iterator[str]:
    spots = [place for place, sign in enumerate(text) if sign.isdigit()]
    for one, other in pairwise(spots):
        if text[one] != text[other]:
            yield text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :]
    for spot in spots:
        for digit in "0123456789":
            if digit != text[spot]:
                yield text[:spot] + digit + text[spot + 1 :]
    for spot in spots:
        if len(spots) > 1:
            yield (text[:spot] + text[spot + 1 :]).removesuffix(".") or "0"
    places = len(text.partition(".")[2])
    most = places + 1 if places > _PLACES else _PLACES
    for shift in (-2, -1, 1, 2):
        if places - shift <= most:
            yield format(Decimal(text).scaleb(shift), "f")


def _longer(text: str) -> Iterator[str]:
    whole, _, part = text.partition(".")
    for spot in range(len(text) + 1 if len(part) < _PLACES else len(whole) + 1):
        for digit in "0123456789":
            if spot or digit != "0":
                yield text[:spot] + digit + text[spot:]
