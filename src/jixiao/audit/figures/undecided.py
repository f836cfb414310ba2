"""Figures behind both alternatives of a template, 增加（减少）5.00万元: nobody knows which way they go."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.wording.words import AuditWords


def set_aside(figures: Iterable[StatedFigure], words: AuditWords) -> None:
    """Make them part of nothing."""
    for figure in figures:
        if words.undecided.search(figure.passage.text, figure.label_start, figure.start):
            figure.role, figure.direction = FigureRole.SIDE, 0
