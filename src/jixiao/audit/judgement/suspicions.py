"""Which figure is probably wrong, in a sentence: one of them, or all that would explain it as well."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.audit.figures.figure import digits
from jixiao.audit.judgement.culprits import Culprit
from jixiao.audit.relations.stated import StatedRelation, rounded
from jixiao.checks.diagnosis.suggestions import REASONS

_MOST = 3  # possibilities that are told one by one


def suspicion(culprit: Culprit, told: StatedRelation) -> str:
    """What it would have to be; "" if no slip tells any of them from the others.

    `told`: the relation that is told, whose own figure may be wrong whether it is one of them or not.
    """
    if culprit.rivals and culprit.slip is None:
        return ""
    one = _would_be(culprit)
    if not culprit.rivals:
        reason = f"，{REASONS[culprit.slip]}" if culprit.slip else ""
        return f"若{one}，{_then(culprit, [culprit])}{reason}。"
    equal = [culprit, *culprit.rivals][:_MOST]
    said = "，或".join(map(_would_be, equal))
    more = "，等等" if len(culprit.rivals) >= _MOST else ""
    also = "有几种可能" if told.target in [one.figure for one in equal] else "也可能错在别处"
    return f"{also}：若{said}{more}，{_then(culprit, equal)}。"


def _would_be(culprit: Culprit) -> str:
    figure = culprit.figure
    name = f"“{figure.label[-20:]}”" if figure.label else ""
    return f"{name}{figure.written}应为{digits(culprit.needed, figure)}"


def _then(culprit: Culprit, equal: Sequence[Culprit]) -> str:
    """Whoever reckons it again must not find another figure than what is told to come out."""
    if not all(_comes_out(relation, one) for one in equal for relation in one.mended):
        return "则只差四舍五入的尾数"
    return f"则{len(culprit.mended)}处关系都成立" if len(culprit.mended) > 1 else "则相符"


def _comes_out(relation: StatedRelation, culprit: Culprit) -> bool:
    """Whether with that value exactly what is written follows."""
    changed = {culprit.figure: culprit.needed}
    computed, target = relation.computed(changed), relation.target
    if computed is None or relation.upper:
        return True
    return rounded(computed.value, target) == rounded(changed.get(target, target.value), target)
