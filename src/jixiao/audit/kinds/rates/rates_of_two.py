"""Rates of whatever name behind the two figures they come from: 应种13420人，实种12856人，接种率95.80%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figure_roles import LEFT_OUT
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.stem_rates import USED, named_relation
from jixiao.audit.relations.formulas import ShareOfRest, ShareOfSums
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_NAMED = re.compile("(?:率|度|比例|进度|完成|使用|支出|执行)(?:为|达到|达|是|约|：)*$")
_OTHER = re.compile("基本满意|增|减|升|降|提高|利率|汇率")
_ROLES = (FigureRole.SIDE, FigureRole.DONE)
_SAVED = re.compile("(?:节约|节支|核减|审减|节省)率(?:为|达到|达|是|约|：)*$")
_PLANNED = re.compile("控制价|限价|预算|概算|送审|计划|估算|投资")
_LEFT = re.compile("结转|结余|剩余")
_SOURCE = re.compile("中央|自治区|[省市区县州盟旗]级|乡镇|自筹|社会资金|银行贷款|专项债")
_NEAR = 3  # figures before it that are tried
_TELLING = 3  # digits of a rate that is no other one by chance
_MOST = 3  # times the whole that a part may be


def rates_of_two(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each rate that nothing else has told: one reading that holds, or the only one that a slip explains."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            if rate not in told and _SAVED.search(rate.words):
                yield from _judged(rate, _saved(rate, sentence))
            elif rate not in told and _is_named(rate):
                readings = [*_of_the_late(rate, sentence), *_readings(rate, sentence)]
                readings = _not_of_siblings(readings, context)
                yield from _judged(rate, readings, sure=not _is_second(rate, sentence))


def _not_of_siblings(readings: Sequence[StatedRelation], context: AuditContext) -> list[StatedRelation]:
    """到位6200万元，其中省级1260万元、市级210万元，到位率98.41%: of no source over another."""
    return [
        one
        for one in readings
        if one.outcome() is not Outcome.INCONSISTENT or not _are_siblings(one.operands, context)
    ]


def _are_siblings(figures: Sequence[StatedFigure], context: AuditContext) -> bool:
    """Whether they are parts of one list, or amounts from different sources."""
    sources = {match.group() for f in figures if (match := _SOURCE.search(f.words))}
    if len(sources) == len(figures):
        return True
    own = set(figures)
    return any(
        own <= {f for part in listed.parts for f in part.figures.values()} and len(listed.parts) > 1
        for listed in context.lists
    )


def _is_named(rate: StatedFigure) -> bool:
    """Whether it is a rate of something, and of no growth."""
    usable = rate.measure is Metric.PERCENT and rate.value > 0 and rate.role in _ROLES
    return usable and bool(_NAMED.search(rate.words)) and not _OTHER.search(rate.words)


def _saved(rate: StatedFigure, sentence: Sentence) -> list[StatedRelation]:
    """控制价合计358.00万元，…，较控制价节约15.72万元，节约率4.39%: of what it might have cost."""
    before = [f for f in sentence.before(rate.start) if f.measure is Metric.MONEY and f.value > 0]
    last = before[-1] if before else None
    if last is None or last.role is not FigureRole.CHANGE or last.direction > 0:
        return []
    wholes = [f for f in before[:-1] if _PLANNED.search(f.words) and f.value > last.value]
    return [named_relation(rate, last, whole) for whole in wholes]


def _is_second(rate: StatedFigure, sentence: Sentence) -> bool:
    """应发7846人，实发7846人，发放率100%，按时到账率99.87%: the first rate is the one of both figures."""
    last = next((f for f in reversed(sentence.before(rate.start)) if f.role not in USED), None)
    return last is not None and last.measure is Metric.PERCENT


def _of_the_late(rate: StatedFigure, sentence: Sentence) -> Iterator[StatedRelation]:
    """按时到账率99.87%（10人次月补发）: all but those in the bracket, of what was counted before."""
    text = rate.passage.text
    closing = text.find("）", rate.end) if text[rate.end : rate.end + 1] == "（" else -1
    inside = sentence.between(rate.end, closing)
    wholes = [
        f for f in sentence.before(rate.start) if inside and f.measure is Metric.COUNT and f.fits(inside[0])
    ]
    if len(inside) == 1 and wholes and inside[0].value < wholes[-1].value:
        relation = named_relation(rate, inside[0], wholes[-1])
        relation.formula = ShareOfRest()
        relation.of = f"（{wholes[-1].written}－{inside[0].written}）÷{wholes[-1].written}"
        yield relation


def _judged(
    rate: StatedFigure, readings: Sequence[StatedRelation], *, sure: bool = True
) -> Iterator[StatedRelation]:
    """`sure`: whether the figures before it are those of this rate."""
    holding = [one for one in readings if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield holding[0]
    if holding or not sure:
        return
    likely = [one for one in readings if rate.written_digits > _TELLING and slip_in(rate, one)]
    likely = likely or [one for one in readings if rate.written_digits > _TELLING and _is_slip_in_part(one)]
    if len({one.computed().value for one in likely}) == 1:  # type: ignore[union-attr]
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _is_slip_in_part(relation: StatedRelation) -> bool:
    """Whether one of both figures, long enough, explains the gap by a slip."""
    return any(figure.written_digits > _TELLING and slip_in(figure, relation) for figure in relation.operands)


def _readings(rate: StatedFigure, sentence: Sentence) -> list[StatedRelation]:
    """A part over a whole of the nearest figures of one unit, and what is left of it over the whole."""
    border = sentence.passage.text.rfind("；", sentence.start, rate.start)
    before = [f for f in sentence.before(rate.start) if f.start > border and f.role not in USED]
    before = [f for f in before if not LEFT_OUT.search(f.words)]  # 概算1200万元（不含征地费150万元）
    before = [f for f in before if f.measure in (Metric.COUNT, Metric.MONEY) and f.value > 0]
    if any(
        _LEFT.search(f.words) for f in before
    ):  # 支出2301.08万元，年末结余46.63万元，完成率: of both together
        return []
    near = [f for f in before if f.fits(before[-1]) and f.measure is before[-1].measure][-_NEAR:]
    if rate.role is FigureRole.DONE or rate.words.startswith("完成"):
        near += [f for f in _budget_and_result(before) if f not in near]
    found: list[StatedRelation] = []
    for part, whole in permutations(near, 2):
        if part.fits(whole) and _is_rest(whole, part):  # 完成26个，未完成2个，完成率92.86%
            both = named_relation(rate, part, whole)
            both.operands, both.formula = (part, part, whole), ShareOfSums(1)
            both.of = f"{part.written}÷（{part.written}＋{whole.written}）"
            found.append(both)
        elif part.value <= _MOST * whole.value and part.fits(whole):
            found.append(named_relation(rate, part, whole))
            if part.value < whole.value:
                rest = named_relation(rate, part, whole)
                rest.formula, rest.of = ShareOfRest(), f"（{whole.written}－{part.written}）÷{whole.written}"
                found.append(rest)
    return found


def _is_rest(figure: StatedFigure, part: StatedFigure) -> bool:
    """Whether it is what is left, 未完成, of what has been done, 完成."""
    return re.search("未|不", figure.words) is not None and not re.search("未|不", part.words)


def _budget_and_result(figures: Sequence[StatedFigure]) -> list[StatedFigure]:
    """政府采购预算110万元，实际采购106.43万元，其中…: the first of each."""
    wanted = (FigureRole.BASE, FigureRole.RESULT)
    found = [next((f for f in figures if f.role is role), None) for role in wanted]
    return [f for f in found if f is not None]
