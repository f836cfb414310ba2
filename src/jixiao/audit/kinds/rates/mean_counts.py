"""So many for each: 培训12期1548人次，平均每期129人次."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import Quotient
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Severity

_MEAN = re.compile(
    r"平均每(?P<each>[期场班次个家所户村社乡镇项批年月天])[^，。；\d]{0,6}$|(?P<unit>[期场班次户村])均[^，。；\d]{0,6}$"
)
_SAME = {"场": ("场", "场次"), "次": ("次", "场次"), "批": ("批", "批次"), "班": ("期", "班")}
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def mean_counts(context: AuditContext) -> Iterator[StatedRelation]:
    """Each with the one total of its unit and the one count of what it is for, before it in its sentence."""
    for sentence in context.sentences:
        for mean in sentence.figures:
            match = _MEAN.search(mean.words) if mean.measure is Metric.COUNT and mean.value else None
            if match is not None:
                yield from _judged(mean, match["each"] or match["unit"], sentence, context)


def _judged(
    mean: StatedFigure, unit: str, sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    before = [f for f in sentence.before(mean.start) if f.role in _ROLES and f.value]
    totals = [f for f in before if f.measure is Metric.COUNT and f.unit == mean.unit]
    total = totals[0] if len(totals) == 1 else None
    if total is None:
        return
    counts = [f for f in before if f.measure is Metric.COUNT and f.unit in _SAME.get(unit, (unit,))]
    counts = [f for f in counts if f is not total and f.end <= total.start]
    if not counts or any(_comes_to(mean, total, count) for count in counts):
        return
    count = _whole_of(counts[-1], counts, context)
    of = f"{total.written}÷{count.written}"
    relation = StatedRelation(
        "MEAN", AuditKind.RATIO, mean, (total, count), Quotient(), Directness.RATE,
        of, Severity.WARNING,
    )  # fmt: skip
    if any(slip_in(figure, relation) for figure in relation.figures):
        yield relation


def _comes_to(mean: StatedFigure, total: StatedFigure, count: StatedFigure) -> bool:
    return abs(total.value / count.value - mean.value) < (mean.step or 1)


def _whole_of(count: StatedFigure, counts: Sequence[StatedFigure], context: AuditContext) -> StatedFigure:
    """讲座68场，其中进学校26场、进社区42场，参加群众5440人次: what the last count is a part of."""
    for listed in context.lists:
        if any(count in part.figures.values() for part in listed.parts):
            return next((whole for whole in listed.wholes.values() if whole in counts), count)
    return count
