"""Answers by level against how many came back: 回收200份。其中非常满意150份、满意40份、一般12份."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.model.outcome import Outcome, Severity

_LEVEL = re.compile(
    r"(?:其中|[^，。；：]{0,8}中，?)?(?:表示|评价为|选择)?“?(?:非常|很|比较|较|基本|不|较为|不太|很不)*满意(?:的|度为)?”?的?|(?:其中)?一般(?:的)?"
)
_ASKED = re.compile("收回|回收|有效|调查|发放|抽样|走访|访谈|问卷|受访")
_FEWEST = 3  # levels
_NEARLY = 10  # a gap of less than a tenth


def answers_by_level(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each run of levels that no count before it in its paragraph comes to, but the nearest one nearly."""
    for sentence in context.sentences:
        if "满意" not in sentence.text:
            continue
        levels = _levels(sentence)
        if len(levels) < _FEWEST:
            continue
        counted = [_relation(whole, levels) for whole in _counted_before(levels, sentence, context)]
        if any(one.outcome() is not Outcome.INCONSISTENT for one in counted):
            continue  # 抽样200户，实际接通190户
        asked = [one for one in counted if _ASKED.search(one.target.words)]
        if asked and _is_near(asked[0]) and asked[0].target not in told:
            yield asked[0]


def _levels(sentence: Sentence) -> list[StatedFigure]:
    """The first run of them, side by side."""
    found: list[StatedFigure] = []
    for figure in sentence.figures:
        if figure.measure is Metric.COUNT and _LEVEL.fullmatch(figure.words):
            if found and (
                figure.unit != found[0].unit or figure.start - found[-1].end > len(figure.words) + 1
            ):
                break
            found.append(figure)
        elif found:
            break
    return found


def _counted_before(
    levels: Sequence[StatedFigure], sentence: Sentence, context: AuditContext
) -> Iterator[StatedFigure]:
    """What is counted before them in their paragraph, nearest first."""
    figures = context.figures.get(sentence.passage.number, ())
    for figure in sorted(figures, key=lambda one: -one.start):
        if figure.end <= levels[0].start and figure.measure is Metric.COUNT and figure.unit == levels[0].unit:
            yield figure


def _is_near(relation: StatedRelation) -> bool:
    gap = abs(sum(part.value for part in relation.operands) - relation.target.value)
    return gap * _NEARLY < relation.target.value


def _relation(whole: StatedFigure, levels: Sequence[StatedFigure]) -> StatedRelation:
    of = f"各档{len(levels)}项之和"
    return sum_of("COUNT-LEVELS", whole, levels, of, severity=Severity.WARNING)
