"""Linear forms and rounding, added up and scaled."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import fact

from jixiao.relation.functions.traits import Linear, Slack

ONE, OTHER = fact("总.一", "1"), fact("总.二", "2")


def linear(constant: int = 0, *, one: int | None = None, other: int | None = None) -> Linear:
    given = ((ONE, one), (OTHER, other))
    cells = {id(cell): (cell, Decimal(factor)) for cell, factor in given if factor is not None}
    return Linear(Decimal(constant), cells)


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        (linear(), linear(5, one=2), linear(5, one=2)),
        (linear(1), linear(5), linear(6)),
        (linear(1, one=2), linear(5, one=3, other=4), linear(6, one=5, other=4)),
        (linear(0, one=2), linear(0, one=-2), linear(0, one=0)),
        (linear(3, other=1), linear(0, one=1), linear(3, one=1, other=1)),
    ],
)
def test_factors_of_the_same_cell_are_added(left: Linear, right: Linear, both: Linear):
    assert left + right == both


def test_cells_stay_in_reading_order():
    found = linear(0, other=1) + linear(0, one=1)
    assert [cell.term for cell, _ in found.cells.values()] == ["总.二", "总.一"]


def test_constant_and_factors_are_multiplied():
    assert linear(3, one=2, other=-1).times(Decimal(-2)) == linear(-6, one=-4, other=2)


def test_slack_is_added_up():
    assert Slack(1, ("甲",)) + Slack(2, ("乙",), scaled=True) == Slack(3, ("甲", "乙"), scaled=True)
    assert Slack(scaled=True) + Slack(1) == Slack(1, scaled=True)
    assert Slack(1) + Slack(1) == Slack(2)


@pytest.mark.parametrize("slack", [Slack(1), Slack(columns=("甲",)), Slack(scaled=True)])
def test_where_it_depends_on_the_figures_nothing_more_is_known(slack: Slack):
    assert not slack.exact
    assert slack.depending == Slack(scaled=True)


def test_what_is_exact_depends_on_nothing():
    assert Slack().exact
    assert Slack().depending == Slack()
