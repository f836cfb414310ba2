"""The figures of running text that a yardstick might know, but that are not sure to be of it."""

from __future__ import annotations

from collections.abc import Collection

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure

_AMOUNTS = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE, FigureRole.PRIOR)
_NAMED = 3  # of them, in the sentence that says how many there are
_LONGEST = 14  # letters of a name


def unplaced(context: AuditContext, kind: AuditKind, placed: Collection[StatedFigure]) -> list[StatedFigure]:
    """Amounts against a workbook; what is said of last year against its report."""
    return [
        figure
        for sentence in context.sentences
        for figure in sentence.figures
        if figure not in placed and (_of_last_year if kind is AuditKind.LAST_YEAR else _is_amount)(figure)
    ]


def _is_amount(figure: StatedFigure) -> bool:
    return figure.measure is Metric.MONEY and figure.role in _AMOUNTS


def _of_last_year(figure: StatedFigure) -> bool:
    measured = figure.measure in (Metric.MONEY, Metric.COUNT, Metric.SCORE)
    return figure.role is FigureRole.PRIOR and measured


def said_of_unplaced(figures: list[StatedFigure], kind: AuditKind, said: str) -> str:
    """How many there are, with the first of them; "" if there is none."""
    if not figures:
        return ""
    what = "说到上年的数" if kind is AuditKind.LAST_YEAR else "金额"
    named = "、".join(f"“{_quote(figure)}”" for figure in figures[:_NAMED])
    more = "等" if len(figures) > _NAMED else ""
    return f"另有{len(figures)}个{what}认不准是{said}里的哪一项，没有核对：{named}{more}。"


def _quote(figure: StatedFigure) -> str:
    start = max(figure.label_start, figure.start - _LONGEST)
    return figure.passage.raw[start : figure.end].strip("，。；、：（ ")
