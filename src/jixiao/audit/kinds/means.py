"""Means: 车均, 人均, 户均… are the amount over the count that stand in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import Quotient
from jixiao.audit.sentences import Sentence
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_MEAN = re.compile(r"(?P<unit>车|人|户|亩|件|次|床|场|项|套)均(?P<of>[^，。；]{0,12}?)(?:为|约|达|：)*$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_UNITS = {
    "车": ("辆",),
    "人": ("人", "人次"),
    "户": ("户",),
    "亩": ("亩", "万亩"),
    "件": ("件",),
    "次": ("次", "批次", "人次"),
    "床": ("张",),
    "场": ("场", "场次"),
    "项": ("项",),
    "套": ("套",),
}


def means(context: AuditContext) -> Iterator[StatedRelation]:
    """Each mean whose one amount and one count stand before it in its sentence, or of which one pair fits."""
    for sentence in context.sentences:
        for figure in sentence.figures:
            match = _MEAN.search(figure.words)
            if match and figure.measure is Metric.MONEY and figure.value:
                yield from _judged(figure, match, sentence)


def _judged(mean: StatedFigure, match: re.Match[str], sentence: Sentence) -> Iterator[StatedRelation]:
    before = sentence.before(mean.start)
    counts = [f for f in before if f.unit in _UNITS[match["unit"]] and f.value]
    amounts = [f for f in before if f.measure is Metric.MONEY and f.role in _ROLES and f.value]
    named = [f for f in amounts if match["of"] and match["of"][:4] in f.words]
    pairs = [(amount, count) for amount in named or amounts for count in counts]
    relations = [_relation(mean, *pair) for pair in pairs]
    holding = [one for one in relations if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield holding[0]
    elif len(relations) == 1 and (named or len(before) == 2):
        yield relations[0]


def _relation(mean: StatedFigure, amount: StatedFigure, count: StatedFigure) -> StatedRelation:
    of = f"{amount.written}÷{count.written}"
    return StatedRelation(
        "MEAN",
        AuditKind.RATIO,
        mean,
        (amount, count),
        Quotient(),
        Directness.RATE,
        f"{mean.written}应等于{of}",
        of,
    )
