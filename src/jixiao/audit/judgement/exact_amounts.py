"""Whole amounts that are meant to the digit, 全年预算45万元, where all rates but those of a slip say so."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jixiao.audit.context import Judged
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.formulas import ShareOf
from jixiao.audit.relations.stated import StatedRelation
from jixiao.model.outcome import Outcome

_CENT, _TENTH = Decimal("0.01"), Decimal("0.1")
_FEWEST = 3  # rates that hold to the digit with such amounts
_SHARE = 3  # for one that does not, so many must
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)


def with_exact_amounts(judged: Sequence[Judged]) -> list[Judged]:
    """The same relations; their whole amounts are taken for exact ones if the report means them so."""
    rates = [one for one in judged if isinstance(one, StatedRelation) and _is_rate_of_whole(one)]
    fitting = [one for one in rates if _fits(one)]
    if len(fitting) >= _FEWEST and len(rates) - len(fitting) <= len(fitting) // _SHARE:
        for one in rates:
            for figure in one.operands:
                if _is_whole(figure):
                    figure.step = _CENT * figure.scale
            one.known = None
    return list(judged)


def _is_rate_of_whole(relation: StatedRelation) -> bool:
    """A rate with decimals of an amount that has none, while others of the report have."""
    rate = relation.target
    exact = rate.measure is Metric.PERCENT and rate.step <= _TENTH and rate.value != 100
    plain = isinstance(relation.formula, ShareOf) and relation.outcome() in _HOLDS
    return exact and plain and any(_is_whole(figure) for figure in relation.operands)


def _is_whole(figure: StatedFigure) -> bool:
    return figure.coarse and figure.measure is Metric.MONEY and not figure.printed


def _fits(relation: StatedRelation) -> bool:
    """Whether the rate is that of the amounts as they are written."""
    part, whole = (figure.value for figure in relation.operands)
    return bool(whole) and abs(100 * part / whole - relation.target.value) < relation.target.step
