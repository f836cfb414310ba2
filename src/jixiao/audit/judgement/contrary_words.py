"""增加0.50万元，下降5.68%: what breaks only because of the wrong one of two words is told by the words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jixiao.audit.context import Judged
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome

CONTRARY = "CHANGE-DIRECTIONS"
_TURNED, _REASON = "CHANGE-DIRECTION", "REASON-DIRECTION"
_COMPARED = "DIRECTION-BUDGET"
_BESIDE = 12  # letters from an amount to the end of its rate


def settled(judged: Sequence[Judged]) -> list[Judged]:
    """Without the relations that hold once such an amount goes the way of its rate; that word is wrong."""
    kept = list(judged)
    for fault in [one for one in judged if isinstance(one, WordingFault) and one.id == CONTRARY]:
        explained = [one for one in kept if isinstance(one, StatedRelation) and _holds_turned(one, fault)]
        if explained:
            kept = [one for one in kept if one not in explained and one is not fault]
            kept.append(_of_the_amount(fault))
    turned = [one for one in kept if isinstance(one, WordingFault) and one.id == _TURNED]
    kept = [one for one in kept if not any(_fits_turned(one, fault) for fault in turned)]
    kept = [one for one in kept if not any(_adds_up_turned(one, fault) for fault in turned)]
    compared = [one for one in kept if isinstance(one, WordingFault) and one.id == _COMPARED]
    return [one for one in kept if not any(_follows(one, fault) for fault in compared)]


def _follows(one: Judged, compared: WordingFault) -> bool:
    """决算数大于预算数的原因是人员减少, where it is less: the reason is right once 大于 is put right."""
    return (
        isinstance(one, WordingFault)
        and one.id == _REASON
        and one.passage is compared.passage
        and one.quoted[0] < compared.wrong[1] <= one.quoted[1]
    )


def _fits_turned(one: Judged, turned: WordingFault) -> bool:
    """Whether a reason goes against a change, or its rate, only because the word of that change is wrong."""
    return (
        isinstance(one, WordingFault)
        and one.id == _REASON
        and any(f.passage is turned.passage and 0 <= f.end - turned.quoted[1] <= _BESIDE for f in one.figures)
    )


def _adds_up_turned(one: Judged, turned: WordingFault) -> bool:
    """Whether changes add up once the word of one of them is put right."""
    if not isinstance(one, StatedRelation) or one.id != "SUM-CHANGES":
        return False
    inside = [
        f for f in one.operands if f.passage is turned.passage and f.label_start <= turned.wrong[0] < f.end
    ]
    signs = any(one.outcome({figure: -figure.value}) is not Outcome.INCONSISTENT for figure in inside)
    return one.outcome() is Outcome.INCONSISTENT and signs


def _holds_turned(relation: StatedRelation, fault: WordingFault) -> bool:
    amount = fault.figures[0]
    if amount not in relation.figures or relation.outcome() is not Outcome.INCONSISTENT:
        return False
    return relation.outcome({amount: -amount.value}) is not Outcome.INCONSISTENT


def _of_the_amount(fault: WordingFault) -> WordingFault:
    amount = fault.figures[0]
    said, right = ("减少", "增加") if amount.direction < 0 else ("增加", "减少")
    wrong = (amount.label_start, amount.end)
    return msgspec.structs.replace(fault, stated=said, computed=right, wrong=wrong)
