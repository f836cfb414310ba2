"""Several known values: they speak for a figure only together."""

from __future__ import annotations

from decimal import Decimal

from jixiao.audit.figures.figure import Metric
from jixiao.audit.yardsticks.candidates import single
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName


def known(value: str, step: str) -> KnownFigure:
    return KnownFigure(
        QuantityName("支出"), Moment.CURRENT, Metric.MONEY, Decimal(value), Decimal(step), "某表!A1"
    )


def test_the_most_exact_of_those_that_say_the_same():
    rough, exact = known("3460000", "10000"), known("3460812.34", "0.01")
    assert single([rough, exact]) is exact


def test_of_different_ones_none():
    assert single([known("3460000", "100"), known("3470000", "100")]) is None
    assert single([]) is None
