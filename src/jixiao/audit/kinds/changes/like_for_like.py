"""Changes of what is left without something: 剔除一次性补助1050万元后，同口径增加243.50万元，增长17.9%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.kinds.changes.compared import (
    LEFT_OUT,
    ComparedFigures,
    adjusted_from,
    adjusted_in,
    compared_in,
    is_left_out,
)
from jixiao.audit.kinds.changes.compared_with import currents_of, priors_of
from jixiao.audit.relations.formulas import FigureFormula, GrowthOfSums, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import is_slip_in_target, warned_if_alone
from jixiao.model.outcome import Outcome

_OF_THIS_YEAR = re.compile("本年|当年|今年")
_SIDES = ((0, 1), (1, 0), (1, 1))  # left out of the current figure, of the earlier one, of both
_SAME_BASIS = re.compile("同口径|可比口径|统一口径")
_MOST = 2  # sums that are left out


def like_for_like(context: AuditContext) -> Iterator[StatedRelation]:
    """One reading that holds, or the only one that a slip in what is stated explains."""
    for sentence in context.sentences:
        for compared in adjusted_in(sentence):
            left_out = _left_out(compared)
            said = sentence.passage.text[segment_start(sentence, compared.first.start) : compared.first.start]
            sure = bool(left_out) or bool(_SAME_BASIS.search(said) and not LEFT_OUT.search(said))
            pairs = _pairs(compared, left_out, context)
            yield from _told(
                [one for pair in pairs for one in _relations(compared, *pair, left_out, context)], sure=sure
            )


def _told(readings: list[list[StatedRelation]], *, sure: bool) -> list[StatedRelation]:
    for relations in readings:
        if relations and all(one.outcome() is not Outcome.INCONSISTENT for one in relations):
            return relations
    return warned_if_alone([relations for relations in readings if sure and is_slip_in_target(relations)])


def _left_out(compared: ComparedFigures) -> list[StatedFigure]:
    """The sums that are named before what has changed without them."""
    own = [f for f in compared.sentence.before(compared.first.start) if is_left_out(f)]
    like = compared.amount
    own = [f for f in own if f.start >= adjusted_from(compared) and f.role is not FigureRole.SHARE]
    return [f for f in own if like is None or (f.measure is like.measure and f.fits(like))][:_MOST]


def _pairs(
    compared: ComparedFigures, left_out: Sequence[StatedFigure], context: AuditContext
) -> Iterator[tuple[StatedFigure, StatedFigure, int]]:
    """Current and earlier figure, or current figure and change with its sign: its own, then those before."""
    for one in (compared, *_compared_before(compared, context)):
        currents = [f for f in currents_of(one, context) if f not in left_out]
        priors = [f for f in priors_of(one, context) if f not in left_out]
        for current, prior in product(currents, priors):
            if current is not prior and current.fits(prior) and prior.value:
                yield current, prior, 0
        if one.amount is not None and not priors and (one is not compared or not left_out):
            yield from ((current, one.amount, one.direction) for current in currents)


def _compared_before(compared: ComparedFigures, context: AuditContext) -> list[ComparedFigures]:
    """The change of all of it, said in the same paragraph."""
    sentence = compared.sentence
    near = [one for one in context.before(sentence, 2) if one.passage is sentence.passage]
    found = [other for one in (sentence, *near) for other in compared_in(one)]
    return [one for one in found if one.first.place < compared.first.place][-1:]


def _relations(
    compared: ComparedFigures,
    current: StatedFigure,
    prior: StatedFigure,
    sign: int,
    left_out: Sequence[StatedFigure],
    context: AuditContext,
) -> Iterator[list[StatedRelation]]:
    """All ways in which what is left out may be taken from both figures; `sign`: `prior` is a change."""
    operands = (current, prior, *left_out)
    for sides in product(*(_sides(f, context) for f in left_out)):
        now = (1, 0, *(-side[0] for side in sides))
        then = (1, -sign, *(-side[1] for side in sides)) if sign else (0, 1, *(-side[1] for side in sides))
        found = []
        if compared.amount is not None and compared.amount is not prior:
            signs = tuple(compared.direction * (a - b) for a, b in zip(now, then, strict=True))
            if all(one in (-1, 0, 1) for one in signs):
                used = [(f, s) for f, s in zip(operands, signs, strict=True) if s]
                found.append(
                    _relation(
                        compared.amount, tuple(f for f, _ in used), SignedSum(tuple(s for _, s in used))
                    )
                )
        if compared.rate is not None:
            found.append(_relation(compared.rate, operands, GrowthOfSums(compared.direction, now, then)))
        yield found


def _sides(figure: StatedFigure, context: AuditContext) -> Sequence[tuple[int, int]]:
    """Of which figure a sum is left out, if its words say the year."""
    if figure.year and context.year:
        return _SIDES[:1] if figure.year < context.year else _SIDES[1:2]
    return _SIDES[1:2] if _OF_THIS_YEAR.search(figure.words) else _SIDES


def _relation(
    target: StatedFigure, operands: tuple[StatedFigure, ...], formula: FigureFormula
) -> StatedRelation:
    without = "剔除后的" if len(operands) > 2 else ""
    of = f"{without}本年数与上年数之差" + ("" if isinstance(formula, SignedSum) else f"除以{without}上年数")
    return StatedRelation("CHANGE-ADJUSTED", AuditKind.CHANGE, target, operands, formula, Directness.RATE, of)
