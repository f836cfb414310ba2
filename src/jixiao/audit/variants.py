"""What a figure could have been meant to be: one slip of the fingers away from what is written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.audit.figure import StatedFigure

_MOST = 12  # digits


def variants(figure: StatedFigure) -> Iterator[Decimal]:
    """Values that one exchanged, changed, lost or doubled digit, or a moved point, would have made of it."""
    scaled = figure.value / figure.scale
    places = -int((figure.step / figure.scale).normalize().as_tuple().exponent) if figure.step else 0
    text = format(scaled.quantize(Decimal(1).scaleb(-max(places, 0))), "f")
    if len(text) > _MOST or scaled <= 0:
        return
    for variant in dict.fromkeys(_texts(text)):
        value = Decimal(variant) * figure.scale
        if value and value != figure.value:
            yield value


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
    for shift in (-2, -1, 1, 2):
        yield format(Decimal(text).scaleb(shift), "f")
