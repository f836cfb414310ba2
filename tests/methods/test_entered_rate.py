"""A rate that is entered as such or beside its target, and a number of something."""

from decimal import Decimal

import pytest
from methods.rows import row

from jixiao.methods.entered_rate import BASE_ZERO, entered_number, entered_rate
from jixiao.methods.method import NotMeasurable

D = Decimal


def test_a_rate_is_the_actual_value_or_its_share_of_the_target():
    assert entered_rate(row(actual="96%")).value == D("0.96")
    assert entered_rate(row(rated="ratio", target="80%", actual="78%")).said == "指标值为97.5%"


def test_nothing_to_divide_by_is_told_back_unless_the_rule_has_a_rate_for_it():
    cells = row(rated="ratio", target="0", actual="5")
    assert entered_rate(cells, D(0)).special == BASE_ZERO
    with pytest.raises(NotMeasurable, match="应大于 0"):
        entered_rate(cells)


def test_a_number_of_something_is_shown_as_one():
    assert entered_number(row(actual="22"), D(20)).shown == "22"


@pytest.mark.parametrize(
    ("actual", "wrong"), [("-1", "不应为负数"), ("1.6", "像是按万填的"), ("86%", "是百分数")]
)
def test_a_number_that_cannot_be_is_told_back(actual, wrong):
    with pytest.raises(NotMeasurable, match=wrong):
        entered_number(row(actual=actual), D(16000))
