"""Full marks of all that a score is made up of: 投入15分，得14分；过程25分，… come to a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.lists.stated_list import StatedList
from jixiao.audit.relations.formulas import FigureFormula
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_HUNDRED = Decimal(100)
_FEWEST = 3
_GOT = (FigureRole.RESULT, FigureRole.PLAIN)


class HundredLess(FigureFormula, frozen=True):
    """A hundred less all operands."""

    def value(self, operands):  # type: ignore[no-untyped-def]
        from jixiao.relation.quantity import Quantity

        total = Quantity.exact(_HUNDRED)
        for operand in operands:
            total = total - operand
        return total

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        return _HUNDRED - stated - sum(v for place, v in enumerate(operands) if place != index)


def full_marks(context: AuditContext) -> Iterator[StatedRelation]:
    """Each list in which every part has full marks and points, and that has no total of full marks."""
    for listed in context.lists:
        full = [part.figure(FigureRole.BASE) for part in listed.parts]
        marks = [f for f in full if f is not None and f.measure is Metric.SCORE]
        if len(marks) < max(_FEWEST, len(listed.parts)) or FigureRole.BASE in listed.wholes:
            continue
        relation = _relation(marks)
        holds = relation.outcome() is not Outcome.INCONSISTENT
        if holds or (_is_complete(listed) and any(slip_in(mark, relation) for mark in marks)):
            yield relation


def _is_complete(listed: StatedList) -> bool:
    """Whether the points of the parts come to those of the whole, at least about."""
    whole = next((listed.wholes[role] for role in _GOT if role in listed.wholes), None)
    got = [next((part.figures[role] for role in _GOT if role in part.figures), None) for part in listed.parts]
    if whole is None or any(one is None for one in got):
        return False
    return sum(one.value for one in got if one is not None) == whole.value


def _relation(marks: Sequence[StatedFigure]) -> StatedRelation:
    target, others = marks[-1], tuple(marks[:-1])
    of = f"100分减去其他{len(others)}部分的分值"
    return StatedRelation(
        "SCORE-FULL", AuditKind.SCORE, target, others, HundredLess(), Directness.LIST,
        of, Severity.WARNING, exact=True,
    )  # fmt: skip
