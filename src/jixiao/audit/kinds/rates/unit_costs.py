"""What one thing costs in a year: 单灯年均维护成本191.16元, all that was spent over 58642 lamps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import Quotient
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_COST = re.compile(
    r"单(?P<thing>[\u4e00-\u9fff])(?:年均|平均|年度)(?:实际)?[\u4e00-\u9fff]{0,6}(?:成本|费用|支出|投入|费)(?:为|约|是|：)*$"
)
_WANTED = re.compile("标准|目标|控制|计划|定额|不[高超]|≤")
_SPENT = re.compile("(?:实际|累计|全年|总)支出(?:资金)?(?:为|共|：)*$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_TELLING = 4  # digits that are no others by chance


def unit_costs(context: AuditContext) -> Iterator[StatedRelation]:
    """Each of which all that was spent and the count are said; told if a slip explains the gap."""
    for sentence in context.sentences:
        for cost in sentence.figures:
            match = _COST.search(cost.words)
            if not match or cost.measure is not Metric.MONEY or not cost.value or _WANTED.search(cost.words):
                continue
            amount = _only(context, Metric.MONEY, _SPENT)
            count = _only(
                context, Metric.COUNT, re.compile(rf"[\u4e00-\u9fff]{match['thing']}(?:共|为|：)*$")
            )
            if amount is not None and count is not None:
                yield from _judged(cost, amount, count)


def _only(context: AuditContext, measure: Metric, name: re.Pattern[str]) -> StatedFigure | None:
    """The first one of that name, if it is the largest: the others are parts of it."""
    found = [
        f
        for one in context.sentences
        for f in one.figures
        if f.measure is measure and f.role in _ROLES and f.value and name.search(f.words)
    ]
    return found[0] if found and all(f.value <= found[0].value for f in found) else None


def _judged(cost: StatedFigure, amount: StatedFigure, count: StatedFigure) -> Iterator[StatedRelation]:
    of = f"{amount.written}÷{count.written}"
    relation = StatedRelation(
        "MEAN", AuditKind.RATIO, cost, (amount, count), Quotient(1),
        Directness.RATE, of, Severity.WARNING,
    )  # fmt: skip
    digits = len(str(int(cost.value / (cost.step or 1))))
    if relation.outcome() in _HOLDS or (digits >= _TELLING and slip_in(cost, relation)):
        yield relation
