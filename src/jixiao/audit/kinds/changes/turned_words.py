"""Amounts and rates of a change that hold only the other way round: 增加8.50万元 of what has fallen by it."""

from __future__ import annotations

import msgspec

from jixiao.audit.context import Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.kinds.changes.compared import ComparedFigures
from jixiao.audit.relations.formulas import GrowthFromCurrent
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_LEAST = 10  # per cent: below, a slip in the rate may look the same


def turned(one: Judged, compared: ComparedFigures) -> WordingFault | None:
    """The fault of a relation that its figures satisfy in the other direction."""
    if not isinstance(one, StatedRelation) or one.outcome() is not Outcome.INCONSISTENT:
        return None
    if one.id == "CHANGE-AMOUNT":
        return _of_the_amount(one, compared)
    return _of_the_rate(one, compared) if one.id == "CHANGE-RATE" else None


def _of_the_amount(one: StatedRelation, compared: ComparedFigures) -> WordingFault | None:
    """104.28万元，比上年108.52万元增加4.24万元: the amount is right, the word is not."""
    computed = one.computed()
    if not one.target.value or computed is None or computed.value != -one.target.value:
        return None
    return _fault(one.target, compared, one.operands, "按前后两个数", Severity.ERROR)


def _of_the_rate(one: StatedRelation, compared: ComparedFigures) -> WordingFault | None:
    """27.50万元，增加8.50万元，增长23.61%: what it has fallen from is 36万元, of which 8.50 are that rate."""
    amount, rate = compared.amount, compared.rate
    if amount is None or rate is None or not isinstance(one.formula, GrowthFromCurrent):
        return None
    if amount.direction != rate.direction or rate.step >= 1 or rate.value < _LEAST:
        return None
    if slip_in(rate, one):
        return None
    formula = GrowthFromCurrent(-compared.direction)
    other = msgspec.structs.replace(one, formula=formula, known=None)
    if other.outcome() not in (Outcome.PASSED, Outcome.ROUNDING):
        return None
    current = one.operands[1]
    return _fault(
        amount, compared, (current, rate), f"按{current.written}和{rate.written}推算", Severity.WARNING
    )


def _fault(
    amount: StatedFigure,
    compared: ComparedFigures,
    figures: tuple[StatedFigure, ...],
    by: str,
    severity: Severity,
) -> WordingFault:
    said, right = ("增加", "减少") if compared.direction > 0 else ("减少", "增加")
    return WordingFault(
        "CHANGE-DIRECTION",
        AuditKind.EQUALITY,
        amount.passage,
        (amount.label_start, amount.end),
        right,
        f"{by}应是{right}{amount.written}，写的方向相反。",
        "请核对增减方向。",
        stated=said,
        severity=severity,
        figures=figures,
    )
