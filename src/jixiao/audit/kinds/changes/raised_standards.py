"""Standards that are raised: 由每人每月690元提高到730元，提高5.80% is the difference over the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import number
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import GrowthOfTwo
from jixiao.audit.relations.stated import Directness, StatedRelation

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_RAISED = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,12}}(?P<prior>{_DIGITS})元(?:/[^，。；\d]{{1,4}})?(?P<word>提高|增加|上调|调整|降低|下调|减少)"
    rf"[到至为]+[^，。；\d]{{0,8}}(?P<current>{_DIGITS})元"
)


def raised_standards(context: AuditContext) -> Iterator[StatedRelation]:
    """Each with the rate directly behind it."""
    for sentence in context.sentences:
        if "元" not in sentence.text:
            continue
        for match in _RAISED.finditer(sentence.passage.text, sentence.start, sentence.end):
            rate = next((f for f in sentence.figures if f.start >= match.end()), None)
            beside = rate is not None and rate.label_start <= match.end() + 1
            if (
                rate is not None
                and beside
                and rate.measure is Metric.PERCENT
                and rate.role is FigureRole.RATE
            ):
                yield _relation(rate, match, sentence)


def _relation(rate: StatedFigure, match: re.Match[str], sentence: Sentence) -> StatedRelation:
    current, prior = _figure(match, "current", sentence), _figure(match, "prior", sentence)
    of = f"（{current.written}－{prior.written}）÷{prior.written}"
    return StatedRelation(
        "CHANGE-RATE", AuditKind.CHANGE, rate, (current, prior), GrowthOfTwo(rate.direction), Directness.RATE,
        of,
    )  # fmt: skip


def _figure(match: re.Match[str], name: str, sentence: Sentence) -> StatedFigure:
    value, _ = number(match[name])
    start, end = match.span(name)
    figure = StatedFigure(
        value,
        Decimal(0),
        Metric.MONEY,
        "元",
        Decimal(1),
        sentence.passage,
        start,
        end + 1,
        role=FigureRole.SIDE,
    )
    figure.label_start = start
    return figure
