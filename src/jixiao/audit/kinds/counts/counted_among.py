"""529名中，A386人、B97人、C44人: what a count, said without a name, is made up of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_AMONG = re.compile(r"[\u4e00-\u9fff]{0,8}(?:之)?中[，：]")
_JOINED = re.compile(r"[、，和及]|以及")
_FEWEST = 3
_NEARLY = 10  # a gap of less than a tenth of the whole


def counted_among(context: AuditContext) -> Iterator[StatedRelation]:
    """Each such count with the parts directly behind it; told if they are nearly all of it."""
    for sentence in context.sentences:
        for whole in sentence.figures:
            bare = whole.measure is Metric.COUNT and whole.value and not whole.label
            among = bare and _AMONG.match(whole.passage.text, whole.end)
            parts = _parts(whole, sentence) if among else []
            if len(parts) >= _FEWEST:
                yield from _judged(whole, parts)


def _parts(whole: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """The counts behind it that nothing but a comma joins."""
    text, found = whole.passage.text, list[StatedFigure]()
    for figure in sentence.figures:
        if figure.start <= whole.start:
            continue
        joined = not found or _JOINED.fullmatch(text[found[-1].end : figure.label_start])
        if not joined or figure.role is not FigureRole.PLAIN or not figure.fits(whole) or not figure.label:
            break
        found.append(figure)
    return found


def _judged(whole: StatedFigure, parts: list[StatedFigure]) -> Iterator[StatedRelation]:
    of = f"所列{len(parts)}项之和"
    relation = sum_of("SUM-AMONG", whole, parts, of)
    if relation.outcome() is Outcome.INCONSISTENT:
        gap = abs(sum(part.value for part in parts) - whole.value)
        if gap * _NEARLY >= whole.value or not any(slip_in(figure, relation) for figure in relation.figures):
            return
        relation.severity = Severity.WARNING
    yield relation
