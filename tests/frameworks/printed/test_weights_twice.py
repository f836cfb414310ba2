"""A weight that is printed in two places."""

from decimal import Decimal

import pytest

from jixiao.frameworks.printed.weights_twice import WeightTwice, differ, twice_remarks
from jixiao.frameworks.wording.names import Weight


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("5", "5", False), ("5", "0.05", False), ("0.05", "5", False), ("6", "5", True), ("5", "0", True)],
)
def test_one_weight_may_be_written_as_points_or_share(one, other, expected):
    assert differ(Weight(Decimal(one)), Weight(Decimal(other))) is expected


def test_a_column_that_differs_everywhere_is_told_once():
    found = [WeightTwice(name, Weight(Decimal(6)), Weight(Decimal(20)), True) for name in "甲乙丙"]
    said = "表上有两列分值，3行的数不一样，按其中一列取，另一列合计60分，请核对"
    assert list(twice_remarks(found, 4, [Decimal(60)])) == [said]
    assert list(twice_remarks(found[:1], 4)) == ["“甲”的分值印了两次，不一样：6和20，按6取"]
