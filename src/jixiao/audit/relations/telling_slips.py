"""Gaps that are no accident: one figure of the relation, mistyped as people mistype, explains it."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.mistyping import mistyped
from jixiao.audit.relations.reach import mended_by_a_slip
from jixiao.audit.relations.reckoning import mistake_in
from jixiao.audit.relations.stated import StatedRelation
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.model.outcome import Outcome, Severity

_TELLING = 4  # digits of figures whose gap is not by chance that of a slip
_LONG = 5  # digits of a figure that is no other one by chance
_MOST = 12  # figures of a relation that are tried


def slip_in(figure: StatedFigure, relation: StatedRelation) -> bool:
    """Whether that figure, mistyped or reckoned wrongly, explains by itself that a relation is broken."""
    return bool(mended_by_a_slip(relation, figure)) or (
        figure is relation.target and bool(mistake_in(relation))
    )


def is_slip_in_target(relations: Sequence[StatedRelation]) -> bool:
    """Whether of the relations of a statement one is broken, by a slip in the figure that it states."""
    broken = [one for one in relations if one.outcome() is Outcome.INCONSISTENT]
    return len(broken) == 1 and slip_in(broken[0].target, broken[0])


def warned_if_alone(likely: Sequence[list[StatedRelation]]) -> list[StatedRelation]:
    """Of several likely readings the one, as a warning, if there is only one."""
    if len(likely) != 1:
        return []
    for one in likely[0]:
        one.severity = Severity.WARNING
    return likely[0]


def is_like_a_slip(relation: StatedRelation, *, over: bool = False) -> bool:
    """Whether one figure, mistyped as people mistype, explains the gap, and most are no round ones."""
    if relation.target.measure is Metric.SCORE or len(relation.figures) > _MOST:
        return False
    if not _is_telling(relation, SlipKind.SWAPPED, over=over):
        return False
    for figure in relation.figures:
        for value in mended_by_a_slip(relation, figure):
            slip = mistyped(figure, value)
            if slip is not None and _is_telling(relation, slip.kind, over=over):
                return True
    return False


def is_same_but_for_a_slip(relation: StatedRelation) -> bool:
    """559,567.84 and 559,576.84: whether a figure is another one, but for a digit, and long enough for it."""
    shortest = min(figure.significant_digits for figure in relation.figures)
    if len(relation.operands) > 1 or shortest < _LONG:
        return False
    return slip_in(relation.target, relation)


def _is_telling(relation: StatedRelation, slip: SlipKind, *, over: bool) -> bool:
    """Whether such a slip does not explain a gap by chance: figures long enough, two digits exchanged."""
    needed = _TELLING - (slip is SlipKind.SWAPPED) - over
    long = [figure for figure in relation.figures if figure.significant_digits >= needed]
    return len(long) * 2 > len(relation.figures) and len(relation.operands) > 1
