"""Figures of a unit come back from their few kilobytes as they were."""

from decimal import Decimal

from jixiao.desk.rollup.implied import ImpliedCells
from jixiao.desk.rollup.packing import Packing
from jixiao.desk.rollup.total import Total
from jixiao.pack.loading import load_pack
from jixiao.pack.rollup_file import load_rollup

ROW = Total({"功能分类.金额": Decimal("0.10")}, {"功能分类.编码": "208"}, {"内": (Total({}, {"名": "甲"}),)})
WHOLE = Total(
    {"收入.合计": Decimal("-12345678901234567.0123")}, {"单位.年度": "2024"}, {"功能分类": (ROW, ROW)}
)


def packing() -> Packing:
    return Packing(ImpliedCells(load_rollup(load_pack()).implied))


def test_what_is_packed_comes_back_to_the_last_digit() -> None:
    kept = packing()
    several = [kept.packed(one) for one in (WHOLE, Total(), ROW)]
    assert [one.unpacked for one in several] == [WHOLE, Total(), ROW]
    assert str(several[0].unpacked.figures["收入.合计"]) == "-12345678901234567.0123"


def test_a_unit_with_all_figures_of_a_form_takes_a_few_kilobytes() -> None:
    many = Total({term: Decimal(7 * number) / 100 for number, term in enumerate(load_pack().vocabulary)})
    assert len(many.figures) > 300
    assert len(packing().packed(many).content) < 3_000


def test_cells_left_empty_are_known_once_all_units_are_there() -> None:
    term = "经济分类合计.一般公共预算基本支出"
    amounts = ("支出.基本支出", "基本支出.合计", "经济分类合计.基本支出")
    kept = packing()
    first = kept.packed(Total(dict.fromkeys(amounts, Decimal(10))))
    assert term not in first.unpacked.figures
    kept.packed(Total({term: Decimal(7)}))
    assert first.unpacked.figures[term] == 10
