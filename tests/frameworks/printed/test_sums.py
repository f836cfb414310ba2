"""Weights in points, and what does not add up."""

from decimal import Decimal

from jixiao.frameworks.printed.printed_rows import LevelWeight, PrintedRow, SumRow
from jixiao.frameworks.printed.sums import (
    Points,
    counted,
    points_of,
    subtotal_remarks,
    sum_remarks,
    total_remarks,
)
from jixiao.frameworks.wording.names import Weight

PLAIN = Points(percent=False, shares=False)


def weight(value, percent=False):
    return Weight(Decimal(value), percent)


def row(name, value, level2="执行"):
    return PrintedRow("过程", level2, name, weight(value))


ROWS = [row("甲", "5"), row("乙", "4"), row("丙", "6", "管理")]
WEIGHTS = counted(ROWS, PLAIN, ())


def test_shares_of_one_and_percent_are_points_of_a_hundred():
    shares = points_of([weight("0.4"), weight("0.6")])
    assert shares.of(weight("0.05")) == 5
    assert points_of([weight("40", True), weight("60", True)]).of(weight("5", True)) == 5
    assert points_of([weight("4"), weight("6")]) == PLAIN


def test_a_level_that_says_another_sum_is_told_with_both_numbers():
    levels = [LevelWeight(("过程", "执行"), weight("10")), LevelWeight(("过程", "管理"), weight("6"))]
    assert list(sum_remarks(ROWS, WEIGHTS, levels, PLAIN)) == ["“执行”写的是10分，下面各行合计9分，不一致"]


def test_levels_that_do_not_come_to_the_level_above_are_told():
    levels = [LevelWeight(("过程",), weight("15")), LevelWeight(("过程", "执行"), weight("8"))]
    assert any("二级指标的分值合计8分" in remark for remark in sum_remarks(ROWS, WEIGHTS, levels, PLAIN))


def test_a_subtotal_is_of_its_level():
    right = [SumRow("小计", weight("9"), 2, 2, False), SumRow("小计", weight("15"), 3, 1, False)]
    assert list(subtotal_remarks(ROWS, WEIGHTS, right, PLAIN)) == []
    wrong = [SumRow("小计", weight("14"), 3, 1, False)]
    assert list(subtotal_remarks(ROWS, WEIGHTS, wrong, PLAIN)) == [
        "“过程”的小计写的是14分，各行合计15分，不一致"
    ]


def test_the_whole_is_compared_but_for_slots_of_the_unit():
    assert list(total_remarks(WEIGHTS, Decimal(100), [], PLAIN, False)) == [
        "总分写的是100分，各行分值合计15分，不一致"
    ]
    assert "其余由单位填写" in next(total_remarks(WEIGHTS, Decimal(100), [], PLAIN, True))


def test_of_two_rows_one_is_chosen():
    assert counted(ROWS, PLAIN, [ROWS[:2]]) == [5, 0, 6]


def test_thirds_are_told_as_rounded_and_halves_are_not():
    thirds, halves = [Decimal("33.33")] * 3, [Decimal("12.5")] * 7 + [Decimal("12.4")]
    ended = "相差0.01分，看来是四舍五入造成的，请核对"
    assert list(total_remarks(thirds, Decimal(100), [], PLAIN, False)) == [
        f"总分写的是100分，各行分值合计99.99分，{ended}"
    ]
    assert list(total_remarks(thirds, Decimal("99.99"), [], PLAIN, False)) == [
        f"各行分值合计99.99分，与100分{ended}"
    ]
    assert next(total_remarks(halves, Decimal(100), [], PLAIN, False)).endswith("不一致")
    assert next(total_remarks([Decimal("33.33"), Decimal(66)], Decimal(100), [], PLAIN, False)).endswith(
        "不一致"
    )
