"""Increments add up too: what a list has grown by is what its parts have grown by."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figure import FigureRole
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import SignedSum
from jixiao.audit.kinds.telling_slips import slip_in
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.audit.stated_list import ListPart, StatedList
from jixiao.model.outcome import Outcome, Severity


def sums_of_changes(context: AuditContext) -> Iterator[StatedRelation]:
    """Those of the lists whose parts all say their change."""
    for listed in context.lists:
        yield from _changes_of(listed, context)


def _changes_of(listed: StatedList, context: AuditContext) -> Iterator[StatedRelation]:
    """Increments add up too, if every part says its own: 持平 is none."""
    whole = listed.wholes.get(FigureRole.CHANGE)
    if whole is None or len(listed.parts) < 2:
        return
    if not (listed.sure or listed.open) and not context.words.closed_set(listed.labels):
        return
    changes = [part.figure(FigureRole.CHANGE) for part in listed.parts]
    known = [c is not None or _is_level(p, context) for c, p in zip(changes, listed.parts, strict=True)]
    nought = [not any(f.value for f in part.figures.values()) for part in listed.parts]
    operands = [change for change in changes if change is not None]
    if operands and all(one or other for one, other in zip(known, nought, strict=True)):
        relation = StatedRelation(
            "SUM-CHANGES",
            AuditKind.SUM,
            whole,
            tuple(operands),
            SignedSum(tuple(change.direction * whole.direction or 1 for change in operands)),
            Directness.ITEMS,
            f"“{whole.label[-24:]}”的增减额应等于各项增减额之和",
            "各项增减额之和",
        )
        if not all(known) or listed.open:  # 因公出国（境）费0万元: it may have been more the year before
            relation.severity = Severity.WARNING
            if relation.outcome() is Outcome.INCONSISTENT and not any(
                slip_in(figure, relation) for figure in relation.figures
            ):
                return
        yield relation


def _is_level(part: ListPart, context: AuditContext) -> bool:
    return bool(part.text and context.words.level.search(part.text))
