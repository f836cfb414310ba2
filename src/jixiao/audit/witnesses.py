"""What else a report says that speaks for a figure: the same value in other places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.figure import Metric, StatedFigure

_TELLING = 3  # digits of a value that does not come twice by chance
_ELSEWHERE = 12  # decibans

Values = Counter[tuple[Metric, Decimal]]


class Witnesses:
    """All values of a report, and how often each is written."""

    def __init__(self, figures: Iterable[StatedFigure] = ()) -> None:
        self.values: Values = Counter((figure.measure, figure.value) for figure in figures)

    def surprise(self, figure: StatedFigure, needed: Decimal) -> int:
        """In decibans: less likely wrong if written elsewhere, more likely if its right value is."""
        found = 0
        if _is_telling(figure.value, figure) and self.values[figure.measure, figure.value] > 1:
            found += _ELSEWHERE
        if _is_telling(needed, figure) and self.values[figure.measure, needed]:
            found -= _ELSEWHERE
        return found


def witnesses_of(context: AuditContext) -> Witnesses:
    """Of the text and of the tables."""
    said = (figure for figures in context.figures.values() for figure in figures)
    cells = (f for table in context.tables for entry in table.entries for f in entry.figures.values())
    return Witnesses([*said, *cells])


def _is_telling(value: Decimal, like: StatedFigure) -> bool:
    step = like.step or Decimal(1)
    return bool(value) and len((value / step).normalize().as_tuple().digits) >= _TELLING
