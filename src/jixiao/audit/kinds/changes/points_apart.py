"""Percentage points: 由71.2%提高到86.9%，提高15.7个百分点 is the difference of both rates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import gap_of
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_YEAR_BEFORE = re.compile("[，、（]?(?:上年|去年|(?:19|20)[0-9]{2}年度?)(?:同期)?(?:为|是)?")
_BORDER = re.compile(r"；|其中|。")
_BRACKET = re.compile("（[^（）%％。]*）")
_MOST = 30  # letters between a rate and what is said of it
_FEW = 2
_APART = re.compile("相差(?:了|为)?$")
_EARLIER = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d\d年)[^，。；]{0,6}$")
_AGAINST = re.compile(
    r"(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d\d|目标|计划|年初|预期|全[国省市县]|标准|要求)|高于|低于|超过|高出"
)


def points_apart(context: AuditContext) -> Iterator[Judged]:
    """Each difference in points directly behind the two rates of which it is the difference."""
    for sentence in context.sentences:
        for points in sentence.figures:
            if points.measure is not Metric.POINTS or not points.value:
                continue
            if _APART.search(points.words) and (pair := _two_before(points, sentence)):
                yield gap_of("POINTS-APART", points, *pair)
            if points.role is FigureRole.RATE:
                rates = _rates(points, sentence) or _with_bracket(points, sentence)
                rates = rates or _against_one(points, sentence)
                if len(rates) == _FEW:
                    yield gap_of("POINTS-APART", points, *rates)
                    yield from _turned(points, rates[0], rates[1], context)


def _rates(points: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """The only two rates of its part of the sentence; one against which it is measured stands last."""
    text = sentence.passage.text
    before = _without_bracket(points, sentence)
    start = max(
        (m.end() for m in _BORDER.finditer(text, sentence.start, points.start)), default=sentence.start
    )
    rates = [f for f in before if f.start >= start and f.measure is Metric.PERCENT]
    if len(rates) != _FEW or before[-1] is not rates[-1]:
        return []
    first, second = rates
    between = text[first.end : second.start]
    behind = _BRACKET.sub("", text[second.end : points.start])
    moved = re.search(r"(?:由|从)[^，；。]{0,12}$", text[start : first.start])
    compared = _AGAINST.search(between) or _YEAR_BEFORE.fullmatch(between)
    if not (moved or compared) or re.search(r"\d", behind) or len(behind) > _MOST:
        return []
    return rates


def _without_bracket(points: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """提高到95.02%（覆盖21.36万人，人口22.48万人），提高…: what explains the last rate is no other one."""
    before = list(sentence.before(points.start))
    for rate in reversed([f for f in before if f.measure is Metric.PERCENT]):
        if bracket := _BRACKET.match(sentence.passage.text, rate.end, points.start):
            return [f for f in before if f.start < bracket.start() or f.start >= bracket.end()]
    return before


def _two_before(points: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """最高的为99.29%，最低的为96.61%，相差2.68个百分点."""
    rates = [f for f in sentence.before(points.start) if f.measure is Metric.PERCENT][-_FEW:]
    near = len(rates) == _FEW and points.start - rates[0].end < 2 * _MOST
    return rates if near and points.start - rates[-1].end < _FEW * _FEW * _FEW else []


def _against_one(points: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """服务率93.56%，高于85%的目标值；与2023年的91.18%相比提高2.38个百分点: the one rate that has a name."""
    before = [f for f in sentence.before(points.start) if f.measure is Metric.PERCENT]
    if len(before) < _FEW or not _EARLIER.search(before[-1].words) or points.start - before[-1].end > _MOST:
        return []
    named = [f for f in before[:-1] if re.search("[率度](?:为|达到|达|是|约)*$", f.words)]
    return [named[0], before[-1]] if len(named) == 1 else []


def _with_bracket(points: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """执行率91.10%，同比提高1.86个百分点（2022年89.24%）: the earlier rate in the bracket behind."""
    text = sentence.passage.text
    before = [f for f in sentence.before(points.start) if f.measure is Metric.PERCENT]
    if text[points.end : points.end + 1] != "（" or not before or points.start - before[-1].end > _MOST:
        return []
    inside = sentence.between(points.end, text.find("）", points.end))
    earlier = len(inside) == 1 and inside[0].measure is Metric.PERCENT
    return [before[-1], inside[0]] if earlier and re.search(r"上年|去年|20\d\d年", inside[0].words) else []


def _turned(
    points: StatedFigure, one: StatedFigure, other: StatedFigure, context: AuditContext
) -> Iterator[WordingFault]:
    """超限率0.40%，较上年的0.65%上升0.25个百分点: it has fallen."""
    text = points.passage.text
    earlier = re.search(r"(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d\d)", text[one.end : other.start])
    grown = (one.value - other.value) if earlier else (other.value - one.value)
    compared = earlier or re.search(r"(?:由|从)[^，；。]{0,12}$", text[: one.start])
    word = context.words.changed.search(points.words)
    if (
        not compared
        or not word
        or not grown
        or grown * points.direction > 0
        or gap_of("POINTS-APART", points, one, other).outcome() is Outcome.INCONSISTENT
    ):
        return
    said, start = word["growth"] or word["decline"], points.label_start + word.start()
    right = "上升" if grown > 0 else "下降"
    yield WordingFault(
        "POINTS-DIRECTION",
        AuditKind.CHANGE,
        points.passage,
        (start, points.end),
        f"{right}{points.written}",
        f"{one.written}和{other.written}相比是{right}，写的却是“{said}”。",
        "请核对方向和两个比率。",
        stated=f"{said}{points.written}",
        quoted=(min(one.label_start, one.start), points.end),
        severity=Severity.ERROR,
        figures=(one, other),
    )
