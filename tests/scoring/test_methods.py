"""Every scoring method: at its edges, at its ends, and in what it says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.records import framework

from jixiao.pack.framework import (
    Band,
    Bands,
    Checklist,
    EachViolation,
    Grade,
    Graded,
    Manual,
    PerPoint,
    Point,
    Proportional,
)
from jixiao.scoring.measure import Completion
from jixiao.scoring.methods import mark

D = Decimal


def per_point(direction="over", limit="1", step="0.01", deduct="0.5", rounding="ceil"):
    return PerPoint(direction=direction, limit=D(limit), step=D(step), deduct=D(deduct), rounding=rounding)


BANDS = Bands(
    centre=D(1),
    bands=(Band(upper=D(0), score=D(5)), Band(upper=D("0.1"), score=D(4)), Band(score=D(0))),
)
RATES = st.decimals(-5, 5, places=4)


def points(method, value, full="5"):
    return mark(method, value, D(full)).score


@pytest.mark.parametrize(("rounding", "score"), [("ceil", "3.5"), ("floor", "4"), ("exact", "3.75")])
def test_a_part_of_a_point_counts_as_the_rule_says(rounding, score):
    assert points(per_point(rounding=rounding), D("1.025")) == D(score)


@pytest.mark.parametrize("rounding", ["ceil", "floor", "exact"])
def test_whole_points_count_alike_under_every_rounding(rounding):
    assert points(per_point(rounding=rounding), D("1.03")) == D("3.5")


@pytest.mark.parametrize(
    ("direction", "below", "above"), [("over", "5", "4.5"), ("under", "4.5", "5"), ("both", "4.5", "4.5")]
)
def test_only_the_wrong_side_of_the_limit_costs_points(direction, below, above):
    method = per_point(direction)
    found = [points(method, D(rate)) for rate in ("0.99", "1", "1.01")]
    assert found == [D(below), D(5), D(above)]


def test_a_rate_at_the_limit_is_said_to_keep_it():
    assert mark(per_point(), D(1), D(5)).working == "100%，未超过100%，得5分"


def test_deductions_stop_at_zero():
    result = mark(per_point(), D(3), D(5))
    assert result.score == 0
    assert "扣完为止" in result.working


def test_a_deduction_that_just_takes_everything_does_not_stop_short():
    assert "扣完为止" not in mark(per_point(), D("1.1"), D(5)).working
    assert "扣完为止" not in mark(EachViolation(deduct=D("0.5")), D(4), D(2)).working
    assert "扣完为止" in mark(EachViolation(deduct=D("0.5")), D(5), D(2)).working


def test_a_deviation_is_worked_out_in_words():
    assert mark(BANDS, D("1.0696"), D(5)).working == "106.96%，偏离100%共6.96个百分点，落在（0,10%]档，得4分"


def test_a_deviation_too_small_for_two_decimals_is_still_shown():
    assert "偏离100%共0.003个百分点" in mark(BANDS, D("1.00003"), D(5)).working


@pytest.mark.parametrize(
    ("rate", "score"),
    [("1", 5), ("1.0001", 4), ("0.9", 4), ("1.1", 4), ("0.8999", 0), ("1.1001", 0)],
)
def test_a_band_contains_its_closed_end(rate, score):
    assert points(BANDS, D(rate)) == score


def test_an_open_end_belongs_to_the_next_band():
    method = Bands(bands=(Band(upper=D("0.9"), closed=False, score=D(5)), Band(score=D(7))))
    assert [points(method, D(rate), "7") for rate in ("0.8999", "0.9")] == [5, 7]
    assert mark(method, D("0.9"), D(7)).working == "90%，不低于90%，得7分"


def test_work_beyond_the_target_earns_no_more_than_the_full_score():
    assert points(Proportional(), Completion(D(40), D(36), "40/36"), "8") == 8


@pytest.mark.parametrize(("actual", "score"), [("4", "8"), ("5", "8"), ("10", "4"), ("0", "8")])
def test_an_inverse_proportion_rewards_staying_below_the_target(actual, score):
    work = Completion(D(actual), D(5), f"{actual}/5")
    assert points(Proportional(inverse=True), work, "8") == D(score)


def test_an_inverse_proportion_with_a_target_of_zero_forgives_nothing():
    assert points(Proportional(inverse=True), Completion(D(1), D(0), "1/0"), "8") == 0


def test_a_missed_point_is_named():
    method = Checklist(points=(Point(text="按规定内容公开", score=D(2)), Point(text="按时公开", score=D(1))))
    result = mark(method, (False, True), D(3))
    assert result.score == 1
    assert result.working == "第1项“按规定内容公开”不符合，扣2分，得1分"


def test_violations_cost_the_same_each_until_nothing_is_left():
    method = EachViolation(deduct=D("0.5"))
    assert [points(method, D(times), "2") for times in (0, 1, 4, 9)] == [D(2), D("1.5"), D(0), D(0)]


def test_a_grade_is_worth_its_share():
    method = Graded(grades=(Grade(name="好", share=D(1)), Grade(name="较好", share=D("0.8"))))
    assert mark(method, "好", D(7)).working == "评为“好”，得7分"
    assert mark(method, "较好", D(7)).score == D("5.6")
    assert mark(method, "较好", D(7)).working == "评为“较好”，按80%，7分×80%，得5.6分"


def test_a_score_given_by_people_stands():
    assert points(Manual(), D("4.5")) == D("4.5")


def test_a_measure_of_the_wrong_kind_is_a_bug():
    with pytest.raises(TypeError, match="Manual cannot score"):
        mark(Manual(), "好", D(5))


def rates_of_the_framework():
    return [each for each in framework().indicators if isinstance(each.method, PerPoint | Bands)]


@given(rate=RATES, indicator=st.sampled_from(rates_of_the_framework()))
def test_a_rate_never_leaves_the_range_of_its_score(rate, indicator):
    assert 0 <= mark(indicator.method, rate, indicator.max_score).score <= indicator.max_score


@given(rate=RATES, more=st.decimals(0, 5, places=4), rounding=st.sampled_from(["ceil", "floor", "exact"]))
def test_a_worse_rate_never_scores_more(rate, more, rounding):
    over, under = per_point("over", rounding=rounding), per_point("under", rounding=rounding)
    assert points(over, rate + more) <= points(over, rate)
    assert points(under, rate - more) <= points(under, rate)


@given(near=st.decimals(0, 2, places=4), more=st.decimals(0, 2, places=4), sign=st.sampled_from([1, -1]))
def test_a_larger_deviation_never_scores_more(near, more, sign):
    both = per_point("both")
    assert points(BANDS, 1 + sign * (near + more)) <= points(BANDS, 1 + sign * near)
    assert points(both, 1 + sign * (near + more)) <= points(both, 1 + sign * near)


@given(actual=st.decimals(0, 100, places=2), target=st.decimals("0.01", 100, places=2), inverse=st.booleans())
def test_a_proportion_never_leaves_the_range_of_its_score(actual, target, inverse):
    assert 0 <= points(Proportional(inverse=inverse), Completion(actual, target, ""), "8") <= 8


@given(
    target=st.decimals("0.01", 100, places=2),
    actual=st.decimals(0, 100, places=2),
    more=st.decimals(0, 9, places=2),
)
def test_more_work_never_scores_less_and_with_an_inverse_target_never_more(target, actual, more):
    less_done, more_done = Completion(actual, target, ""), Completion(actual + more, target, "")
    assert points(Proportional(), less_done) <= points(Proportional(), more_done)
    inverse = Proportional(inverse=True)
    assert points(inverse, less_done) >= points(inverse, more_done)
