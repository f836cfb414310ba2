"""Work done against its target, and a deduction for each violation."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.methods.completion import Completion
from jixiao.methods.work import EachViolation, Proportional

D = Decimal


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


def test_work_beyond_the_target_earns_no_more_than_the_full_score():
    assert scored(Proportional(), Completion(D(40), D(36), "40/36"), "8") == 8


@pytest.mark.parametrize(("actual", "score"), [("4", "8"), ("5", "8"), ("10", "4"), ("0", "8")])
def test_an_inverse_proportion_rewards_staying_below_the_target(actual, score):
    work = Completion(D(actual), D(5), f"{actual}/5")
    assert scored(Proportional(inverse=True), work, "8") == D(score)


def test_an_inverse_proportion_with_a_target_of_zero_forgives_nothing():
    assert scored(Proportional(inverse=True), Completion(D(1), D(0), "1/0"), "8") == 0


@given(actual=st.decimals(0, 100, places=2), target=st.decimals("0.01", 100, places=2), inverse=st.booleans())
def test_a_proportion_never_leaves_the_range_of_its_score(actual, target, inverse):
    assert 0 <= scored(Proportional(inverse=inverse), Completion(actual, target, ""), "8") <= 8


@given(
    target=st.decimals("0.01", 100, places=2),
    actual=st.decimals(0, 100, places=2),
    more=st.decimals(0, 9, places=2),
)
def test_more_work_never_scores_less_and_with_an_inverse_target_never_more(target, actual, more):
    less_done, more_done = Completion(actual, target, ""), Completion(actual + more, target, "")
    assert scored(Proportional(), less_done) <= scored(Proportional(), more_done)
    inverse = Proportional(inverse=True)
    assert scored(inverse, less_done) >= scored(inverse, more_done)


def test_violations_cost_the_same_each_until_nothing_is_left():
    method = EachViolation(deduct=D("0.5"))
    assert [scored(method, D(times), "2") for times in (0, 1, 4, 9)] == [D(2), D("1.5"), D(0), D(0)]


def test_a_deduction_that_just_takes_everything_does_not_stop_short():
    assert "扣完为止" not in EachViolation(deduct=D("0.5")).mark(D(4), D(2)).working
    assert "扣完为止" in EachViolation(deduct=D("0.5")).mark(D(5), D(2)).working


@pytest.mark.parametrize(("times", "score"), [(1, "4"), (3, "2"), (4, "2"), (9, "2")])
def test_violations_cost_no_more_than_the_rule_says(times, score):
    assert scored(EachViolation(deduct=D(1), floor=D(2)), D(times)) == D(score)


def test_days_of_delay_are_counted_like_cases_and_called_days():
    method = EachViolation(deduct=D("0.5"), unit="天")
    assert method.mark(D(3), D(5)).working.startswith("3天，每天扣0.5分")


@pytest.mark.parametrize(("actual", "score"), [("59.99", "0"), ("60", "3"), ("99", "4.95"), ("100", "5")])
def test_too_little_done_earns_nothing(actual, score):
    method = Proportional(target=D(100), zero_below=D("0.6"))
    assert scored(method, method.typed(actual)) == D(score)


@pytest.mark.parametrize(("actual", "score"), [("0.19", "0"), ("0.2", "4"), ("0.3", "6")])
def test_of_a_rate_too_little_is_the_rate_itself(actual, score):
    method = Proportional(target=D("0.3"), zero_below=D("0.2"))
    assert scored(method, method.typed(actual), 6) == D(score)


def test_too_little_done_is_said():
    method = Proportional(target=D(100), zero_below=D("0.6"))
    working = method.mark(method.typed("50"), D(5)).working
    assert working == "50，完成目标值的50%，低于60%的不得分，得0分"


def test_only_a_target_that_the_rule_leaves_open_is_asked_for():
    assert Proportional().asked == ("target", "actual")
    assert Proportional(target=D(1)).asked == ("actual",)


def test_less_than_nothing_counts_as_nothing():
    assert scored(Proportional(), Completion(D(-1), D(10), "-1/10")) == 0


@pytest.mark.parametrize(("actual", "target"), [("5", "0"), ("5", "-1")])
def test_there_is_no_share_of_nothing(actual, target):
    with pytest.raises(ValueError, match="a share of"):
        scored(Proportional(), Completion(D(actual), D(target), ""))
