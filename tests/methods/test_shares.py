"""A rate scored in proportion: to its budget, or between two rates."""

from decimal import Decimal

import pytest
from methods.rows import row

from jixiao.methods.method import NotMeasurable
from jixiao.methods.shares import Execution, Interpolation

D = Decimal


def scored(method, rate, full="10"):
    return method.mark(D(rate), D(full)).score


@pytest.mark.parametrize(
    ("rate", "score"),
    [("-0.01", "0"), ("0", "0"), ("0.95", "9.5"), ("0.9999", "9.999"), ("1", "10"), ("1.2", "10")],
)
def test_execution_is_scored_by_its_rate_and_capped(rate, score):
    assert scored(Execution(), rate) == D(score)


@pytest.mark.parametrize(("rate", "score"), [("0.45", "5"), ("0.8999", "9.9989"), ("0.9", "10"), ("1", "10")])
def test_another_rate_may_have_the_full_score(rate, score):
    assert scored(Execution(cap=D("0.9")), rate).quantize(D("0.0001")) == D(score)


@pytest.mark.parametrize(("rate", "score"), [("0.5999", "0"), ("0.6", "6"), ("0.95", "9.5")])
def test_execution_may_give_nothing_below_a_rate(rate, score):
    assert scored(Execution(zero_below=D("0.6")), rate) == D(score)


def test_execution_says_how_it_was_worked_out():
    assert Execution().mark(D("0.95"), D(10)).working == "执行率95%，10分×95%，得9.5分"
    assert Execution().mark(D("1.2"), D(10)).working == "执行率120%，达到100%，得10分"
    working = Execution(cap=D("0.9")).mark(D("0.45"), D(10)).working
    assert working == "执行率45%，为90%的50%，10分×50%，得5分"


@pytest.mark.parametrize(("zero_base", "value"), [("0", "0"), ("1", "1")])
def test_without_a_budget_the_rule_says_what_counts(zero_base, value):
    measure = Execution(zero_base=D(zero_base)).read(row(rated="ratio", target="0", actual="0"))
    assert measure.value == D(value)
    assert measure.special == "作分母的数为0"


def test_a_budget_is_not_negative():
    with pytest.raises(NotMeasurable, match="应大于 0"):
        Execution().read(row(rated="ratio", target="-1", actual="0"))


@pytest.mark.parametrize(
    ("rate", "score"),
    [
        ("0.7", "0"),
        ("0.8", "0"),
        ("0.8001", "0.005"),
        ("0.9", "5"),
        ("0.9999", "9.995"),
        ("1", "10"),
        ("2", "10"),
    ],
)
def test_between_two_rates_the_score_rises_in_proportion(rate, score):
    assert scored(Interpolation(zero_at=D("0.8"), full_at=D(1)), rate) == D(score)


@pytest.mark.parametrize(
    ("rate", "score"), [("0.1", "10"), ("0.2", "10"), ("0.25", "5"), ("0.3", "0"), ("1", "0")]
)
def test_a_rate_that_should_be_small_falls_in_proportion(rate, score):
    assert scored(Interpolation(zero_at=D("0.3"), full_at=D("0.2")), rate) == D(score)


def test_linear_says_between_what_the_rate_lies():
    method = Interpolation(zero_at=D("0.8"), full_at=D(1))
    words = "85%，在80%（0分）和100%（满分）之间，按比例得25%，10分×25%，得2.5分"
    assert method.mark(D("0.85"), D(10)).working == words
    assert method.mark(D("0.8"), D(10)).working == "80%，未超过80%，得0分"
    assert method.mark(D(1), D(10)).working == "100%，不低于100%，得10分"
    falling = Interpolation(zero_at=D("0.3"), full_at=D("0.2"))
    assert falling.mark(D("0.4"), D(10)).working == "40%，不低于30%，得0分"
