"""Full marks of a level and of its parts: 过程（25分）得24分。其中A（10分）得9分、B（15分）得15分."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_GOT = (FigureRole.RESULT, FigureRole.PLAIN)
_BETWEEN = 8  # letters from the full marks of a thing to its points
_FEWEST = 2


def full_marks_below(context: AuditContext) -> Iterator[StatedRelation]:
    """Each list whose parts all have full marks, behind a whole that has them, too."""
    for listed in context.lists:
        got = next((listed.wholes[role] for role in _GOT if role in listed.wholes), None)
        whole = _mark_of(got, context)
        if whole is None or FigureRole.BASE in listed.wholes:
            continue
        points = [next((part.figures[r] for r in _GOT if r in part.figures), None) for part in listed.parts]
        marks = [mark for one in points if (mark := _mark_of(one, context)) is not None]
        if len(marks) == len(points) >= _FEWEST:
            relation = _relation(whole, tuple(marks))
            slip = slip_in(whole, relation) and whole.value > max(mark.value for mark in marks)
            if relation.outcome() is not Outcome.INCONSISTENT or slip:
                yield relation


def _mark_of(got: StatedFigure | None, context: AuditContext) -> StatedFigure | None:
    """What could be got, directly before the points: （25分）得24.5分."""
    if got is None or got.measure is not Metric.SCORE:
        return None
    before = [f for f in context.figures[got.passage.number] if f.end <= got.start][-1:]
    near = bool(before) and got.start - before[0].end <= _BETWEEN
    return before[0] if near and before[0].role is FigureRole.BASE else None


def _relation(whole: StatedFigure, marks: tuple[StatedFigure, ...]) -> StatedRelation:
    of = f"所列{len(marks)}项分值之和"
    return StatedRelation(
        "SCORE-FULL", AuditKind.SCORE, whole, marks, SignedSum(), Directness.LIST,
        of, Severity.WARNING, exact=True,
    )  # fmt: skip
