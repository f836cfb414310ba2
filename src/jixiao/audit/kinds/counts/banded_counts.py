"""Projects by bands of a rate: 执行率100%的项目21个，90%至100%的9个，低于90%的3个 are 33."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.model.outcome import Outcome, Severity

_RATE = r"\d{1,3}(?:\.\d+)?%"
_BAND = re.compile(
    rf"(?:{_RATE}(?:（含）)?(?:至|到|-|—|~|～){_RATE}(?:（不?含）)?(?:之间)?|(?:低于|不足|小于|高于|超过|大于|达到?|为|在){_RATE}(?:（含）)?(?:以上|以下)?|"
    rf"{_RATE}(?:（含）)?(?:及)?(?:以上|以下)|{_RATE})的?(?:有|项目|单位|部门|专项|资金|共)*$"
)
_LOWEST = re.compile(rf"(?:低于|不足|小于){_RATE}|{_RATE}(?:（不?含）)?以下")
_UNITS = ("个", "项", "家")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_FEWEST = 2  # bands
_BACK = 12  # sentences before it in which all of them are counted
_NEARLY = 5  # a gap of less than a fifth of the whole


def banded_counts(context: AuditContext) -> Iterator[StatedRelation]:
    """Each run of bands down to the lowest, with the nearest count before it that they come to, or nearly."""
    for sentence in context.sentences:
        if "%" not in sentence.text:
            continue
        bands = [f for f in sentence.figures if _is_band(f, sentence)]
        if len(bands) < _FEWEST or len({band.unit for band in bands}) > 1:
            continue
        if not any(_LOWEST.search(_before(band, sentence)) for band in bands):
            continue
        wholes = list(_wholes(bands, sentence, context))
        relations = [_relation(whole, bands) for whole in wholes]
        holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
        near = [one for one in relations if _is_near(one)]
        if holding:
            yield holding[0]
        elif near and len({one.target.value for one in near}) == 1:
            yield near[0]


def _before(figure: StatedFigure, sentence: Sentence) -> str:
    text = sentence.passage.text
    start = max(text.rfind(sign, sentence.start, figure.start) for sign in "，；：、")
    return text[max(start + 1, sentence.start) : figure.start]


def _is_band(figure: StatedFigure, sentence: Sentence) -> bool:
    counted = figure.measure is Metric.COUNT and figure.unit in _UNITS
    return counted and _BAND.search(_before(figure, sentence)) is not None


def _wholes(
    bands: Sequence[StatedFigure], sentence: Sentence, context: AuditContext
) -> Iterator[StatedFigure]:
    """Counts of projects before the bands, nearest first."""
    own = [f for f in sentence.before(bands[0].start) if f not in bands]
    earlier = context.sentences[max(sentence.number - _BACK, 0) : sentence.number]
    for figure in [*reversed(own), *(f for one in reversed(earlier) for f in reversed(one.figures))]:
        text = figure.passage.text
        near = text[max(figure.start - 14, 0) : figure.end + 6]
        counted = figure.measure is Metric.COUNT and figure.unit == bands[0].unit and figure.role in _ROLES
        if counted and figure.value and re.search("项目|单位|部门|专项|工程", near):
            yield figure


def _is_near(relation: StatedRelation) -> bool:
    gap = abs(sum(part.value for part in relation.operands) - relation.target.value)
    return gap * _NEARLY < relation.target.value and len(relation.operands) > _FEWEST


def _relation(whole: StatedFigure, bands: Sequence[StatedFigure]) -> StatedRelation:
    of = "＋".join(band.written for band in bands)
    return sum_of("COUNT-BANDS", whole, bands, of, severity=Severity.WARNING)
