"""Means: 车均, 人均, 户均… are the amount over the count that stand in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import Quotient
from jixiao.audit.sentences import Sentence
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_MEAN = re.compile(r"(?P<unit>车|人|户|亩|件|次|床|场|项|套)均(?P<of>[^，。；]{0,12}?)(?:为|约|达|：)*$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_BACK = 1  # sentences in which the count may stand
_SHORTEST = 3  # letters of a name that is looked for in the whole report
_UNITS = {
    "车": ("辆",),
    "人": ("人", "人次"),
    "户": ("户",),
    "亩": ("亩",),
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
                yield from _judged(figure, match, sentence, context)


def _judged(
    mean: StatedFigure, match: re.Match[str], sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    before, of = sentence.before(mean.start), match["of"]
    if not of and "公务接待" in sentence.passage.text[max(mean.start - 30, 0) : mean.start]:
        of = "公务接待费"
    counts = _counts(before, match["unit"])
    amounts = [f for f in before if f.measure is Metric.MONEY and f.role in _ROLES and f.value]
    named = [f for f in amounts if of and of[:4] in f.words]
    if not counts and len(of) >= _SHORTEST:  # 公务接待96批次742人。人均接待费89.49元
        near = (sentence, *context.before(sentence, _BACK))
        counts = [f for one in near for f in _counts(one.figures, match["unit"])]
    if not named and len(of) >= _SHORTEST:
        named = _said_anywhere(of, context)
    pairs = [(amount, count) for amount in named or amounts for count in counts]
    relations = [_relation(mean, *pair) for pair in pairs]
    holding = [one for one in relations if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield holding[0]
    elif len(relations) == 1 and (named or len(before) == 2):
        yield relations[0]


def _counts(figures: Sequence[StatedFigure], unit: str) -> list[StatedFigure]:
    return [f for f in figures if f.unit in _UNITS[unit] and f.value and f.role in _ROLES]


def _said_anywhere(of: str, context: AuditContext) -> list[StatedFigure]:
    """The amount of that name, if the report says one value only: 公务用车运行维护费6.52万元."""
    ends = re.compile(
        rf"{re.escape(of)}(?:用)?(?:(?:19|20)\d\d年度?)?(?:支出)?(?:决算)?(?:数|金额)?(?:为|共|是|：)*$"
    )
    found = {
        f.value: f
        for one in context.sentences
        for f in one.figures
        if f.measure is Metric.MONEY and f.role in _ROLES and f.value and f.year in (0, context.year)
        if ends.search(f.words)
    }
    return list(found.values()) if len(found) == 1 else []


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
