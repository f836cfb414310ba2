"""Shares of one name have one whole: 基本支出占本年支出的41.30%, 项目支出占本年支出的58.70%."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from decimal import Decimal

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.formulas import ShareOf
from jixiao.audit.relations.stated import StatedRelation
from jixiao.model.outcome import Outcome, Severity

_NAMED = 4  # letters of a name that means one thing
_FEWEST = 2


def with_same_bases(judged: Iterable[Judged], context: AuditContext) -> list[Judged]:
    """All relations; a share that only another total makes hold is judged by that of the shares beside it."""
    everything = list(judged)
    groups: dict[Hashable, list[StatedRelation]] = defaultdict(list)
    for one in everything:
        if not isinstance(one, StatedRelation) or one.id != "SHARE" or len(one.operands) != 2:
            continue
        if (
            isinstance(one.formula, ShareOf)
            and one.target.value
            and one.outcome() is not Outcome.INCONSISTENT
        ):
            groups[_key(one.target, context)].append(one)
    exchanged: dict[int, StatedRelation] = {}
    for found in groups.values():
        exchanged |= _exchanged(found)
    return [exchanged.get(id(one), one) for one in everything]


def _key(share: StatedFigure, context: AuditContext) -> Hashable:
    """Its name, near by; without one its sentence."""
    if len(share.base) >= _NAMED:
        return share.base, share.passage.number // 8
    return share.base, share.passage.number, share.passage.text.count("。", 0, share.start)


def _exchanged(found: list[StatedRelation]) -> dict[int, StatedRelation]:
    """For those with another whole than most, or than the one that all parts come to."""
    wholes = Counter(one.operands[1].value for one in found)
    if len(wholes) != _FEWEST:
        return {}
    parts = sum({one.operands[0].value for one in found}, Decimal(0))
    (first, most), (_, few) = wholes.most_common()
    near = found[0].operands[0].step * len(found)
    summed = [value for value in wholes if abs(value - parts) <= near]
    usual = summed[0] if summed else first if most > few + few else None
    if usual is None:
        return {}
    whole = next(one.operands[1] for one in found if one.operands[1].value == usual)
    changed: dict[int, StatedRelation] = {}
    for one in found:
        if one.operands[1].value != usual and one.operands[0].value < usual:
            relation = share_relation(one.target, one.operands[0], whole)
            relation.severity = Severity.WARNING
            changed[id(one)] = relation
    return changed if len(changed) * _FEWEST <= len(found) else {}
