"""So many for each: 培训12期1548人次，平均每期129人次."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
                yield from _judged(mean, match["each"] or match["unit"], sentence)


def _judged(mean: StatedFigure, unit: str, sentence: Sentence) -> Iterator[StatedRelation]:
    before = [f for f in sentence.before(mean.start) if f.role in _ROLES and f.value]
    totals = [f for f in before if f.measure is Metric.COUNT and f.unit == mean.unit]
    total = totals[0] if len(totals) == 1 else None
    if total is None:
        return
    counts = [f for f in before if f.measure is Metric.COUNT and f.unit in _SAME.get(unit, (unit,))]
    counts = [f for f in counts if f is not total and f.end <= total.start][-1:]
    if not counts:
        return
    count = counts[0]
    apart = abs(total.value / count.value - mean.value)
    of = f"{total.written}÷{count.written}"
    relation = StatedRelation(
        "MEAN", AuditKind.RATIO, mean, (total, count), Quotient(), Directness.RATE,
        of, Severity.WARNING,
    )  # fmt: skip
    if apart >= (mean.step or 1) and any(slip_in(figure, relation) for figure in relation.figures):
        yield relation
