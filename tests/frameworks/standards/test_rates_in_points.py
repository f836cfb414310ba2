"""Levels of a rate in points of a hundred, and figures that are none."""

from decimal import Decimal

import pytest
from frameworks.projection import read_case

D = Decimal


def ends(case):
    bands = read_case(case).parameters["bands"]
    return [D(band["upper"]) for band in bands if "upper" in band]


def test_a_satisfaction_in_points_is_compared_in_per_cent_and_that_is_told():
    case = "服务对象满意度|8|满意度达到90分以上得8分，80分（含）到90分得5分，80分以下不得分"
    assert ends(case) == [D("0.8"), D("0.9")]
    assert read_case(case).doubts == ("“90”没有写“%”，按90%理解，请核对",)


@pytest.mark.parametrize(
    "case",
    [
        "考核得分|8|90分以上得8分，80分（含）到90分得5分，80分以下不得分",  # a score is no rate
        "培训人次|8|90人次以上得8分，80人次（含）到90人次得5分，80人次以下不得分",
    ],
)
def test_a_figure_of_anything_else_stays_as_it_is(case):
    assert ends(case) == [D(80), D(90)]
