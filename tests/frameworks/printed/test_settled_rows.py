"""Whether the points of an indicator's rows are steps or add up."""

from decimal import Decimal

import pytest
from frameworks.printed.test_row_parts import STEPS, parts

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.printed.settled_rows import settled_rows
from jixiao.frameworks.wording.names import Weight

OPEN = parts(("好", "6"), ("一般", "4"))


def row(name, weight, its_parts=()):
    return PrintedRow("一", "二", name, Weight(Decimal(weight)), parts=tuple(its_parts))


def test_steps_weigh_what_the_best_gives():
    (found,) = settled_rows([row("结转结余率", 8, STEPS)], [])
    assert found.weight == Weight(Decimal(5))
    assert "得5分" in found.standard


@pytest.mark.parametrize(("rest", "weight"), [(94, 6), (90, 10)])
def test_the_whole_decides_where_the_points_do_not(rest, weight):
    found, _ = settled_rows([row("甲", 10, OPEN), row("乙", rest)], [])
    assert found.weight == Weight(Decimal(weight))
