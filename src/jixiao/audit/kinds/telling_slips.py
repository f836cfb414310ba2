"""Gaps that are no accident: one figure of the relation, mistyped as people mistype, explains it."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit.figure import Metric, StatedFigure
from jixiao.audit.stated import StatedRelation
from jixiao.checks.diagnosis.slips import SlipKind, typing_slip

_TELLING = 4  # digits of figures whose gap is not by chance that of a slip
_SLIPS = (
    SlipKind.SWAPPED,
    SlipKind.CHANGED,
    SlipKind.DROPPED,
    SlipKind.DOUBLED,
    SlipKind.INSERTED,
    SlipKind.POINT,
)


def is_like_a_slip(relation: StatedRelation, *, over: bool = False) -> bool:
    """Whether one figure, mistyped as people mistype, explains the gap, and none of them is round."""
    figures = relation.figures
    if relation.target.measure is Metric.SCORE:
        return False
    for figure in figures:
        needed = relation.needed(figure)
        if needed is None or needed <= 0 or needed == figure.value:
            continue
        step = figure.step / figure.scale if figure.step else Decimal(1)
        slip = typing_slip(needed / figure.scale, figure.value / figure.scale, step, step)
        if slip is not None and slip.kind in _SLIPS and _is_telling(relation, slip.kind, over=over):
            return True
    return False


def _is_telling(relation: StatedRelation, slip: SlipKind, *, over: bool) -> bool:
    """Whether such a slip does not explain a gap by chance: figures long enough, two digits exchanged."""
    needed = _TELLING - (slip is SlipKind.SWAPPED) - over
    long = [figure for figure in relation.figures if _significant(figure) >= needed]
    return len(long) * 2 > len(relation.figures) and len(relation.operands) > 1


def _significant(figure: StatedFigure) -> int:
    return len((figure.value / (figure.step or 1)).normalize().as_tuple().digits) if figure.value else 0
