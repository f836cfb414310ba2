"""How much behind both words of a template, 增加（减少）4.12万元: both figures before it say it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric
from jixiao.audit.relations.stated import StatedRelation, gap_of

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
                yield gap_of("CHANGE-AMOUNT", amount, currents[0], priors[0])
