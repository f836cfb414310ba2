"""Shares that name both figures: 固定资产占资产总额的90.55%, 人员经费占基本支出的85.06%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_NAMED = re.compile(
    r"(?P<part>[\u4e00-\u9fff“”]{2,12}?)(?:支出|资金)?占(?P<whole>[\u4e00-\u9fff“”]{2,12}?)(?:的)?(?:比重|比例|比)?(?:为|达|约)*$"
)
_TAIL = re.compile("(?:支出|资金|总额|净值|合计|总计)+$")
_ENDS = "(?:决算|合计)?(?:数|为|共|：)*$"
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_BACK = 4  # sentences in which both stand
_SHORTEST = 2
_TELLING = 4  # digits of a share


def subject_shares(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each that nothing else has told, with the nearest figure of either name, if it holds but for a slip."""
    for sentence in context.sentences:
        for share in sentence.of(FigureRole.SHARE):
            match = _NAMED.search(share.words) if share not in told and share.value else None
            if match is None:
                continue
            near = [*reversed(sentence.before(share.start))]
            for before in context.before(sentence, _BACK):
                near += reversed(before.figures)
            part, whole = _called(match["part"], near), _called(match["whole"], near)
            if part is not None and whole is not None and part is not whole and part.fits(whole):
                yield from _judged(share, part, whole)


def _called(name: str, near: list[StatedFigure]) -> StatedFigure | None:
    """The nearest amount whose name ends with this one, or with it and a word such as 净值."""
    core = _TAIL.sub("", name)
    wanted = core if len(core) >= _SHORTEST else name
    for figure in near:
        usable = figure.measure in (Metric.MONEY, Metric.COUNT) and figure.role in _ROLES and figure.value
        if usable and (_TAIL.sub("", figure.label) == wanted or re.search(f"{name}{_ENDS}", figure.words)):
            return figure
    return None


def _judged(share: StatedFigure, part: StatedFigure, whole: StatedFigure) -> Iterator[StatedRelation]:
    relation = share_relation(share, part, whole)
    relation.severity = Severity.WARNING
    digits = len(str(int(share.value / (share.step or 1))))
    if relation.outcome() is not Outcome.INCONSISTENT or (digits >= _TELLING and slip_in(share, relation)):
        yield relation
