"""Points of what a unit has left out."""

from decimal import Decimal

import pytest
from scoring.records import framework

from jixiao.scoring.framework_sheet.spread import spread, spread_words

BUILT = framework()


@pytest.mark.parametrize(
    ("there", "more", "new"),
    [
        (["5", "5"], "10", ["10", "10"]),
        (["6", "3"], "3", ["8", "4"]),
        (["1", "1", "1"], "1", ["1.34", "1.33", "1.33"]),
    ],
)
def test_each_gets_its_share_and_the_sum_is_kept(there, more, new):
    found = spread([Decimal(each) for each in there], Decimal(more))
    assert found == [Decimal(each) for each in new]


def test_the_new_weights_are_named_within_the_first_level():
    gone, *left = [each for each in BUILT.indicators if each.level1 == BUILT.indicators[0].level1]
    said = spread_words([gone], left)
    assert f"去掉的“{gone.name}”" in said
    assert all(f"“{each.name}”" in said for each in left)


def test_a_level_that_is_gone_as_a_whole_leaves_nobody_to_take_its_points():
    level1 = BUILT.indicators[0].level1
    gone = [each for each in BUILT.indicators if each.level1 == level1]
    assert not spread_words(gone, [each for each in BUILT.indicators if each.level1 != level1])
