"""Rows of which the unit chooses one."""

from decimal import Decimal

from jixiao.frameworks.printed.choices import choice_remarks, choices_of
from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.wording.names import Weight


def row(name, cell, standard=""):
    return PrintedRow("过程", "执行", name, Weight(Decimal(10)), cell, standard=standard)


def test_rows_that_share_a_cell_of_weights_are_one_choice():
    rows = [row("结转结余率", (0, 2, 4)), row("结转结余变动率", (0, 2, 4)), row("执行率", (0, 4, 4))]
    assert choices_of(rows) == (tuple(rows[:2]),)
    assert "二者择其一" in next(choice_remarks(rows, choices_of(rows)))


def test_so_are_neighbours_of_which_one_says_it():
    rows = [row("结转结余率", (0, 2, 4)), row("结转结余变动率", (0, 3, 4), "与上一指标任选其一")]
    assert choices_of(rows) == (tuple(rows),)


def test_who_says_it_without_a_partner_is_told():
    rows = [row("结转结余率", (0, 2, 4), "与其他指标任选其一")]
    assert choices_of(rows) == ()
    assert "看不出与哪一行择一" in next(choice_remarks(rows, ()))


def test_a_neighbour_of_the_same_weight_is_no_part_of_a_choice_that_has_its_two():
    rows = [
        row("公用经费控制率", (0, 2, 4)),
        row("结转结余变动率", (0, 3, 4), "二者择其一"),
        row("结转结余率", (0, 4, 4), "二者择其一"),
        row("会议费控制率", (0, 5, 4)),
    ]
    assert choices_of(rows) == (tuple(rows[1:3]),)
