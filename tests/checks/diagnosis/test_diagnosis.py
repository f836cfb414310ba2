"""Which cell is suggested, and in what words; and when nothing is."""

from __future__ import annotations

import random
import time
from decimal import Decimal
from functools import cache

import pytest
from checks.sheets import YUAN, check, sheet
from msgspec.structs import replace
from slips.books import GENERATORS, Book, Slot, books
from slips.planting import ONE_CELL, plant

from jixiao.checks.diagnosis.diagnosis import diagnose
from jixiao.checks.diagnosis.explanations import Cause
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.model.fact import Fact
from jixiao.model.finding import Suggestion
from jixiao.model.hint import Hint


@cache
def stock(pack: str = "department-overall") -> tuple[Book, ...]:
    return books(pack, range(2))


@pytest.fixture
def book():
    """A workbook in 万元 as it was, whatever a test does to it."""
    found = stock()[1]
    before = [(slot, slot.fact) for slot in found.slots]
    yield found
    for slot, fact in before:
        slot.put(fact)


def slot_of(book: Book, term: str, key: str = "") -> Slot:
    records = {id(row.fields): row.key for rows in book.record.groups.values() for row in rows}
    return next(s for s in book.slots if s.term == term and records.get(id(s.fields), "") == key)


def suggestions(book: Book) -> list[Suggestion]:
    said = hints(book.network(), book.unit)
    return [suggestion for hint in said.values() for suggestion in hint.suggestions]


def digits(number: Decimal, book: Book) -> str:
    return f"{number / book.units.factor:.2f}"


def test_a_workbook_that_holds_together_is_left_in_peace(book: Book):
    assert suggestions(book) == []


def test_swapped_digits_are_named_with_place_figures_and_reason(book: Book):
    slot = slot_of(book, "功能分类.基本支出", "2080109")
    right = digits(slot.fact.number, book)
    place = next(n for n in range(len(right) - 1) if right[n : n + 2].isdigit() and right[n] != right[n + 1])
    wrong = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    slot.put(book.typed(slot.fact, wrong))
    [suggestion] = suggestions(book)
    claim = f"{slot.fact.place} “2080109 基本支出”填 {Decimal(wrong)}，若为 {right} 则2项全部相符"
    assert suggestion.message == f"{claim}，像是两个数字颠倒。"
    assert [(one.place, one.needed) for one in suggestion.corrections] == [(slot.fact.place, right)]


def test_a_cell_left_blank_is_said_to_be_blank(book: Book):
    slot = slot_of(book, "功能分类.基本支出", "2080109")
    slot.put(book.typed(slot.fact, ""))
    first = suggestions(book)[0]
    assert "“2080109 基本支出”空着，若为约" in first.message
    assert first.message.endswith("像是漏填。")


def test_a_copied_figure_names_the_cell_it_was_taken_from(book: Book):
    slot, above = slot_of(book, "收入.合计"), slot_of(book, "上年收入.合计")
    slot.put(replace(slot.fact, value=above.fact.number))
    assert suggestions(book)[0].message.endswith(f"像是抄成了旁边的数（{above.fact.place.cell}）。")


def test_totals_left_old_are_named_together_with_their_common_gap(book: Book):
    slot = slot_of(book, "功能分类.基本支出", "2080109")
    slot.put(book.typed(slot.fact, digits(slot.fact.number + 1234567800, book)))
    first = suggestions(book)[0]
    assert "这些合计仍是旧数，均差 123456.78万元" in first.message
    assert len(first.corrections) == 2


def test_two_slips_in_different_places_are_two_suggestions(book: Book):
    income, fund = slot_of(book, "收入.合计"), slot_of(book, "社保基金.期末滚存结余", "工伤保险基金")
    income.put(replace(income.fact, value=-income.fact.number))
    fund.put(replace(fund.fact, value=fund.fact.number * 10))
    found = {one.corrections[0].place: one.reason for one in suggestions(book) if one.corrections}
    assert found[income.fact.place] == "像是正负号填反"
    assert found[fund.fact.place] == "像是小数点错了位"


def test_the_other_relations_of_the_group_point_to_the_first(book: Book):
    slot = slot_of(book, "收入.合计")
    slot.put(replace(slot.fact, value=-slot.fact.number))
    network = book.network()
    first, second = hints(network, book.unit).values()
    assert first.ending == first.suggestions[0].message
    assert (first.follows, second.suggestions) == ("", ())
    assert "同一处差错" in second.ending
    assert second.follows in {verdict.key for verdict in network.verdicts}


def test_nothing_is_suggested_where_no_cell_is_likelier_than_another(book: Book):
    slot = slot_of(book, "基本预算.调整数")
    slot.put(replace(slot.fact, value=Decimal("98765432100")))
    named = [one.message for one in suggestions(book) if one.corrections]
    assert len(named) == 1
    assert "仍是旧数" in named[0]  # a total that was forgotten, which no slip of typing explains


def test_a_figure_that_cannot_be_negative_is_never_suggested_to_be(book: Book):
    vocabulary = book.pack.vocabulary
    for slot in book.slots[::9]:
        before = slot.fact
        slot.put(replace(before, value=before.number * 3 + 12345600))
        found = diagnose(book.network(), book.unit)
        slot.put(before)
        cells = [c for d in found for e in d.explanations if e.cause is Cause.CELLS for c in e.cells]
        assert not [c for c in cells if c.needed < 0 and vocabulary[c.fact.term].low == 0]


@pytest.mark.parametrize("pack", sorted(GENERATORS))
def test_a_workbook_full_of_errors_is_answered_at_once(pack: str):
    book, dice, planted = stock(pack)[1], random.Random(5), []
    for number in range(40):
        slip = plant(ONE_CELL[number % len(ONE_CELL)], book, dice, {c for p in planted for c in p.right})
        planted += [slip] if slip else []
    network = book.network()
    started = time.process_time()
    found = diagnose(Network(network.verdicts, book.pack.formulas), book.unit)
    taken = time.process_time() - started
    for slip in reversed(planted):
        slip.undo()
    assert len(planted) > 30
    assert taken < 1
    assert all(len(diagnosis.explanations) <= 3 for diagnosis in found)


def test_the_facts_are_not_touched(book: Book):
    slot = slot_of(book, "收入.合计")
    slot.put(replace(slot.fact, value=-slot.fact.number))
    network = book.network()
    before: list[Fact] = list(book.record.walk())
    hints(network, book.unit)
    assert all(one is other for one, other in zip(before, book.record.walk(), strict=True))


def test_an_error_carries_the_suggestions_before_a_warning_that_comes_first():
    warning = check("合计 = 一 + 二", "warning", "X-1")
    cells = {"一": "1024.53", "二": "2000.07", "合计": "3042.60", "三": "1.00", "总计": "3025.60"}
    book = sheet(warning, check("总计 = 合计 + 三", name="X-2"), **cells)
    said = hints(book.network, YUAN)
    assert said[id(book.verdicts[0])] == Hint("很可能与“核对X-2”出于同一处差错。", follows="X-2")
    assert said[id(book.verdicts[1])].suggestions


@pytest.mark.parametrize(("typed", "said"), [("", True), ("0", False)])
def test_a_typed_zero_is_no_likelier_left_out_than_another_figure_is_wrong(typed: str, *, said: bool):
    book = sheet("合计 = 一 + 二", 一="541.27", 二=typed, 合计="598.63")
    found = diagnose(book.network, YUAN)
    blamed = [cell.fact.term for d in found for e in d.explanations for cell in e.cells]
    assert ("二" in blamed) is said
