"""One cell of a table is one figure, whichever kinds of relations have read it: a slip in it is one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.audit.context import Judged
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation

_Reading = tuple[int, int, Decimal, Decimal, Metric, str]


def with_same_cells(judged: Iterable[Judged]) -> list[Judged]:
    """The relations with the first reading of each printed figure in place of the others of its cell."""
    first: dict[_Reading, StatedFigure] = {}
    found = list(judged)
    for one in found:
        if isinstance(one, StatedRelation) and any(figure.printed for figure in one.figures):
            one.target = _same(one.target, first)
            one.operands = tuple(_same(operand, first) for operand in one.operands)
    return found


def _same(figure: StatedFigure, first: dict[_Reading, StatedFigure]) -> StatedFigure:
    """The reading that came first; points read as an amount are another figure."""
    if not figure.printed:
        return figure
    reading = (*figure.place, figure.value, figure.step, figure.measure, figure.unit)
    return first.setdefault(reading, figure)
