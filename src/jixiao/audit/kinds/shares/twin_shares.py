"""占到位资金的81.90%，占批复总投资的81.90%: one rate of two totals that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.stem_rates import USED
from jixiao.audit.kinds.shares.share_parts import part_of
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.model.outcome import Outcome, Severity

_BACK = 8  # sentences in which what has arrived may be said
_BETWEEN = re.compile("[，、](?:且|并)?")


def twin_shares(context: AuditContext) -> Iterator[StatedRelation]:
    """Of two equal shares in a row the one whose total is another one, if the other share holds."""
    for sentence in context.sentences:
        shares = [f for f in sentence.figures if f.role in (FigureRole.SHARE, FigureRole.DONE) and f.base]
        for one, other in pairwise(shares):
            text = sentence.passage.text
            beside = _BETWEEN.fullmatch(text[one.end : other.label_start])
            if beside and one.value == other.value and one.base != other.base and one.step < 1:
                yield from _judged(one, other, sentence, context)


def _judged(
    one: StatedFigure, other: StatedFigure, sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    part = part_of(one, sentence)
    if part is None or part.measure is not Metric.MONEY:
        return
    for share in (one, other):
        wholes = _named(share, part, sentence, context)
        if wholes and not any(_holds(share, part, whole) for whole in wholes):
            relation = share_relation(share, part, max(wholes, key=lambda f: f.value))
            relation.severity = Severity.WARNING
            relation.note = "同一个比率不会同时是两个不同总额的比率。"
            yield relation


def _named(
    share: StatedFigure, part: StatedFigure, sentence: Sentence, context: AuditContext
) -> list[StatedFigure]:
    """What is called by the first word of the name: 到位 of 到位资金."""
    word = share.base[:2]
    near = context.sentences[max(sentence.number - _BACK, 0) : sentence.number]
    found = [f for each in near for f in each.figures if f.measure is Metric.MONEY and f.role not in USED]
    return [f for f in found if word in f.words and f.value > part.value and "未" + word not in f.words]


def _holds(share: StatedFigure, part: StatedFigure, whole: StatedFigure) -> bool:
    return share_relation(share, part, whole).outcome() is not Outcome.INCONSISTENT
