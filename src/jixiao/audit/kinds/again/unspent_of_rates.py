"""What is left, beside the rate of what was spent: 支出2705.78万元，执行率96.68%，年末结转结余92.97万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import ShareOf, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_LEFT = re.compile(
    r"^(?:尚有|尚余|尚未支出|未支出|未执行|年末|年终|期末|资金|项目|预算)*(?:结转(?:和|及|、)?结余|结转下年(?:使用)?|结转|结余|剩余)"
    r"(?:资金|金额|数|额)?(?:为|共|：)*$"
)
_RATE = re.compile("(?:执行|支出|使用|完成|支付)(?:率|进度)(?:为|达到|达|是|约|：)*$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_TELLING = 4  # digits
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)


def unspent_of_rates(judged: Sequence[Judged], context: AuditContext) -> Iterator[StatedRelation]:
    """Each that no other relation states, behind a rate that holds; told if a slip in it explains the gap."""
    told = {f for one in judged if isinstance(one, StatedRelation) for f in one.figures}
    rates = {
        one.target: one
        for one in judged
        if isinstance(one, StatedRelation) and _is_of_money(one) and one.outcome() in _HOLDS
    }
    for sentence in context.sentences:
        own = [rates[f] for f in sentence.figures if f in rates]
        left = [f for f in sentence.figures if _is_left(f) and f not in told]
        if len(own) == len(left) == 1 and own[0].target.start < left[0].start:
            yield from _judged(left[0], own[0])


def _is_of_money(relation: StatedRelation) -> bool:
    rate = isinstance(relation.formula, ShareOf) and _RATE.search(relation.target.words)
    return bool(rate) and all(f.measure is Metric.MONEY for f in relation.operands)


def _is_left(figure: StatedFigure) -> bool:
    named = figure.measure is Metric.MONEY and figure.role in _ROLES and figure.value > 0
    return named and _LEFT.search(figure.words) is not None


def _judged(left: StatedFigure, rate: StatedRelation) -> Iterator[StatedRelation]:
    spent, budget = rate.operands
    relation = StatedRelation(
        "UNSPENT", AuditKind.BALANCE, left, (budget, spent), SignedSum((1, -1)), Directness.ITEMS,
        f"{budget.written}－{spent.written}", Severity.WARNING,
    )  # fmt: skip
    likely = left.written_digits >= _TELLING and budget.value > spent.value and slip_in(left, relation)
    if relation.outcome() in _HOLDS or likely:
        yield relation
