"""A deduction for each time that something happened."""

from decimal import Decimal

from jixiao.methods.each_violation import EachViolation

D = Decimal


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


def test_violations_cost_the_same_each_until_nothing_is_left():
    method = EachViolation(deduct=D("0.5"))
    assert [scored(method, D(times), "2") for times in (0, 1, 4, 9)] == [D(2), D("1.5"), D(0), D(0)]


def test_a_deduction_that_just_takes_everything_does_not_stop_short():
    assert "扣完为止" not in EachViolation(deduct=D("0.5")).mark(D(4), D(2)).working
    assert "扣完为止" in EachViolation(deduct=D("0.5")).mark(D(5), D(2)).working
