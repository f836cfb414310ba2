"""Signs that turn what a standard says, where no case of edges.txt shows them."""

import pytest
from frameworks.projection import read_case

from jixiao.frameworks.standards.unread_signs import sign_lost

LOST = ["评分标准按绝对值计分，指标值是负数时要按绝对值填（不带负号）"]


@pytest.mark.parametrize("standard", ["|X|≤5%得10分，|X|＞5%得0分", "绝对值≤5%得10分，绝对值＞5%得0分"])
def test_an_absolute_value_needs_a_measure_that_is_one(standard):
    rule = read_case(f"预算调整率|10|{standard}")
    assert rule.sure
    assert list(sign_lost(rule, "", standard)) == LOST
    assert list(sign_lost(rule, "整体预算.调整数 / 整体预算.年初预算数", standard)) == LOST
    assert not list(sign_lost(rule, "ABS(整体预算.调整数) / 整体预算.年初预算数", standard))


def test_what_is_counted_from_a_centre_is_absolute_anyway():
    rule = read_case("预算执行率|10|执行率100%得10分，每偏离1个百分点扣1分")
    assert not list(sign_lost(rule, "", "偏离的绝对值"))
