"""The smallest sets of cells whose change satisfies every equation, on equations of a few cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks.sheets import Sheet, sheet

from jixiao.checks.diagnosis.localisation import Change, Search

SUM, GRAND = "合计 = 一 + 二", "总计 = 合计 + 三"
GOOD = {"一": "10.00", "二": "2.00", "三": "3.00", "合计": "12.00", "总计": "15.00"}


def two_sums(**changed: str) -> Sheet:
    """A sum that goes into another; the grand total is so many items more."""
    return sheet(SUM, GRAND, **GOOD | changed)


def named(book: Sheet, changes: list[Change]) -> dict[str, tuple[str, str]]:
    return {book.network.facts[change.cell].term: (str(change.low), str(change.high)) for change in changes}


def singles(book: Sheet) -> dict[str, tuple[str, str]]:
    return named(book, book.search.singles(book.network.broken))


def test_the_middle_of_a_change_is_between_its_ends():
    assert Change(1, Decimal(2), Decimal(5)).middle == Decimal("3.5")


def test_broken_equations_that_share_a_cell_are_one_group():
    assert two_sums(合计="20.00").search.groups() == [(0, 1)]


def test_broken_equations_that_share_no_cell_are_groups_of_their_own():
    book = sheet("一 = 二", "三 = 四", 一="5.00", 二="1.00", 三="5.00", 四="1.00")
    assert book.search.groups() == [(0,), (1,)]


def test_an_equation_that_links_two_groups_makes_them_one():
    book = sheet("一 = 二", "三 = 四", "一 = 三", 一="5.00", 二="1.00", 三="9.00", 四="2.00")
    assert book.search.groups() == [(0, 1, 2)]


def test_only_the_cell_that_every_broken_equation_shares_can_be_wrong_alone():
    assert singles(two_sums(合计="20.00")) == {"合计": ("-8.00", "-8.00")}


def test_a_cell_that_another_equation_bears_out_cannot_be_wrong_alone():
    assert set(singles(two_sums(一="11.00"))) == {"一", "二"}
    assert set(singles(sheet(SUM, **GOOD | {"一": "11.00"}))) == {"合计", "一", "二"}


def test_a_change_is_exact_while_no_equation_needs_its_tolerance():
    assert singles(two_sums(一="11.00"))["一"] == ("-1.00", "-1.00")


def test_where_figures_are_rounded_a_change_has_the_room_that_rounding_leaves():
    book = sheet(SUM, "三 = 四", 一="11.00", 二="2.00", 合计="12.00", 三="3.00", 四="3.01")
    low, high = map(Decimal, singles(book)["一"])
    assert (low, high) == (Decimal("-1.02"), Decimal("-0.98"))  # three halves of a cent, and one of its own


def test_the_room_of_an_equation_is_nothing_while_figures_are_exact():
    book = two_sums()
    [edge, _] = [book.network.edge(position) for position in range(2)]
    assert edge is not None
    assert book.search.room_of(edge) == 0


def test_equations_that_demand_different_changes_leave_no_cell():
    assert singles(two_sums(合计="20.00", 总计="16.00")) == {}


def pairs(book: Sheet) -> set[frozenset[str]]:
    found = book.search.pairs(book.network.broken)
    return {frozenset(book.network.facts[change.cell].term for change in pair) for pair in found}


def test_two_wrong_cells_are_found_as_a_pair():
    assert frozenset({"合计", "总计"}) in pairs(two_sums(合计="20.00", 总计="16.00"))


def test_a_pair_is_found_once_and_joins_two_different_cells():
    found = two_sums(合计="20.00", 总计="16.00")
    assert len(found.search.pairs(found.network.broken)) == len(pairs(found))
    assert all(len(pair) == 2 for pair in pairs(found))


def test_within_rounding_a_cell_is_not_paired_with_itself():
    cells = {"合计": "11.00", "一": "10.00", "二": "10.02", "三": "1.00", "四": "1.01"}
    book = sheet("合计 = 一", "合计 = 二", "三 = 四", **cells)
    assert all(len(pair) == 2 for pair in pairs(book))


def test_after_a_change_the_equations_around_the_cell_have_other_gaps():
    book = two_sums(合计="20.00")
    change = Change(book.cell("合计"), Decimal(-8), Decimal(-8))
    assert book.search.after(change, book.network.broken) == ({0: 0, 1: 0}, [])


def test_a_change_can_break_an_equation_that_held():
    book = two_sums(一="11.00")
    change = Change(book.cell("合计"), Decimal(1), Decimal(1))
    assert book.search.after(change, (0,)) == ({0: 0, 1: -1}, [1])


def test_a_cell_that_satisfies_some_of_the_broken_equations_is_found_alone_with_them():
    book = sheet("一 = 二", "三 = 四", 一="5.00", 二="1.00", 三="5.00", 四="1.00")
    found = {book.network.facts[change.cell].term: where for change, where in book.search.alone((0, 1))}
    assert found == {"一": (0,), "二": (0,), "三": (1,), "四": (1,)}


def out_by(first: str, second: str) -> Sheet:
    """Two equations, the one out by the first amount, the other by the second."""
    return sheet("合计 = 一", "总计 = 二", 一="10.00", 二="10.00", 合计=first, 总计=second)


def test_two_equations_out_by_the_same_amount_have_the_same_gap_whatever_its_sign():
    assert out_by("11.23", "11.23").search.same_gap((0, 1))
    assert out_by("11.23", "8.77").search.same_gap((0, 1))
    assert not out_by("11.23", "11.24").search.same_gap((0, 1))


def rounded(first: str, second: str) -> Search:
    """The same where another equation holds only within rounding."""
    cells = {"一": "10.00", "二": "10.00", "合计": first, "总计": second, "三": "1.00", "四": "1.01"}
    return sheet("合计 = 一", "总计 = 二", "三 = 四", **cells).search


def test_rounding_may_set_two_equal_gaps_a_little_apart():
    assert rounded("11.23", "11.24").same_gap((0, 1))
    assert not rounded("11.23", "11.27").same_gap((0, 1))


def test_a_gap_that_is_small_against_rounding_is_not_the_same_by_more_than_chance():
    assert rounded("10.41", "10.41").same_gap((0, 1))
    assert not rounded("10.40", "10.40").same_gap((0, 1))


@pytest.mark.parametrize(("total", "telling"), [("11.23", True), ("11.20", False), ("20.00", False)])
def test_a_gap_tells_only_if_it_is_no_round_figure(total: str, telling: bool):
    assert out_by(total, total).search.telling_gap((0, 1)) is telling


def test_a_cell_whose_equations_hold_need_not_change():
    book = two_sums()
    assert book.search.change(book.cell("三"), {}) is None
