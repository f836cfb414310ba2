"""由46条增加到53条，新增7条: what is said to have been added is the difference of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation

_FROM = re.compile(r"(?:由|从)[^，。；]{0,12}$")
_TO = re.compile(r"^(?:增加|增长|提高|提升|上升|扩大|增|升|减少|下降|降低|压减|缩短|降|减)(?:到|至|为)$")
_ADDED = re.compile(r"(?:新增|净增|增加|增长|提高|提升|增产|减少|下降|降低|压减|缩短|增|减)(?:了|约)?$")
_FALLS = re.compile("减|降|缩|压")


def from_to(context: AuditContext) -> Iterator[StatedRelation]:
    """Each difference that follows a pair of figures directly."""
    for sentence in context.sentences:
        for first, second in pairwise(sentence.figures):
            if _FROM.search(first.words) and _TO.search(second.words) and first.fits(second):
                yield from _behind(first, second, sentence)


def _behind(first: StatedFigure, second: StatedFigure, sentence: Sentence) -> Iterator[StatedRelation]:
    """The figure behind them; what is said as 增加…, 减少… is a change like any other."""
    figure = next((f for f in sentence.figures if f.start > second.start), None)
    if figure is None or figure.role is FigureRole.CHANGE or figure.measure is Metric.PERCENT:
        return
    between = sentence.passage.text[second.end : figure.start]
    if figure.fits(second) and _ADDED.search(figure.words) and not re.search("[；。]", between):
        sign = -1 if _FALLS.search(figure.words) else 1
        of = "前后两数之差"
        yield StatedRelation(
            "FROM-TO",
            AuditKind.CHANGE,
            figure,
            (second, first),
            SignedSum((sign, -sign)),
            Directness.RATE,
            of,
        )
