"""Rates that were reckoned wrongly as people do: a ratio not times 100, another base, the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.formulas import (
    GrowthFromCurrent,
    GrowthOfTwo,
    ProductOf,
    Quotient,
    ShareOf,
    SignedSum,
)
from jixiao.audit.relations.stated import StatedRelation

_ALL = 100
_OVER_CURRENT = "写的是增减额除以变动后的数，应除以变动前的数。"
_UNIT = "像是小数点或单位（元、万元）写错了。"
_POINTS = (-4, -2, -1, 1, 2, 4)  # places by which a point moves; four between 元 and 万元
_UNITS = (-4, 4)
_TELLING = 2  # digits of a ratio that is no accident
_AGAINST = re.compile("概算|预算|控制价|计划|目标|[比较与同]")
_RATES = (ShareOf, GrowthFromCurrent, GrowthOfTwo)


def mistake_in(relation: StatedRelation) -> str:
    """How the stated rate of a broken relation was come by, for people; "" if nobody knows."""
    if relation.reckoned:
        return relation.reckoned
    rate = relation.target
    if len(relation.operands) == 1 and isinstance(relation.formula, SignedSum):
        return _UNIT if _has_moved(rate, relation.operands[0]) else ""
    if isinstance(relation.formula, (Quotient, ProductOf)):
        return _UNIT if _is_in_another_unit(relation) else ""
    if rate.measure is not Metric.PERCENT or not isinstance(relation.formula, _RATES) or rate.step >= 1:
        return ""
    if rate.value <= 0 or rate.significant_digits < _TELLING:
        return ""
    try:
        readings = list(_readings(relation))
    except ArithmeticError:
        return ""
    return next((note for value, note in readings if abs(value - rate.value) < rate.step), "")


def _readings(relation: StatedRelation) -> Iterator[tuple[Decimal, str]]:
    """(value, how it comes about) of each usual mistake."""
    computed = relation.computed()
    if computed is None:
        return
    rate = relation.target
    yield computed.value / _ALL, "像是把比值当成了百分数，没有乘100。"
    first, second = relation.operands[0], relation.operands[1]
    if relation.id.startswith("RATE") and computed.value < _ALL < rate.value and first.value:
        yield _ALL * second.value / first.value, "像是分子、分母写反了。"
    if isinstance(relation.formula, GrowthFromCurrent) or relation.id == "CHANGE-RATE":
        yield first.value / first.scale, "像是把增减额写成了增减率。"
    if isinstance(relation.formula, GrowthFromCurrent) and not _is_earlier(second):
        yield _ALL * first.value / second.value, _OVER_CURRENT
        yield _ALL + relation.formula.sign * computed.value, "写的是前后两数之比，应写增减的比率。"
    elif isinstance(relation.formula, ShareOf) and relation.id == "CHANGE-RATE":
        yield _ALL * first.value / (second.value + rate.direction * first.value), _OVER_CURRENT
    elif isinstance(relation.formula, GrowthOfTwo):
        change = abs(first.value - second.value)
        yield _ALL * change / first.value, _OVER_CURRENT
        yield _ALL * first.value / second.value, "写的是前后两数之比，应写增减的比率。"


def _has_moved(figure: StatedFigure, other: StatedFigure) -> bool:
    """Whether an amount is another one with its point moved, in 元 for 万元, as far as that is given."""
    if not figure.value or not other.value or figure.measure is not Metric.MONEY:
        return False
    if min(figure.significant_digits, other.significant_digits) < _TELLING:
        return False
    return any(abs(figure.value.scaleb(by) - other.value) * 2 <= other.step for by in _POINTS)


def in_the_right_unit(relation: StatedRelation) -> str:
    """What should be there where only 元 and 万元 were taken for each other; "" for anything else."""
    amount, computed = relation.target, relation.computed()
    if (
        computed is None
        or not isinstance(relation.formula, (Quotient, ProductOf))
        or mistake_in(relation) != _UNIT
    ):
        return ""
    places = max(-int((amount.step / amount.scale).as_tuple().exponent), 0) if amount.step else 0
    scale, unit = (1, "元") if amount.scale == 10**4 else (10**4, "万元")
    return f"{computed.value / scale:.{places}f}{unit}"


def _is_in_another_unit(relation: StatedRelation) -> bool:
    """次均费用6102.64万元, 620 times 7200元 as 4464000万元: whether it comes out in 元, or in 万元."""
    amount, computed = relation.target, relation.computed()
    if amount.measure is not Metric.MONEY or computed is None or amount.significant_digits <= _TELLING:
        return False
    step = amount.step or amount.scale
    return any(
        abs(amount.value.scaleb(by) - computed.value) < step.scaleb(by)
        for by in _UNITS
        if (by < 0) is (amount.scale == 10**4)
    )


def _is_earlier(figure: StatedFigure) -> bool:
    """与概算2480.00万元相比，节约93.95万元，节约率3.79%: it is what the change is against."""
    behind = figure.passage.text[figure.end : figure.end + 2]
    against = _AGAINST.search(figure.words) is not None or behind in ("相比", "比较")
    return against or figure.role in (FigureRole.BASE, FigureRole.PRIOR)
