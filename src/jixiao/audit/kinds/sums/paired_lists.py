"""Lists of two figures for each part: 12个项目、2486万元，其中延续性8个、1862万元，新增4个、624万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome, Severity

_OPENED = re.compile("[，；。：（](?:其中)[：，]?")
_OPENING = re.compile("其中[：，]?")
_MEAN = re.compile("[人户亩件次辆]均|平均")
_BETWEEN = re.compile("[，、；（）]?[^，。；、\\d]{0,24}")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_FEWEST = 2  # parts
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)


def paired_lists(context: AuditContext) -> Iterator[StatedRelation]:
    """Both sums of each such list, where at least one comes out: then the list is complete."""
    for sentence in context.sentences:
        for before, start in _openings(sentence, context):
            pairs = _pairs(sentence, start)
            if len(pairs) < _FEWEST:
                continue
            sums = [
                _sum(whole, [pair[side] for pair in pairs])
                for side in (0, 1)
                if (whole := _whole(before, pairs[0][side])) is not None
            ]
            if len(sums) == _FEWEST and _side_by_side(sums) and any(one.outcome() in _HOLDS for one in sums):
                yield from sums


def _openings(sentence: Sentence, context: AuditContext) -> Iterator[tuple[Sequence[StatedFigure], int]]:
    """What stands before each list, and where it begins; 其中 may begin a sentence of its own."""
    for match in _OPENED.finditer(sentence.passage.text, sentence.start, sentence.end):
        yield sentence.before(match.start()), match.end()
    if opened := _OPENING.match(sentence.passage.text, sentence.start):
        for before in context.before(sentence):
            if before.passage is sentence.passage:
                yield before.figures, opened.end()


def _pairs(sentence: Sentence, start: int) -> list[tuple[StatedFigure, StatedFigure]]:
    """A count and an amount, or two counts, again and again, with nothing but names between."""
    text, figures = sentence.passage.text, [f for f in sentence.figures if f.start >= start]
    means = {f.start: f.end for f in figures if _MEAN.search(f.words)}
    figures = [f for f in figures if f.start not in means]
    if len(figures) < _FEWEST * 2 or figures[0].measure is not Metric.COUNT:
        return []
    found: list[tuple[StatedFigure, StatedFigure]] = []
    place = start
    for one, other in zip(figures[::2], figures[1::2], strict=False):
        first, second = found[0] if found else (one, other)
        alike = _alike(one, first) and _alike(other, second) and one.unit != other.unit
        joined = _BETWEEN.fullmatch(text, place, one.start) and _BETWEEN.fullmatch(text, one.end, other.start)
        if not (alike and joined):
            break
        found.append((one, other))
        place = other.end
        behind = next((begin for begin in means if begin >= place), None)
        if behind is not None and _BETWEEN.fullmatch(text, place, behind):
            place = means[behind]
    return found


def _alike(one: StatedFigure, other: StatedFigure) -> bool:
    counted = one.measure is Metric.COUNT and one.role is FigureRole.SIDE  # 新增项目4个
    return one.measure is other.measure and one.unit == other.unit and (counted or one.role in _ROLES)


def _whole(before: Sequence[StatedFigure], part: StatedFigure) -> StatedFigure | None:
    """The last figure of that kind before the list, larger than its first part."""
    own = [f for f in before if _alike(f, part) and f.value > part.value]
    return own[-1] if own else None


def _side_by_side(sums: Sequence[StatedRelation]) -> bool:
    """中标价…万元；设计变更9项，其中增加6项、78.64万元: wholes of one clause, or else of two things."""
    first, last = sorted((one.target for one in sums), key=lambda figure: figure.place)
    return "；" not in first.passage.text[first.end : last.start]


def _sum(whole: StatedFigure, parts: Sequence[StatedFigure]) -> StatedRelation:
    of = f"所列{len(parts)}项之和"
    return StatedRelation(
        "SUM-LIST", AuditKind.SUM, whole, tuple(parts), SignedSum(), Directness.LIST,
        of, Severity.WARNING, sure=True,
    )  # fmt: skip
