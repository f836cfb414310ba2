"""A deduction for each step beyond the limit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.methods.per_point import PerPoint

D = Decimal
RATES = st.decimals(-5, 5, places=4)


def per_point(direction="over", limit="1", step="0.01", deduct="0.5", rounding="ceil"):
    return PerPoint(direction=direction, limit=D(limit), step=D(step), deduct=D(deduct), rounding=rounding)


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


@pytest.mark.parametrize(("rounding", "score"), [("ceil", "3.5"), ("floor", "4"), ("exact", "3.75")])
def test_a_part_of_a_point_counts_as_the_rule_says(rounding, score):
    assert scored(per_point(rounding=rounding), D("1.025")) == D(score)


@pytest.mark.parametrize("rounding", ["ceil", "floor", "exact"])
def test_whole_points_count_alike_under_every_rounding(rounding):
    assert scored(per_point(rounding=rounding), D("1.03")) == D("3.5")


@pytest.mark.parametrize(
    ("direction", "below", "above"), [("over", "5", "4.5"), ("under", "4.5", "5"), ("both", "4.5", "4.5")]
)
def test_only_the_wrong_side_of_the_limit_costs_points(direction, below, above):
    method = per_point(direction)
    found = [scored(method, D(rate)) for rate in ("0.99", "1", "1.01")]
    assert found == [D(below), D(5), D(above)]


def test_a_rate_at_the_limit_is_said_to_keep_it():
    assert per_point().mark(D(1), D(5)).working == "100%，未超过100%，得5分"


def test_deductions_stop_at_zero():
    result = per_point().mark(D(3), D(5))
    assert result.score == 0
    assert "扣完为止" in result.working


def test_a_deduction_that_just_takes_everything_does_not_stop_short():
    assert "扣完为止" not in per_point().mark(D("1.1"), D(5)).working
    assert "扣完为止" in per_point().mark(D("1.1001"), D(5)).working


@given(rate=RATES, more=st.decimals(0, 5, places=4), rounding=st.sampled_from(["ceil", "floor", "exact"]))
def test_a_worse_rate_never_scores_more(rate, more, rounding):
    over, under = per_point("over", rounding=rounding), per_point("under", rounding=rounding)
    assert scored(over, rate + more) <= scored(over, rate)
    assert scored(under, rate - more) <= scored(under, rate)


@given(near=st.decimals(0, 2, places=4), more=st.decimals(0, 2, places=4), sign=st.sampled_from([1, -1]))
def test_a_larger_deviation_never_scores_more(near, more, sign):
    both = per_point("both")
    assert scored(both, 1 + sign * (near + more)) <= scored(both, 1 + sign * near)
