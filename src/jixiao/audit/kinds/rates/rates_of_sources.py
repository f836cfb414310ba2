"""Execution rates of one source of money, 省级资金支付…，执行率…%: what it comes to stands further up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.far_rates import done_relation
from jixiao.audit.kinds.rates.stem_rates import named_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_SOURCE = re.compile(r"(?P<source>中央|自治区|省|市|区|县)(?:级|本级)?(?:财政)?(?:补助|配套|安排)?资金")
_SPENT = re.compile(rf"^{_SOURCE.pattern}(?:累计|实际|已)?(?:支付|支出|使用|执行)(?:数|了|为)?$")
_LEVEL = r"(?P<source>中央|自治区|省|市|区|县)(?:级|本级)?(?:财政)?(?:补助|配套|安排|专项)?(?:资金)?"
_ITS_RATE = re.compile(rf"{_LEVEL}的?(?:到位|支付|支出|使用|执行|拨付)率(?:为|达到|达|是|约|仅|：)*$")
_PART = re.compile(rf"{_LEVEL}(?:实际|已|累计)*(?:到位|支付|支出|使用|执行|拨付)?(?:数|了|为)?$")
_GIVEN = re.compile(rf"{_SOURCE.pattern}(?:安排|下达|到位)?(?:为)?$")


def rates_of_sources(context: AuditContext) -> Iterator[StatedRelation]:
    """Each of which the source has come to one value only before; told if the rate looks mistyped."""
    given: dict[str, dict[object, StatedFigure]] = {}
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.MONEY and figure.value and (name := _GIVEN.search(figure.words)):
                given.setdefault(name["source"], {}).setdefault(figure.value, figure)
        for rate in sentence.of(FigureRole.DONE):
            start = segment_start(sentence, rate.start)
            own = [f for f in sentence.before(rate.start) if f.start >= start and f.measure is Metric.MONEY]
            name = _SPENT.match(own[-1].words) if own else None
            wholes = list(given.get(name["source"], {}).values()) if name else []
            if len(wholes) == 1 and not re.search(r"[。；]", sentence.passage.text[own[-1].end : rate.start]):
                relation = done_relation(rate, own[-1], wholes[0])
                relation.severity = Severity.WARNING
                if relation.outcome() is not Outcome.INCONSISTENT or _is_mistyped(rate, relation):
                    yield relation
        for rate in sentence.figures:
            if rate.measure is Metric.PERCENT and (named := _ITS_RATE.search(rate.words)):
                yield from _of_its_name(rate, sentence, list(given.get(named["source"], {}).values()))


def _of_its_name(
    rate: StatedFigure, sentence: Sentence, given: list[StatedFigure]
) -> Iterator[StatedRelation]:
    """到位6200万元，其中县级530万元，县级资金到位率84.13%: what the rate names, over its plan."""
    named = _ITS_RATE.search(rate.words)
    parts = [f for f in sentence.before(rate.start) if f.measure is Metric.MONEY and f.value]
    parts = [
        f for f in parts if named and (own := _PART.search(f.words)) and own["source"] == named["source"]
    ]
    wholes = [f for f in given if parts and f.place < parts[-1].place and f.value >= parts[-1].value]
    relations = [named_relation(rate, parts[-1], whole) for whole in wholes if parts]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    if holding:
        yield holding[0]
    elif len(relations) == 1 and _is_mistyped(rate, relations[0]):
        relations[0].severity = Severity.WARNING
        yield relations[0]


def _is_mistyped(rate: StatedFigure, relation: StatedRelation) -> bool:
    """By one slip of the fingers, or with its digits in another order: 84.97% for 87.49%."""
    part, whole = relation.operands
    needed = (100 * part.value / whole.value).quantize(rate.step)
    return slip_in(rate, relation) or sorted(str(needed)) == sorted(str(rate.value.quantize(rate.step)))
