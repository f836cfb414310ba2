"""Signs and targets: met, missed by how much, a target of zero, more than the target allows."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from methods.rows import row

from jixiao.methods.method import NotMeasurable
from jixiao.methods.signs import Signed

D = Decimal
SIGNS = ("≥", ">", "=", "≤", "<")


def scored(sign, actual, target, reverse="linear", full="10"):
    method = Signed(sign=sign, target=D(target), reverse=reverse)
    return method.mark(method.typed(actual), D(full)).score


@pytest.mark.parametrize("sign", ["≥", ">", "="])
@pytest.mark.parametrize(
    ("actual", "score"),
    [("-5", "0"), ("0", "0"), ("50", "5"), ("99.9", "9.99"), ("100", "10"), ("240", "10")],
)
def test_a_target_to_be_reached_is_scored_in_proportion(sign, actual, score):
    assert scored(sign, actual, "100") == D(score)


@pytest.mark.parametrize("sign", ["≤", "<"])
@pytest.mark.parametrize(
    ("actual", "linear", "ratio"),
    [
        ("-5", "10", "10"),
        ("99", "10", "10"),
        ("100", "10", "10"),
        ("110", "9", "9.0909"),
        ("150", "5", "6.6667"),
        ("199", "0.1", "5.0251"),
        ("200", "0", "5"),
        ("201", "0", "4.9751"),
    ],
)
def test_what_may_not_be_passed_falls_by_the_rule_of_the_place(sign, actual, linear, ratio):
    assert scored(sign, actual, "100") == D(linear)
    assert scored(sign, actual, "100", "ratio").quantize(D("0.0001")) == D(ratio)


@pytest.mark.parametrize(
    ("sign", "at_zero", "above"), [("≥", 10, 10), (">", 0, 10), ("=", 10, 0), ("≤", 10, 0)]
)
def test_a_target_of_zero_is_met_or_missed(sign, at_zero, above):
    for reverse in ("linear", "ratio"):
        assert [scored(sign, actual, "0", reverse) for actual in ("-1", "0", "1", "5")] == [
            at_zero,
            at_zero,
            above,
            above,
        ]


@given(
    sign=st.sampled_from(SIGNS),
    reverse=st.sampled_from(["linear", "ratio"]),
    actual=st.decimals(-99, 999, places=2),
    target=st.decimals("0.01", 99, places=2),
)
def test_a_score_never_leaves_its_range(sign, reverse, actual, target):
    assert 0 <= scored(sign, str(actual), target, reverse) <= 10


@pytest.mark.parametrize(
    ("sign", "typed", "reverse", "working"),
    [
        ("≥", "40/36", "linear", "40/36，达到目标值的要求（≥），得10分"),
        ("≥", "18/36", "linear", "18/36，完成目标值的50%，10分×50%，得5分"),
        ("≤", "150/100", "linear", "150/100，超过目标值50%，按50%，10分×50%，得5分"),
        ("≤", "200/100", "linear", "200/100，超过目标值一倍以上，得0分"),
        ("≤", "200/100", "ratio", "200/100，目标值为实际值的50%，10分×50%，得5分"),
        ("=", "1/0", "linear", "1/0，目标值为0，没有达到，得0分"),
    ],
)
def test_the_working_says_what_was_compared(sign, typed, reverse, working):
    method = Signed(sign=sign, reverse=reverse)
    assert method.mark(method.typed(typed), D(10)).working == working


def test_only_a_target_that_the_rule_leaves_open_is_asked_for():
    assert Signed(sign="≥").asked == ("target", "actual")
    assert Signed(sign="≥", target=D(1)).asked == ("actual",)


@pytest.mark.parametrize(("sign", "target"), [("≥", "-1"), ("<", "0"), ("≤", "-0.01")])
def test_a_target_that_cannot_be_scored_is_refused(sign, target):
    with pytest.raises(NotMeasurable, match="不能作目标值"):
        Signed(sign=sign).read(row(target=target, actual="1"))


def test_a_negative_actual_value_is_taken():
    assert Signed(sign="≤").read(row(target="0", actual="-3")).value.actual == -3


@pytest.mark.parametrize(
    ("sign", "target", "actual", "fits"),
    [
        ("≤", "0.05", "3", False),
        ("≤", "0.05", "0.5", False),
        ("≤", "0.05", "50%", True),
        ("≤", "0.05", "0.03", True),
        ("≥", "0.95", "0.96", True),
        ("≥", "0.95", "96", False),
        ("≤", "5", "3", True),
    ],
)
def test_a_rate_without_its_sign_is_told_back_where_it_may_mean_a_hundredth(sign, target, actual, fits):
    method = Signed(sign=sign, target=D(target))
    if fits:
        assert method.read(row(actual=actual)).shown
    else:
        with pytest.raises(NotMeasurable, match="没有百分号"):
            method.read(row(actual=actual))
