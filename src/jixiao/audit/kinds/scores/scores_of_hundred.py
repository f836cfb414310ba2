"""A score and the levels that make up a hundred: 决策20分，得18分；…；效益30分，得27分。综合得分91分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Severity

_WHOLE = re.compile(
    r"(?:自评|综合|评价|绩效|最终|总)[^，。；]{0,8}(?:得分|总分|评分)(?:为|是|：)*$|^总分(?:为|是|：)*$"
)
_GOT = re.compile(r"(?:得|得分|实得|自评得分|评价得分)(?:为|是|：)*$")
_FULL = re.compile("（(?:满分|分值|权重|标准分|总分)?(?:为|：)?")
_HUNDRED = Decimal(100)
_NEAR = 10  # letters from full marks to the points
_FEWEST = 3


def scores_of_hundred(context: AuditContext) -> Iterator[StatedRelation]:
    """Each paragraph whose full marks come to a hundred, with the one score of the report."""
    everywhere = [f for own in context.figures.values() for f in own if _is_whole(f)]
    for figures in context.figures.values():
        wholes = [f for f in figures if _is_whole(f)] or everywhere
        if len({f.value for f in wholes}) != 1:
            continue
        scores = [f for f in figures if f.measure is Metric.SCORE]
        both = (_pairs(scores), _pairs_behind(scores))
        pairs = next((one for one in both if sum(full.value for full, _ in one) == _HUNDRED), [])
        if len(pairs) >= _FEWEST:
            points = tuple(got for _, got in pairs)
            of = f"{len(points)}项得分之和"
            yield StatedRelation(
                "SCORE-TOTAL", AuditKind.SCORE, wholes[0], points, SignedSum(), Directness.LIST,
                of, Severity.WARNING, exact=True,
            )  # fmt: skip


def _is_whole(figure: StatedFigure) -> bool:
    roles = (FigureRole.PLAIN, FigureRole.BASE)  # 总分95.6分
    plain = figure.measure is Metric.SCORE and figure.role in roles and figure.value != _HUNDRED
    return plain and _WHOLE.search(figure.words) is not None


def _pairs_behind(points: list[StatedFigure]) -> list[tuple[StatedFigure, StatedFigure]]:
    """得9.6分（满分10分）: what was got, with what could be in a bracket behind it."""
    near = [(full, got) for got, full in pairwise(points) if full.role is FigureRole.BASE]
    return [(full, got) for full, got in near if _FULL.fullmatch(full.passage.text, got.end, full.start)]


def _pairs(points: list[StatedFigure]) -> list[tuple[StatedFigure, StatedFigure]]:
    """What could be got, with what was got directly behind it."""
    found: list[tuple[StatedFigure, StatedFigure]] = []
    for full, got in pairwise(points):
        near = 0 <= got.start - full.end <= _NEAR and got.value <= full.value
        named = _GOT.search(got.words) and not _WHOLE.search(got.words) and not _GOT.search(full.words)
        if near and named and not any(full is one for pair in found for one in pair):
            found.append((full, got))
    return found
