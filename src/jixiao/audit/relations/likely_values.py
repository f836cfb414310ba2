"""How much likelier one value of a figure is than another, whatever slip may lie between them."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit.figures.figure import Metric, StatedFigure

_FULL = Decimal(100)  # points, as good as always
_CERTAIN = 20  # decibans
_NOUGHT = 4  # most noughts are meant: an item that a unit does not have
_ROUND = 5  # points are given in fives where all others are


def oddness(figure: StatedFigure, needed: Decimal) -> int:
    """In decibans: how much less likely what is needed is than what is written."""
    found = _of_noughts(figure.value, needed)
    return found + (_of_points(figure.value, needed) if figure.measure is Metric.SCORE else 0)


def _of_noughts(written: Decimal, needed: Decimal) -> int:
    return _NOUGHT * ((not written) - (not needed))


def _of_points(written: Decimal, needed: Decimal) -> int:
    """Full marks are 100, no score is more; a weight is rather 20 than 28."""
    if written == _FULL or needed > _FULL >= written:
        return _CERTAIN
    if needed == _FULL:
        return -_CERTAIN
    return _NOUGHT * (bool(needed % _ROUND) - bool(written % _ROUND))
