"""预算完成率 of a budget that another paragraph states: it is one of the full year, not of its start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.far_rates import done_relation
from jixiao.audit.kinds.rates.stem_rates import of_another_total
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_OF_BUDGET = re.compile("预算(?:执行|完成)率(?:为|达到|达|是|约|：)*$")
_SPENT = re.compile("(?:支出|执行|完成)(?:数|资金|金额|合计|总额)?(?:为|共|：)*$")
_PART = re.compile("基本|项目|“三公”|采购|人员|公用")
_USABLE = re.compile(
    "(?:全年|全部|调整后)(?:可用)?(?:的)?(?:预算|指标|资金)(?:指标|数|总额|合计)*(?:为|共|：)*$"
)
_RESULTS = (FigureRole.RESULT, FigureRole.PLAIN)


def far_bases(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each such rate that nothing else has told, if the report states the whole budget in one sentence."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            if rate.measure is not Metric.PERCENT or rate in told or not _OF_BUDGET.search(rate.words):
                continue
            result = _result(rate, sentence)
            if result is not None and (budgets := _budgets(context)):
                yield from _judged(rate, result, *budgets)
            elif result is not None:
                yield from _of_what_could_be_used(rate, result, context)


def _judged(
    rate: StatedFigure, result: StatedFigure, early: StatedFigure, full: StatedFigure
) -> Iterator[StatedRelation]:
    relation, other = done_relation(rate, result, full), done_relation(rate, result, early)
    slip = slip_in(rate, relation) or slip_in(result, relation)
    if relation.outcome() is not Outcome.INCONSISTENT:
        yield relation
    elif slip or other.outcome() is not Outcome.INCONSISTENT:
        relation.severity = Severity.WARNING
        if not slip:
            relation.note = f"写的是按年初预算{early.written}计算的。"
        yield relation


def _of_what_could_be_used(
    rate: StatedFigure, result: StatedFigure, context: AuditContext
) -> Iterator[StatedRelation]:
    """全年可用预算指标合计5233.50万元: a total that holds, or the only one so named."""
    if other := of_another_total(rate, result, context):
        yield other
        return
    found = {
        f.value: f
        for one in context.sentences
        for f in one.figures
        if f.measure is Metric.MONEY and f.value > 0 and _USABLE.search(f.words) and not _PART.search(f.words)
    }
    if len(found) == 1:
        relation = done_relation(rate, result, next(iter(found.values())))
        relation.severity = Severity.WARNING
        if slip_in(rate, relation) or slip_in(result, relation):
            yield relation


def _result(rate: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The one amount spent in its part of the sentence, of the whole unit."""
    start = segment_start(sentence, rate.start)
    own = [f for f in sentence.before(rate.start) if f.start >= start and f.measure is Metric.MONEY]
    spent = [f for f in own if f.role in _RESULTS and _SPENT.search(f.words) and not _PART.search(f.words)]
    return spent[0] if len(spent) == len(own) == 1 else None


def _budgets(context: AuditContext) -> tuple[StatedFigure, StatedFigure] | None:
    """年初预算…，年中追加…，全年预算…: the early and the full one of one sentence, if only one says both."""
    roles = context.words.roles
    found: list[tuple[StatedFigure, StatedFigure]] = []
    for sentence in context.sentences:
        bases = [f for f in sentence.of(FigureRole.BASE) if f.measure is Metric.MONEY and f.value]
        early = [f for f in bases if any(word in f.words for word in roles.initial)]
        full = [f for f in bases if any(word in f.words for word in roles.full)]
        parts = any(_PART.search(f.words) for f in bases) or "（项）" in sentence.text
        if len(early) == len(full) == 1 and early[0] is not full[0] and not parts:
            found.append((early[0], full[0]))
    return found[0] if len(found) == 1 else None
