"""2024年18.46万元。2023年20.15万元，同比增长8.39%: the rate is that of both figures, its word is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.wording_fault import WordingFault

_BACK = 3  # sentences in which this year's figure may be said
_USABLE = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.PRIOR)
_SHORTEST = 3  # letters of a name that means one thing


def turned_growth(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[WordingFault]:
    """Each rate behind last year's figure; by chance no other two figures come to it."""
    for sentence in context.sentences:
        for compared in compared_in(sentence):
            rate = compared.rate
            if rate is None or compared.amount is not None or rate in told or rate.value <= 0:
                continue
            if rate.step < 1 and rate.words.startswith("同比") and rate.direction:
                yield from _judged(rate, compared, context)


def _judged(rate: StatedFigure, compared: ComparedFigures, context: AuditContext) -> Iterator[WordingFault]:
    text = compared.sentence.passage.text
    prior = next(iter(compared.sentence.before(rate.start)[-1:]), None)
    if prior is None or text[prior.end : rate.label_start] != "，" or prior.role not in _USABLE:
        return
    if prior.year != context.year - 1 or not prior.value or len(prior.label) < _SHORTEST:
        return
    before = [f for one in context.before(compared.sentence, _BACK) for f in one.figures]
    named = [f for f in before if f.label == prior.label and f.role in _USABLE and f.fits(prior)]
    named = [f for f in named if f.year in (0, context.year) and f.passage is rate.passage]
    if len({f.value for f in named}) != 1:
        return
    growth = 100 * (named[0].value - prior.value) / prior.value
    if growth * rate.direction < 0 and abs(abs(growth) - rate.value) < rate.step:
        yield _fault(rate, named[0], prior)


def _fault(rate: StatedFigure, current: StatedFigure, prior: StatedFigure) -> WordingFault:
    right = "下降" if current.value < prior.value else "增长"
    said = re.sub("^同比", "", rate.words) or ("增长" if rate.direction > 0 else "下降")
    return WordingFault(
        "CHANGE-DIRECTION",
        AuditKind.EQUALITY,
        rate.passage,
        (rate.label_start, rate.end),
        right,
        f"从{prior.written}到{current.written}是{right}{rate.written}，写的方向相反。",
        "请核对增减方向。",
        stated=said,
        quoted=(prior.label_start, rate.end),
        figures=(current, prior),
    )
