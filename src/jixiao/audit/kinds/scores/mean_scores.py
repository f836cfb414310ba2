"""自评得分分别为94分、91分、96分，平均得分93.67分: the mean of the scores directly before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import FigureFormula, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity
from jixiao.relation.quantity import Quantity

_MEAN = re.compile("[，；](?:自评|评价)?平均(?:得分|分|自评得分)(?:为|是|：)?")
_FIRST = re.compile("(?:得分|评分|分数)分别(?:为|是|得|：)$")
_JOINED = re.compile("[、，和]")
_WEIGHTED = re.compile("加权|权重|按资金")
_FEWEST = 2


class MeanOf(FigureFormula, frozen=True):
    """Σ operands / their number."""

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        total = SignedSum().value(operands)
        count = len(operands)
        return Quantity(total.value / count, total.low / count, total.high / count)

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        return SignedSum().solved(index, stated * len(operands), operands)


def mean_scores(context: AuditContext) -> Iterator[StatedRelation]:
    """Each mean behind a run of scores; a gap only where a slip explains it, as it may be a weighed one."""
    for sentence in context.sentences:
        for mean in sentence.figures:
            scores = _run_before(mean, sentence) if mean.measure is Metric.SCORE else []
            if len(scores) >= _FEWEST and not _WEIGHTED.search(sentence.text):
                relation = _relation(mean, scores)
                if relation.outcome() is not Outcome.INCONSISTENT or slip_in(mean, relation):
                    yield relation


def _run_before(mean: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """The scores from 分别为 to the mean, with nothing between them."""
    text, run, joined, place = sentence.passage.text, list[StatedFigure](), _MEAN, mean.start
    for figure in reversed(sentence.before(mean.start)):
        if figure.measure is not Metric.SCORE or not joined.fullmatch(text, figure.end, place):
            return []
        run.insert(0, figure)
        if _FIRST.search(text[sentence.start : figure.start]):
            return run
        joined, place = _JOINED, figure.start
    return []


def _relation(mean: StatedFigure, scores: Sequence[StatedFigure]) -> StatedRelation:
    return StatedRelation(
        "MEAN", AuditKind.SCORE, mean, tuple(scores), MeanOf(), Directness.RATE,
        f"{len(scores)}个得分的平均数", Severity.WARNING,
    )  # fmt: skip
