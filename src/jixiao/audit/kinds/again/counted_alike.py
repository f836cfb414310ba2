"""Quantities said twice: 更换老化供水管网38.6公里, and later 更换管网83.6公里."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.again.said_otherwise import borne_out
from jixiao.audit.relations.mistyping import mistyped
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.model.outcome import Severity

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_NUMBER = re.compile(
    r"^(?:其中|（?[\d一二三四五六七八九十]{1,2}[）.、．]|[一二三四五六七八九十]是|全年|共计?|累计|实际|已)+"
)
_OTHERS = re.compile("问卷|计划|目标|任务|上年|去年|比|较|月|季|新增|人均|平均|每|其中")
_SHORTEST = 4  # letters of a name
_SWAPPED, _CHANGED = 3, 4  # digits that do not differ so by chance
_MOST = 400  # figures that are compared with each other


def counted_alike(judged: Sequence[Judged], context: AuditContext) -> Iterator[StatedRelation]:
    """Each that nothing bears out, where one of that name is borne out and is it but for a slip."""
    held, broken = borne_out(judged)
    found: dict[str, list[tuple[str, StatedFigure]]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            name = _NUMBER.sub("", figure.label)
            if len(name) >= _SHORTEST and _may_be(figure, context):
                found[figure.unit].append((name, figure))
    for alike in found.values():
        for name, figure in alike[:_MOST]:
            if figure in held or figure in broken:
                continue
            others = {f.value: f for other, f in alike if f is not figure and _is_same(name, other)}
            sure = [f for f in others.values() if f in held and _is_slip(f, figure)]
            if len(others) == len(sure) == 1 and sure[0].passage is not figure.passage:
                yield _relation(figure, sure[0])


def _may_be(figure: StatedFigure, context: AuditContext) -> bool:
    """Whether it is a count of this year that is no goal."""
    counted = figure.measure is Metric.COUNT and figure.role in _ROLES and figure.value > 0
    return counted and figure.year in (0, context.year) and not _OTHERS.search(figure.words)


def _is_same(one: str, other: str) -> bool:
    """更换管网 and 更换老化供水管网: the letters of one in those of the other, first and last alike."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    ends = short[:2] == long[:2] and short[-2:] == long[-2:]
    return ends and all(sign in letters for sign in short)


def _is_slip(one: StatedFigure, other: StatedFigure) -> bool:
    slip = mistyped(other, one.value)
    digits = min(len(str(int(f.value / (f.step or 1)))) for f in (one, other))
    if slip is None or one.step != other.step:
        return False
    return digits >= (_SWAPPED if slip.kind is SlipKind.SWAPPED else _CHANGED)


def _relation(figure: StatedFigure, other: StatedFigure) -> StatedRelation:
    of = f"别处所写的“{other.label[-20:]}”"
    return same_figure("COUNT-TWICE", figure, other, of, Severity.WARNING)
