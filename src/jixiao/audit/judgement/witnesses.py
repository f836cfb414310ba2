"""What else a report says that speaks for a figure: the same value in other places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.checks.diagnosis.slips import decibans

_TELLING = 3  # digits of a value that does not come twice by chance
_LONG = 5  # digits of one that is not even rounded to by chance
_LEAST, _MOST = 10, 24  # decibans
_COPIED = 12  # a wrong figure is copied as well as a right one


class Witnesses:
    """All values of a report, in order; what a table says in 元 speaks for the text in 万元, too."""

    def __init__(self, figures: Iterable[StatedFigure] = ()) -> None:
        self.values: dict[Metric, list[Decimal]] = {}
        for figure in figures:
            self.values.setdefault(figure.measure, []).append(figure.value)
        for values in self.values.values():
            values.sort()

    def surprise(self, figure: StatedFigure, needed: Decimal) -> int:
        """In decibans: less likely wrong if written elsewhere, more likely if its right value is."""
        found = 0
        if self._written(figure.value, figure) > 1:
            found += min(_COPIED, self._weight(figure.value, figure))
        if self._written(needed, figure):
            found -= self._weight(needed, figure)
        return found

    def _weight(self, value: Decimal, like: StatedFigure) -> int:
        """The more digits a value has, and the fewer others there are, the less is it there by chance."""
        others = len(self.values.get(like.measure, ()))
        return max(_LEAST, min(_MOST, 10 * _digits(value, like) - decibans(others)))

    def _written(self, value: Decimal, like: StatedFigure) -> int:
        """How often a value is written, if it does not come twice by chance; of long ones also finer."""
        count = _digits(value, like)
        if count < _TELLING:
            return 0
        room = like.step / 2 if count >= _LONG else Decimal(0)
        values = self.values.get(like.measure, [])
        return bisect_right(values, value + room) - bisect_left(values, value - room)


def witnesses_of(context: AuditContext) -> Witnesses:
    """Of the text and of the tables."""
    said = (figure for figures in context.figures.values() for figure in figures)
    cells = (f for table in context.tables for entry in table.entries for f in entry.figures.values())
    return Witnesses([*said, *cells])


def _digits(value: Decimal, like: StatedFigure) -> int:
    step = like.step or Decimal(1)
    return len((value / step).normalize().as_tuple().digits) if value else 0
