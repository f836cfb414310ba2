"""How far a result is from its target, said of both: 268人，低于目标值300人，差额32人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, gap_of
from jixiao.model.outcome import Outcome, Severity

_AGAINST = re.compile(
    r"，?(?:[仍尚还均]?)(?P<way>低于|少于|未达到?|未完成|不足|未满足|距离?|高于|多于|超过|超出|优于|较|比|与)"
    r"[^，。；：、\d]{0,8}(?:目标|计划|任务|标准|指标|要求|编制|定额|限额)[值数]?(?:的|为|是)?"
)
_GAP = re.compile(
    r"(?:相比|比较)?[，、（]?(?:[仍尚还只]?)(?:差额|差距|相差|缺口|缺额|短缺|少|缺|差|多|超|超出|超过|高出)(?:了|为|是|达|有|约)*"
)
_COUNTED = (Metric.COUNT, Metric.MONEY)


def gaps_to_targets(context: AuditContext) -> Iterator[StatedRelation]:
    """Each target with its gap behind it, and the result that fits, or the one before it."""
    members = context.members
    for sentence in context.sentences:
        for target, gap in pairwise(sentence.figures):
            if not _GAP.fullmatch(target.passage.text, target.end, gap.start) or not target.fits(gap):
                continue
            before = [f for f in sentence.before(target.start) if _may_be_held(f, target)]
            relations = [
                gap_of("TARGET-GAP", gap, figure, target, severity=Severity.WARNING) for figure in before
            ]
            holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
            beside = before and _AGAINST.fullmatch(target.passage.text, before[-1].end, target.start)
            if beside and (holding or before[-1] not in members):
                yield (holding or relations)[-1]


def _may_be_held(figure: StatedFigure, target: StatedFigure) -> bool:
    told = figure.role in (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.SIDE)
    return told and figure.measure in _COUNTED and figure.fits(target) and figure.value != target.value
