"""How much behind both words of a template, 增加（减少）4.12万元: both figures before it say it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation

_CURRENT = (FigureRole.PLAIN, FigureRole.RESULT)


def undecided_changes(context: AuditContext) -> Iterator[StatedRelation]:
    """Each amount behind the one current and the one earlier figure of its sentence."""
    for sentence in context.sentences:
        for amount in sentence.figures:
            if amount.measure is not Metric.MONEY or amount.role is not FigureRole.SIDE:
                continue
            if not context.words.undecided.search(sentence.passage.text, amount.label_start, amount.start):
                continue
            before = [f for f in sentence.before(amount.start) if f.measure is Metric.MONEY]
            currents = [f for f in before if f.role in _CURRENT]
            priors = [f for f in before if f.role is FigureRole.PRIOR]
            if len(before) == 2 and len(currents) == len(priors) == 1:
                yield _relation(amount, currents[0], priors[0])


def _relation(amount: StatedFigure, current: StatedFigure, prior: StatedFigure) -> StatedRelation:
    larger, smaller = sorted((current, prior), key=lambda figure: figure.value, reverse=True)
    of = f"{larger.written}－{smaller.written}"
    return StatedRelation(
        "CHANGE-AMOUNT", AuditKind.CHANGE, amount, (larger, smaller), SignedSum((1, -1)), Directness.RATE,
        of,
    )  # fmt: skip
