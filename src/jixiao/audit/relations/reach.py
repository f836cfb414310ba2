"""Between which values a figure must lie for a relation to hold: outside of them nothing need be tried."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.formulas import (
    GrowthFromCurrent,
    GrowthOfTwo,
    ProductOf,
    Quotient,
    ShareOf,
    SignedSum,
)
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.variants import variants_between
from jixiao.model.outcome import Outcome

_FAR = Decimal("1E30")
_ANYWHERE = (-_FAR, _FAR)
_MONOTONOUS = (ShareOf, GrowthFromCurrent, GrowthOfTwo, Quotient, ProductOf)
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_SPARE = 2  # times the room that rounding needs, for what a rate is cut and not rounded


def reach(relation: StatedRelation, figure: StatedFigure) -> tuple[Decimal, Decimal]:
    """The ends of what it could be; some values between them may not do."""
    if relation.upper or relation.figures.count(figure) > 1:
        return _ANYWHERE
    if figure is relation.target:
        computed = relation.computed()
        room = _SPARE * (figure.step or 1)
        return (computed.low - room, computed.high + room) if computed else _ANYWHERE
    if not isinstance(relation.formula, (SignedSum, *_MONOTONOUS)):
        return _ANYWHERE
    operands = [operand.value for operand in relation.operands]
    try:
        needed = relation.formula.solved(relation.operands.index(figure), relation.target.value, operands)
        room = _room(relation, figure, needed)
    except ArithmeticError:
        return _ANYWHERE
    return needed - room, needed + room


def _room(relation: StatedRelation, figure: StatedFigure, needed: Decimal) -> Decimal:
    """How far the rounding of all other figures lets it be from what is needed."""
    others = [one for one in relation.figures if one is not figure]
    own = figure.step or Decimal(1)
    if isinstance(relation.formula, SignedSum):
        return own + sum((_width(one) for one in others), Decimal(0))
    wide = sum((_width(one) / abs(one.value) for one in others), Decimal(0))
    target = relation.target
    if target.measure is Metric.PERCENT and target.value != 100:  # a rate near 100 leaves little of the rest
        wide += _width(target) / abs(100 - target.value)
    return own + _SPARE * abs(needed) * wide


def _width(figure: StatedFigure) -> Decimal:
    quantity = figure.quantity
    return (quantity.high - quantity.low) or figure.step


def _is_as_fine_as_any(figure: StatedFigure, relation: StatedRelation) -> bool:
    """Whether the others that measure the same have no more decimals than it has."""
    others = [one for one in relation.figures if one is not figure and _alike(one) is _alike(figure)]
    return bool(figure.step and others) and all(one.step >= figure.step for one in others)


def _alike(figure: StatedFigure) -> Metric:
    return Metric.PERCENT if figure.measure is Metric.POINTS else figure.measure


def mended_by_a_slip(relation: StatedRelation, figure: StatedFigure) -> list[Decimal]:
    """What the figure could have been meant to be, one slip of the fingers away, so that it holds."""
    low, high = reach(relation, figure)
    tried = variants_between(figure, low, high)
    if _is_as_fine_as_any(figure, relation):  # 82.6% and 3.5个百分点 beside it: nobody meant 85.91
        tried = tuple(value for value in tried if not value % figure.step)
    return [value for value in tried if relation.outcome({figure: value}) in _HOLDS]
