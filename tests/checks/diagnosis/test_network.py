"""Equations as a network: which cells they join, by what factor, how far out, and which must hold."""

from __future__ import annotations

from decimal import Decimal

from checks.sheets import Sheet, check, sheet

from jixiao.checks.diagnosis.network import Edge, Network, linear_form
from jixiao.model.fact import Record

SUM = "合计 = 一 + 二"
ROWS = [{"名称": "甲", "金额": "1.00"}, {"名称": "乙", "金额": "2.00"}]
GOOD = {"一": "1.00", "二": "2.00", "合计": "3.00"}


def edge(book: Sheet, position: int = 0) -> Edge:
    found = book.network.edge(position)
    assert found is not None
    return found


def joined(book: Sheet, position: int = 0) -> dict[str, Decimal]:
    return {book.network.facts[cell].term: factor for cell, factor in edge(book, position).factors.items()}


def test_a_sum_joins_its_total_and_its_items_with_opposite_signs():
    assert joined(sheet(SUM, **GOOD)) == {"合计": 1, "一": -1, "二": -1}


def test_an_item_is_counted_as_often_as_the_relation_does():
    assert joined(sheet("合计 = 一 * 2 - 二", **GOOD)) == {"合计": 1, "一": -2, "二": 1}


def test_a_cell_that_cancels_out_is_not_joined():
    assert joined(sheet("合计 + 三 = 一 + 三", 三="9.00", **GOOD)) == {"合计": 1, "一": -1}


def test_the_gap_is_left_less_right():
    assert edge(sheet(SUM, **GOOD | {"合计": "3.50"})).gap == Decimal("0.50")


def test_the_tolerance_is_half_the_last_place_of_every_figure():
    assert edge(sheet(SUM, **GOOD)).tolerance == Decimal("0.015")


def test_a_cell_alone_on_the_left_of_a_sum_is_its_total():
    book = sheet(SUM, "一 + 二 = 合计", "合计 = 总计", **GOOD, 总计="3.00")
    assert [edge(book, position).total for position in range(3)] == [book.cell("合计"), None, None]


def test_a_total_of_a_single_row_is_a_total():
    book = sheet("合计 = SUM(明细.金额)", rows=ROWS[:1], 合计="1.00")
    assert edge(book).total == book.cell("合计")


def test_an_equation_over_a_product_of_cells_is_no_edge():
    book = sheet("合计 = 一 * 二 / 三", **GOOD, 三="1.00")
    assert book.network.edge(0) is None
    assert book.network.broken == ()
    assert linear_form(book.verdicts[0], {}) is None


def test_around_a_cell_are_the_equations_that_it_takes_part_in():
    book = sheet(SUM, "总计 = 合计 + 三", "一 <= 合计", **GOOD, 总计="3.00", 三="0")
    assert book.network.around(book.cell("合计")) == (0, 1)
    assert book.network.around(book.cell("一")) == (0,)
    assert book.network.around(book.cell("四")) == ()


def test_rows_are_joined_one_by_one():
    book = sheet("合计 = SUM(明细.金额)", rows=ROWS, 合计="3.00")
    assert len(edge(book).factors) == 3
    assert book.network.around(book.cell("明细.金额", 1)) == (0,)


def test_an_equation_that_is_out_is_broken():
    assert sheet(SUM, **GOOD).network.broken == ()
    assert sheet(SUM, "合计 = 三", **GOOD, 三="9.00").network.broken == (1,)


def test_a_note_need_not_hold_and_joins_nothing():
    book = sheet(check(SUM, "note"), **GOOD | {"合计": "9.00"})
    assert book.network.broken == ()
    assert book.network.around(book.cell("合计")) == ()


def test_what_the_accountant_stands_by_is_not_broken_and_has_no_gap():
    book = sheet(SUM, **GOOD | {"合计": "9.00"})
    network = Network(book.verdicts, {}, accepted={id(book.verdicts[0])})
    accepted = network.edge(0)
    assert accepted is not None
    assert (network.broken, accepted.gap) == ((), 0)
    assert (network.agrees(0), network.holds(0)) == (False, True)


def test_figures_are_exact_until_an_equation_needs_its_tolerance():
    assert sheet(SUM, **GOOD).network.exact
    assert not sheet(SUM, **GOOD | {"合计": "3.01"}).network.exact


def test_an_inequality_is_a_limit_with_the_side_that_must_not_be_larger():
    book = sheet("一 <= 二", "一 >= 三", SUM, **GOOD, 三="1.00")
    found = [(limit.sign, limit.gap) for limit in book.network.limits]
    assert found == [(1, Decimal("-1.00")), (-1, Decimal("0.00"))]


def test_a_strict_inequality_and_one_that_was_not_checked_are_no_limits():
    assert sheet("一 < 二", "三 <= 四", **GOOD).network.limits == ()


def test_the_cells_of_another_workbook_are_constants():
    book, other = sheet("合计 = 总计", 合计="3.00", 总计="3.00"), sheet(SUM, **GOOD | {"合计": "9.00"})
    joint = Network(book.verdicts, {}, links=other.verdicts)
    assert joint.linked == range(1, 2)
    assert joint.edge(1) is None
    assert joint.roots == (book.record,)
    assert joint.around(other.cell("一")) == ()


def test_a_cell_that_is_held_to_another_workbook_alone_is_no_total():
    book = sheet("合计 = 一", 合计="3.00", 一="3.00")
    rows = sheet(rows=ROWS).record.groups
    beside = Sheet(Record(book.record.fields, rows), (check("合计 = SUM(明细.金额)"),))
    edge = Network(book.verdicts, {}, links=beside.verdicts).edge(1)
    assert edge is not None
    assert (list(edge.factors), edge.total) == ([book.cell("合计")], None)
