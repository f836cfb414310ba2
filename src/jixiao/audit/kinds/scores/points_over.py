"""More points than there are: 满意度指标满分6分，得6.5分; 过程40分，得41分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Severity

_GOT = re.compile(r"^(?:实际|自评|评价|最终|应)?(?:得分|自评|得|评分)(?:了|为|是|：)*$")
_NOT_FULL = re.compile("得|扣|自评|评价|加|减|奖|失分|总计|合计|共|综合")
_BETWEEN = re.compile(r"[，（：、]|）[，：]?")
_BONUS = re.compile("加分|奖励|附加")


def points_over(context: AuditContext) -> Iterator[StatedRelation]:
    """Each pair of full marks and of points got, side by side; the latter are no more than the former."""
    for sentence in context.sentences:
        if _BONUS.search(sentence.text):
            continue
        before: StatedFigure | None = None
        for full, got in pairwise(sentence.figures):
            listed, before = _is_listed(before, full), full
            if _is_pair(full, got) and not listed:
                said = full.role is FigureRole.BASE
                yield StatedRelation(
                    "SCORE-OVER", AuditKind.SCORE, full, (got,), SignedSum(), Directness.RATE,
                    "得分", Severity.ERROR if said else Severity.WARNING,
                    exact=True, upper=True, note="得分不能大于分值。",
                )  # fmt: skip


def _is_listed(before: StatedFigure | None, full: StatedFigure) -> bool:
    """控制率5分，变动率5分，得10分: what was got of both."""
    if before is None or before.measure is not Metric.SCORE or _NOT_FULL.search(before.words):
        return False
    return not re.search("[；。：]", full.passage.text[before.end : full.label_start])


def _is_pair(full: StatedFigure, got: StatedFigure) -> bool:
    points = full.measure is Metric.SCORE is got.measure
    between = full.passage.text[full.end : got.label_start]
    named = len(full.words) > 1 and not _NOT_FULL.search(full.words)
    beside = points and _BETWEEN.fullmatch(between) is not None and _GOT.match(got.words) is not None
    return beside and got.role is not FigureRole.BASE and (full.role is FigureRole.BASE or named)
