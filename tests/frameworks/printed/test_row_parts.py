"""Indicators over several rows: steps, and parts of a whole."""

from decimal import Decimal

from jixiao.frameworks.printed.row_parts import (
    RowPart,
    add_up,
    are_steps,
    may_be_steps,
    rule_each,
    standard_of_parts,
    weight_of_steps,
)
from jixiao.frameworks.wording.names import Weight


def parts(*said, shared=False):
    return [
        RowPart(text, (0, row, 5), Weight(Decimal(points)), (0, 1 if shared else row, 4))
        for row, (text, points) in enumerate(said, 1)
    ]


STEPS = parts(("≤5%", "5"), ("5%—10%（含）", "3"), ("＞10%", "0"))
SHARES = parts(("有制度得2分，没有不得分", "2"), ("有执行得3分，没有不得分", "3"))


def test_points_that_fall_to_nothing_are_steps():
    assert are_steps(STEPS)
    assert weight_of_steps(STEPS) == Weight(Decimal(5))
    assert not are_steps(SHARES)


def test_a_last_step_that_gives_something_leaves_it_open():
    open_ones = parts(("好", "5"), ("一般", "3"))
    assert may_be_steps(open_ones)
    assert not are_steps(open_ones)


def test_steps_without_words_for_points_get_them():
    assert standard_of_parts(STEPS, "") == "≤5%，得5分；\n5%—10%（含），得3分；\n＞10%，得0分；"
    assert standard_of_parts(SHARES, "原文") == "原文"


def test_parts_that_award_by_themselves_add_up():
    assert add_up(SHARES)
    assert not add_up(STEPS)


def test_the_same_standard_in_two_rows_rules_each():
    assert rule_each(parts(("达到得满分", "6"), ("达到得满分", "6"), shared=True))
    assert not rule_each(parts(("①得2分", "6"), ("②得4分", "6"), shared=True))
