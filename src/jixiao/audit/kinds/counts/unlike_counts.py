"""Counts of one thing that differ a little: those that are not as the most are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.model.outcome import Severity

_FEW = 2  # values; of more nobody knows what they are


def unlike_counts(
    rule: str, figures: Sequence[StatedFigure], of: str, apart: Decimal, always: int = 0
) -> Iterator[StatedRelation]:
    """Each beside the usual one; if farther from it than `always` and than `apart` of the larger, none."""
    counts = Counter(figure.value for figure in figures)
    if len(counts) > _FEW:
        return
    usual = next(figure for figure in figures if counts[figure.value] == max(counts.values()))
    for figure in figures:
        gap, larger = abs(figure.value - usual.value), max(figure.value, usual.value)
        if figure is not usual and gap <= max(Decimal(always), larger * apart):
            yield same_figure(rule, figure, usual, of, Severity.WARNING)
