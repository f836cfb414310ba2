"""Rates of completion whose plan stands elsewhere: 渠道完成41.35公里，完成率97.07%, of 42.60公里 planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.stem_rates import USED, named_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_DONE = re.compile(
    r"(?:完成率|完成比例|(?:完成|达到|占|为)(?:了)?(?:年度|全年|当年)?(?:目标|计划|任务)(?:任务|数|值)?的)(?:为|达到|达|是|约|：)*$"
)
_PLANNED = re.compile("计划|目标|任务|拟|应|需|预计|新建|改造|建设内容|设计|批复|指标")
_FILLERS = re.compile(
    "实际|累计|全年|本年|当年|已|共|完成|新增|建成|达到|开展|全市|全县|全区|计划|目标|任务|年度|的"
)
_MOST = 2  # plans of one name that are tried
_MEASURES = (Metric.COUNT, Metric.MONEY)


def far_targets(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each such rate that nothing else has told, if one plan makes it hold or a slip explains the rest."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            if rate.measure is not Metric.PERCENT or rate in told or not _DONE.search(rate.words):
                continue
            if (done := _done(rate, sentence)) is not None:
                yield from _judged(rate, done, context)


def _done(rate: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The figure directly before the rate, in its part of the sentence; changes of it do not count."""
    start = segment_start(sentence, rate.start)
    own = [f for f in sentence.before(rate.start) if f.start >= start and f.measure in _MEASURES]
    own = [f for f in own if f.role not in (*USED, FigureRole.PRIOR, FigureRole.SIDE) and f.value]
    return own[0] if own and len({f.measure for f in own}) == 1 else None


def _judged(rate: StatedFigure, done: StatedFigure, context: AuditContext) -> Iterator[StatedRelation]:
    plans = [f for one in context.sentences for f in one.figures if _may_be_planned(f, done)]
    named = [f for f in plans if _common(_name(f), _name(done))]
    for candidates in (named, [f for f in plans if _PLANNED.search(f.words)]):
        once = {f.value: f for f in candidates}
        relations = [named_relation(rate, done, plan) for plan in once.values()]
        holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
        if holding:
            yield holding[0]
            return
    once = {f.value: f for f in named if _PLANNED.search(_clause(f))}
    relations = [named_relation(rate, done, plan) for plan in once.values()]
    likely = [one for one in relations if any(slip_in(figure, one) for figure in one.figures)]
    if len(likely) == 1 and len(relations) <= _MOST:
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _may_be_planned(figure: StatedFigure, done: StatedFigure) -> bool:
    same = figure.measure is done.measure and figure.fits(done) and figure.passage is not done.passage
    return same and figure.role not in (*USED, FigureRole.PRIOR) and bool(figure.value)


def _clause(figure: StatedFigure) -> str:
    return figure.passage.text[max(figure.label_start - 30, 0) : figure.start]


def _name(figure: StatedFigure) -> str:
    return _FILLERS.sub("", cleaned(figure.words))


def _common(one: str, other: str) -> bool:
    """Whether both names have a word in common: 衬砌渠道, 渠道."""
    return any(one[place : place + 2] in other for place in range(len(one) - 1))
