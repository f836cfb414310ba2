"""What was done of a plan in things that are counted: 计划1200人次，实际1246人次，为计划的103.83%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric
from jixiao.audit.kinds.rates.far_rates import done_relation
from jixiao.audit.relations.stated import StatedRelation

_OF_PLAN = re.compile(
    "(?:为|是|占|达到|达|完成|相当于)(?:年度|全年|年初)?(?:计划|目标|任务)(?:数|任务|值)?的$"
)
_PLAN = re.compile("计划|目标|任务|应")
_FEW = 2


def counts_of_plans(context: AuditContext) -> Iterator[StatedRelation]:
    """Each rate behind the one planned and the one other count of its sentence."""
    for sentence in context.sentences:
        for rate in sentence.of(FigureRole.DONE):
            if rate.over is not None or not _OF_PLAN.search(rate.words):
                continue
            counts = [f for f in sentence.before(rate.start) if f.measure is Metric.COUNT]
            plans = [f for f in counts if _PLAN.search(f.words) and f.value]
            done = [f for f in counts if not _PLAN.search(f.words)]
            if len(counts) == _FEW and len(plans) == len(done) == 1 and done[0].fits(plans[0]):
                yield done_relation(rate, done[0], plans[0])
