"""Totals left old, and what tells them from a missing item, a blank cell and plain rounding."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from msgspec.structs import replace
from slips.books import Book, Slot, books

from jixiao.checks.diagnosis.diagnosis import diagnose
from jixiao.checks.diagnosis.explanations import Cause, Explanation
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.model.fact import Fact

GAP = Decimal("1234567.80")


@cache
def stock() -> Book:
    return books("department-overall", range(1))[0]


@pytest.fixture
def book() -> Iterator[Book]:
    """A consistent workbook in 元 whose money is all from the treasury."""
    before = [(slot, slot.fact) for slot in stock().slots]
    yield stock()
    for slot, fact in before:
        slot.put(fact)


def slots(book: Book, *terms: str) -> list[Slot]:
    """The first cell of each term."""
    return [next(slot for slot in book.slots if slot.term == term) for term in terms]


def move(book: Book, by: Decimal, *terms: str) -> None:
    for slot in slots(book, *terms):
        slot.put(replace(slot.fact, value=slot.fact.number + by))


def blank(slot: Slot, book: Book) -> Fact:
    fact = book.typed(slot.fact, "")
    slot.put(fact)
    return fact


def explanations(book: Book) -> list[Explanation]:
    return [one for group in diagnose(book.network(), book.unit) for one in group.explanations]


def terms(one: Explanation) -> list[str]:
    return [cell.fact.term for cell in one.cells]


def test_items_are_blamed_where_another_total_would_not_balance(book: Book):
    move(book, -GAP, "社保基金.支出项目.金额")
    assert explanations(book)[0].cause is Cause.ITEMS
    assert Cause.STALE not in {one.cause for one in explanations(book)}


def test_no_row_is_missing_where_the_other_column_of_its_table_adds_up(book: Book):
    move(book, -GAP / 10, "项目明细.支出数")
    first = explanations(book)[0]
    assert (first.cause, terms(first)) == (Cause.STALE, ["项目支出.专项经费", "项目自评.全年执行数"])


def test_of_two_equal_figures_the_one_without_details_is_named_first(book: Book):
    move(book, GAP, "上年决算.业务工作专项", "上年决算.项目支出")
    assert [(one.cause, terms(one)) for one in explanations(book)] == [
        (Cause.STALE, ["上年支出.项目支出"]),
        (Cause.STALE, ["上年决算.项目支出"]),
    ]


def test_a_blank_cell_of_a_line_with_figures_is_blamed_before_blank_lines(book: Book):
    [slot] = slots(book, "上年支出.基本支出")
    fact = blank(slot, book)
    first = explanations(book)[0]
    assert [(cell.fact, cell.slip.kind) for cell in first.cells] == [(fact, SlipKind.BLANK)]


def test_totals_left_old_together_satisfy_every_relation(book: Book):
    move(book, GAP, "功能分类.基本支出")
    [first, *_] = explanations(book)
    network = book.network()
    moved = {id(cell.fact): cell.needed - cell.fact.number for cell in first.cells}
    edges = [edge for position in network.broken if (edge := network.edge(position))]
    assert edges
    assert all(edge.gap + sum(edge.factors.get(c, 0) * by for c, by in moved.items()) == 0 for edge in edges)
