"""A budget of which nobody says which may be either; a result is never a budget."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.audit.figures.figure import Metric
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName


@pytest.mark.parametrize(
    ("known", "said", "may_be"),
    [
        (Moment.INITIAL, Moment.INITIAL, True),
        (Moment.INITIAL, Moment.BUDGET, True),
        (Moment.BUDGET, Moment.FULL, True),
        (Moment.INITIAL, Moment.FULL, False),
        (Moment.CURRENT, Moment.BUDGET, False),
        (Moment.CURRENT, Moment.PRIOR, False),
    ],
)
def test_what_a_known_figure_may_be(known: Moment, said: Moment, may_be: bool):
    figure = KnownFigure(QuantityName("支出"), known, Metric.MONEY, Decimal(100), Decimal(1), "某表!A1")
    assert figure.is_of(said) is may_be
    assert (figure.quantity.low, figure.quantity.high) == (Decimal("99.5"), Decimal("100.5"))
