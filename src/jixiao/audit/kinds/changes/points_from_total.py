"""How far a row of a table is from all rows: 安浦县（91.10%）比全市平均水平低4.78个百分点, 95.88% in 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, gap_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_FROM = re.compile(
    r"(?:比|较|与|低于|高于)(?:全[国省市县区州盟旗]|总体|整体|全部|合计|平均)+(?:的)?(?:平均)?(?:水平|值|数|执行率|完成率|得分率|满意度)?"
    r"(?:还|均|分别|相比)?(?:高出?|低|少|多|相差|差)?(?:了|约)?$"
)
_NEAR = 12  # letters between a rate and what is said of it


def points_from_total(context: AuditContext) -> Iterator[StatedRelation]:
    """Each whose rate stands in one column of one table with a total; told if a slip explains the gap."""
    for sentence in context.sentences:
        for points in sentence.figures:
            if points.measure is not Metric.POINTS or not points.value or not _FROM.search(points.words):
                continue
            rate = _rate_before(points, sentence)
            totals = _totals_beside(rate, context) if rate is not None else []
            if rate is not None and len(totals) == 1:
                relation = gap_of("POINTS-APART", points, rate, totals[0], severity=Severity.WARNING)
                if relation.outcome() is not Outcome.INCONSISTENT or slip_in(points, relation):
                    yield relation


def _rate_before(points: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    before = sentence.before(points.start)
    near = before and before[-1].measure is Metric.PERCENT and points.label_start - before[-1].end < _NEAR
    return before[-1] if near else None


def _totals_beside(rate: StatedFigure, context: AuditContext) -> list[StatedFigure]:
    """What stands in the row of the total, in the column in which the rate stands."""
    found: list[StatedFigure] = []
    for table in context.tables:
        total = table.total() if table.whole else None
        for entry in table.entries if total is not None else ():
            for column, cell in entry.figures.items():
                same = cell.measure is Metric.PERCENT and cell.value == rate.value and entry is not total
                if total is not None and same and column in total.figures:
                    found.append(total.figures[column])
    return found
