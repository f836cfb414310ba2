"""支出19.87万元，上年22.35万元，变动率为-11.10%: the change over the earlier figure, with its sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import GrowthOfTwo
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome, Severity

_NAMED = re.compile("(?:变动率|变化率|增减率|增减幅度|变动幅度)(?:为|是|达|约|：)*$")
_EARLIER = re.compile("上年|去年|上一年|(?:19|20)\\d\\d年")
_CURRENT = (FigureRole.PLAIN, FigureRole.RESULT)


def change_rates(context: AuditContext) -> Iterator[StatedRelation]:
    """Each with the one current and the one earlier figure of its sentence."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            named = rate.measure is Metric.PERCENT and rate.value and _NAMED.search(rate.words)
            pair = _pair(rate, sentence) if named else None
            if pair is not None:
                yield _relation(rate, *pair)


def _pair(rate: StatedFigure, sentence: Sentence) -> tuple[StatedFigure, StatedFigure] | None:
    before = [f for f in sentence.before(rate.start) if f.measure in (Metric.MONEY, Metric.COUNT)]
    priors = [f for f in before if f.role is FigureRole.PRIOR and _EARLIER.search(f.words) and f.value]
    currents = [f for f in before if f.role in _CURRENT]
    if len(before) != 2 or len(priors) != 1 or len(currents) != 1 or not currents[0].fits(priors[0]):
        return None
    return currents[0], priors[0]


def _relation(rate: StatedFigure, current: StatedFigure, prior: StatedFigure) -> StatedRelation:
    """The sign may be left out, or be that of the words."""
    of = f"（{current.written}－{prior.written}）÷{prior.written}"
    relations = [
        StatedRelation(
            "CHANGE-RATE", AuditKind.CHANGE, rate, (current, prior), GrowthOfTwo(sign), Directness.RATE,
            of, Severity.WARNING,
        )
        for sign in (1, -1)
    ]  # fmt: skip
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    return (holding or relations)[0]
