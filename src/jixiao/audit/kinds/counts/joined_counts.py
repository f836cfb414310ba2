"""Counts that are added up in one breath: 机耕道84.6公里、生产路52.3公里，田间道路共计136.9公里."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_TOTAL = re.compile(r"(?:共计|合计|总计|共)(?:为|达|约)?$")
_JOINED = re.compile("[、，]?(?:和|及|以及)?")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_FEWEST = 2
_NEARLY = 10  # a gap of less than a tenth of the total


def joined_counts(context: AuditContext) -> Iterator[StatedRelation]:
    """Each total with the counts that directly precede it; told if a slip explains a small gap."""
    for sentence in context.sentences:
        for total in sentence.figures:
            counted = total.measure is Metric.COUNT and total.role in _ROLES
            if not counted or not _TOTAL.search(total.words):
                continue
            parts = _parts(total, sentence)
            readings = [_relation(total, parts[-count:]) for count in range(_FEWEST, len(parts) + 1)]
            holding = [one for one in readings if one.outcome() is not Outcome.INCONSISTENT]
            likely = [one for one in readings if _is_near(one)]
            if holding:
                yield holding[0]
            elif len(likely) == 1 and not any(part.label and part.label in total.label for part in parts):
                yield likely[0]


def _parts(total: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """The counts of its unit that stand one behind the other before it, in its part of the sentence."""
    text, found, place = total.passage.text, list[StatedFigure](), total.label_start
    for figure in reversed(sentence.before(total.start)):
        joined = _JOINED.fullmatch(text[figure.end : place])
        if not joined or figure.role not in _ROLES or figure.unit != total.unit or not figure.value:
            break
        found.insert(0, figure)
        place = figure.label_start
    return found


def _is_near(relation: StatedRelation) -> bool:
    gap = abs(sum(part.value for part in relation.operands) - relation.target.value)
    near = gap * _NEARLY < relation.target.value
    return near and any(slip_in(figure, relation) for figure in relation.figures)


def _relation(total: StatedFigure, parts: list[StatedFigure]) -> StatedRelation:
    of = "＋".join(part.written for part in parts)
    return sum_of("SUM-JOINED", total, parts, of, severity=Severity.WARNING)
