"""Rates that are called by a name: 到位率, 资产负债率, 满意度; part and whole are told by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import ShareOf, ShareOfRest
from jixiao.audit.kinds.telling_slips import slip_in
from jixiao.audit.named_terms import NamedRate
from jixiao.audit.sentences import Sentence
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome, Severity

_USED = (FigureRole.CHANGE, FigureRole.RATE, FigureRole.SHARE, FigureRole.DONE)
_GOOD = re.compile("(?:合格|达标|完好|优良|准确|规范|完整|通过)率")
_BAD = re.compile("不合格|不达标|不全|不符|不规范|问题|故障|损坏|超标|未|缺")
_BACK = 8
_ONE_SOURCE = re.compile(
    "中央|自治区|省级|省财政|市级|区级|县级|县（|乡|镇|自筹|配套|其中|援"
)  # a rate of its own money


def named_rates(context: AuditContext) -> Iterator[StatedRelation]:
    """Each named rate of which one pair of figures can be meant, or of which one pair fits."""
    members = context.members
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is not Metric.PERCENT or figure.role in (FigureRole.RATE, FigureRole.SHARE):
                continue
            found: list[StatedRelation] = []
            for rate in context.words.rate:
                if re.search(rf"(?:{rate.name})(?:（[^）]*）)?(?:为|达到|达|是|约|：)*$", figure.words):
                    found = list(_judged(figure, rate, sentence, context, members))
                    break
            yield from found or _by_its_stem(figure, sentence)


def _judged(
    rate: StatedFigure,
    named: NamedRate,
    sentence: Sentence,
    context: AuditContext,
    members: frozenset[StatedFigure],
) -> Iterator[StatedRelation]:
    part, whole = named.part, named.whole
    clause = _clause(rate, sentence)
    pairs = _pairs(clause, part, whole) or _of_a_list(clause, part, context)
    if not pairs:
        near = sentence.before(rate.start)
        for before in context.before(sentence, _BACK):
            near = [*(f for f in before.figures if f not in members), *near]
        pairs = _pairs(near, part, whole)
    if not pairs and named.far and not _ONE_SOURCE.search(sentence.passage.text[: rate.start]):
        everywhere = [f for one in context.sentences for f in one.figures if f.role not in _USED]
        far = [f for f in everywhere if re.search(named.far, f.words) and f.measure is Metric.MONEY]
        parts = [f for f in clause if f.measure is Metric.MONEY and re.search(part, f.words)]
        if len({f.value for f in far}) == 1 and len(parts) == 1 and parts[0] is not far[0]:
            pairs = [(parts[0], far[0])]
    relations = [_relation(rate, *pair) for pair in pairs]
    if not any(one.outcome() is not Outcome.INCONSISTENT for one in relations):
        relations = list(_of_the_rest(rate, clause)) or relations
    turned = [_relation(rate, *reversed(one.operands)) for one in relations if one.operands[0].value]
    holding = [one for one in (*relations, *turned) if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield holding[0]
    elif len(relations) == 1 and rate.value and relations[0].operands[0] in clause:
        beside = [f for before in context.before(sentence, 1) for f in before.figures]
        if relations[0].operands[0].value > 2 * relations[0].operands[1].value:  # of something else
            return
        if _fits_others(rate, [*beside, *sentence.before(rate.start)]):
            return
        if named.slips_only and not slip_in(rate, relations[0]):
            return
        yield relations[0]


def _fits_others(rate: StatedFigure, figures: Sequence[StatedFigure]) -> bool:
    """Whether two other figures beside it come to just that rate, as exactly as it is written."""
    if rate.step >= 1:
        return False
    usable = [f for f in figures if f.role not in _USED and f.measure is not Metric.PERCENT and f.value]
    return any(
        _relation(rate, one, other).outcome() in (Outcome.PASSED, Outcome.ROUNDING)
        for one in usable
        for other in usable
        if one is not other and one.fits(other)
    )


def _clause(rate: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """The figures before the rate, as far as the last rate of another thing."""
    found: list[StatedFigure] = []
    for figure in reversed(sentence.before(rate.start)):
        if figure.measure is Metric.PERCENT and figure.role not in (FigureRole.RATE, FigureRole.SHARE):
            break
        found.insert(0, figure)
    return found


def _pairs(figures: Sequence[StatedFigure], part: str, whole: str) -> list[tuple[StatedFigure, StatedFigure]]:
    usable = [f for f in figures if f.role not in _USED and f.measure is not Metric.PERCENT]
    parts = [f for f in usable if re.search(part, f.words)]
    wholes = [f for f in usable if re.search(whole, f.words) and f.value]
    return [
        (one, other)
        for one in parts
        for other in wholes
        if one is not other and one.fits(other) and one.measure is other.measure
        if not _ONE_SOURCE.search(one.words) or _ONE_SOURCE.search(other.words)
    ]


def _by_its_stem(rate: StatedFigure, sentence: Sentence) -> Iterator[StatedRelation]:
    """立案412起，结案398起，结案率96.60%: 结案 over what stands before it, if a slip explains the rest."""
    name = re.search(r"(?P<stem>[\u4e00-\u9fff]{2,3})率(?:为|达到|达|是|约|：)*$", rate.words)
    before = [f for f in sentence.before(rate.start) if f.measure is Metric.COUNT and f.role not in _USED]
    if name is None or len(before) < 2 or name["stem"][:2] not in before[-1].words:
        return
    part = before[-1]
    wholes = [f for f in before[:-1] if f.fits(part) and f.value > part.value]
    relations = [_relation(rate, part, whole) for whole in wholes]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    likely = [one for one in relations if slip_in(rate, one)]
    if holding:
        yield holding[0]
    elif len(likely) == 1:
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _of_the_rest(rate: StatedFigure, clause: Sequence[StatedFigure]) -> Iterator[StatedRelation]:
    """抽查320份，资料不全24份，合格率92.50%: what is not wrong."""
    counts = [f for f in clause if f.measure is Metric.COUNT and f.role not in _USED][-2:]
    if len(counts) != 2 or not _GOOD.search(rate.words) or not _BAD.search(counts[1].words):
        return
    whole, bad = counts
    if whole.unit == bad.unit and bad.value < whole.value:
        relation = _relation(rate, bad, whole)
        relation.formula, relation.of = ShareOfRest(), f"（{whole.written}－{bad.written}）÷{whole.written}"
        relation.title = f"{rate.written}应等于{relation.of}"
        yield relation


def _of_a_list(
    clause: Sequence[StatedFigure], part: str, context: AuditContext
) -> list[tuple[StatedFigure, StatedFigure]]:
    """图斑312个，已整改297个，正在整改15个，整改率95.2%: the first part of a list over its whole."""
    for listed in context.lists:
        first = next(iter(listed.parts[0].figures.values())) if listed.parts else None
        whole = next((w for w in listed.wholes.values() if w in clause), None)
        if first in clause and whole is not None and first is not None and re.search(part, first.words):
            return [(first, whole)]
    return []


def _relation(rate: StatedFigure, part: StatedFigure, whole: StatedFigure) -> StatedRelation:
    of = f"{part.written}÷{whole.written}"
    title = f"{rate.written}应等于{of}"
    return StatedRelation(
        "RATE-NAMED", AuditKind.RATIO, rate, (part, whole), ShareOf(), Directness.RATE, title, of
    )
