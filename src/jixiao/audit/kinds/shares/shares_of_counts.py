"""Shares whose whole stands before its part: 总床位2286张，护理型1258张，占比55.03%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_AMONG = re.compile(r"[\u4e00-\u9fff]{0,8}(?:之)?中[，：]")
_ALL = re.compile("总|共|全")
_NEAR = 16  # letters between a part and its share
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def shares_of_counts(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each share without a name for its whole that nothing else has told."""
    for sentence in context.sentences:
        for share in sentence.of(FigureRole.SHARE):
            if share in told or share.base:
                continue
            before = [f for f in sentence.before(share.start) if f.role in _ROLES]
            before = [f for f in before if f.measure in (Metric.COUNT, Metric.MONEY)]
            if before and share.start - before[-1].end <= _NEAR:
                yield from _judged(share, before[-1], before[:-1], sentence)


def _judged(
    share: StatedFigure, part: StatedFigure, before: list[StatedFigure], sentence: Sentence
) -> Iterator[StatedRelation]:
    like = [f for f in before if f.measure is part.measure and f.fits(part) and f.value > part.value]
    among = [f for f in like if _AMONG.match(f.passage.text, f.end)][-1:]
    start = segment_start(sentence, share.start)
    beside = [f for f in like if f.start >= start and _ALL.search(f.words)][-1:]
    for whole in among or beside:
        relation = share_relation(share, part, whole)
        if relation.outcome() is Outcome.INCONSISTENT:
            relation.severity = Severity.WARNING
            noun = re.sub("^.*?(?:总|全部|共有)", "", whole.label)
            named = len(noun) > 1 and part.label.endswith(noun)  # 总床位, 护理型床位
            if not (among or named or slip_in(share, relation)):
                continue
        yield relation
