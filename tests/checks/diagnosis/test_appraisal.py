"""A change of a cell: the figure it would have to be, how it went wrong, and how surprising that is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks.sheets import YUAN, Sheet, sheet
from msgspec.structs import replace

from jixiao.checks.diagnosis.appraisal import (
    BACKWARDS,
    BARE_ROW,
    BROKEN_LIMIT,
    CELL,
    HALF_A_LINE,
    IMPOSSIBLE,
    ODD_PLACES,
    TYPED_ZERO,
    Appraisal,
    CorrectedCell,
)
from jixiao.checks.diagnosis.localisation import Change
from jixiao.checks.diagnosis.slips import PER_DIGIT, SlipKind, surprise_of
from jixiao.model.fact import State

SUM = "合计 = 一 + 三"
ROUNDED = "三 = 四"  # out by a cent: figures are rounded


def change(book: Sheet, term: str, by: str, room: str = "0", row: int = 0) -> Change:
    middle, half = Decimal(by), Decimal(room)
    return Change(book.cell(term, row), middle - half, middle + half)


def appraised(book: Sheet, term: str, by: str, room: str = "0", row: int = 0) -> CorrectedCell:
    found = Appraisal(book.network, YUAN).of(change(book, term, by, room, row))
    assert found is not None
    return found


def of_sum(*more: str, **cells: str) -> Sheet:
    return sheet(SUM, *more, **{"一": "24.53", "三": "1000.00", "合计": "1042.53"} | cells)


def test_a_slip_of_the_fingers_is_named_with_the_figure_that_was_meant():
    found = appraised(of_sum(), "一", "18.00")
    assert (found.fact.term, found.needed, found.slip.kind) == ("一", Decimal("42.53"), SlipKind.SWAPPED)
    assert found.surprise == CELL + found.slip.surprise
    assert found.explained


def test_a_figure_that_no_slip_leads_to_is_not_explained():
    found = appraised(of_sum(合计="1999.90"), "一", "975.37")
    assert found.slip.kind is SlipKind.OTHER
    assert not found.explained


@pytest.mark.parametrize("state", [State.DECLINED, State.ABSENT])
def test_a_blank_that_is_declared_to_be_none_is_not_blamed(state: State):
    book = sheet(SUM, 一="24.53", 合计="1042.53")
    said = {**book.record.fields, "三": replace(book.fact("三"), state=state)}
    declared = Sheet(replace(book.record, fields=said), book.checks)
    assert appraised(book, "三", "1018.00").slip.kind is SlipKind.BLANK
    assert Appraisal(declared.network, YUAN).of(change(declared, "三", "1018.00")) is None


def test_what_nobody_types_is_not_blamed():
    book = of_sum()
    book.network.fixed = {"合计"}
    assert Appraisal(book.network, YUAN).of(change(book, "合计", "-18.00")) is None
    assert Appraisal(book.network, YUAN).of(change(book, "一", "18.00")) is not None


def test_a_cell_that_cannot_be_negative_is_not_brought_below_zero():
    book = of_sum(合计="1000.00")
    assert Appraisal(book.network, YUAN).of(change(book, "合计", "-1001.00")) is None
    assert Appraisal(book.network, YUAN).of(change(book, "合计", "-1000.00")) is not None


def test_a_blank_cell_was_left_out():
    found = appraised(of_sum(一=""), "一", "42.53")
    assert found.slip.kind is SlipKind.BLANK


def test_a_blank_cell_of_a_line_with_figures_is_the_likelier():
    alone, beside = (
        appraised(of_sum(一=""), "一", "42.53"),
        appraised(of_sum(一="", 二="7.00"), "一", "42.53"),
    )
    assert alone.surprise - beside.surprise == HALF_A_LINE


def test_a_zero_that_somebody_typed_is_less_likely_to_be_left_out():
    blank, typed = appraised(of_sum(一=""), "一", "42.53"), appraised(of_sum(一="0.00"), "一", "42.53")
    assert typed.surprise - blank.surprise == TYPED_ZERO


def test_a_row_with_a_name_and_no_figure_is_the_likeliest_to_be_left_out():
    def left_out(**row: str) -> int:
        book = sheet("合计 = SUM(明细.金额)", rows=[row, {"名称": "乙", "金额": "1.00"}], 合计="43.53")
        return appraised(book, "明细.金额", "42.53").surprise

    assert left_out(名称="甲", 预算="1.00") - left_out(名称="甲") == BARE_ROW


def test_a_figure_where_there_should_be_none_is_one_too_many():
    found = appraised(of_sum(合计="1000.00"), "一", "-24.53")
    assert (found.needed, found.slip.kind) == (0, SlipKind.SURPLUS)


def test_no_figure_is_too_much_against_a_blank():
    book = sheet("合计 = 一", 合计="24.53", 一="")
    assert Appraisal(book.network, YUAN).of(change(book, "合计", "-24.53")) is None
    typed = sheet("合计 = 一", 合计="24.53", 一="0")
    assert appraised(typed, "合计", "-24.53").slip.kind is SlipKind.SURPLUS


def test_the_figure_of_an_item_that_has_a_name_is_not_too_much():
    rows = [{"名称": "甲", "金额": "42.53"}, {"名称": "乙", "金额": "1.00"}]
    book = sheet("合计 = SUM(明细.金额)", rows=rows, 合计="1.00")
    assert Appraisal(book.network, YUAN).of(change(book, "明细.金额", "-42.53")) is None
    nameless = sheet("合计 = SUM(明细.金额)", rows=[{"金额": "42.53"}, rows[1]], 合计="1.00")
    assert appraised(nameless, "明细.金额", "-42.53").slip.kind is SlipKind.SURPLUS


def test_a_figure_of_the_cell_above_was_copied_from_it():
    found = appraised(of_sum(三="24.53", 合计="9999.99"), "三", "9950.93")
    assert found.slip.kind is SlipKind.COPIED
    assert found.source is not None
    assert found.source.term == "一"


def test_a_figure_copied_from_below_is_the_more_surprising():
    book = of_sum(三="24.53", 合计="9999.99")
    down, up = appraised(book, "三", "9950.93"), appraised(book, "一", "9950.93")
    assert up.surprise - down.surprise == BACKWARDS


def test_two_cells_that_must_be_equal_were_not_copied_from_each_other():
    found = appraised(of_sum("一 = 三", 三="24.53", 合计="9999.99"), "三", "9950.93")
    assert found.slip.kind is SlipKind.OTHER


def test_a_short_figure_is_the_same_by_chance():
    found = appraised(of_sum(一="24", 三="24", 合计="9999"), "三", "9951")
    assert found.slip.kind is not SlipKind.COPIED


def test_a_limit_that_the_change_would_break_speaks_against_it():
    free, limited = appraised(of_sum(), "一", "18.00"), appraised(of_sum("一 <= 30"), "一", "18.00")
    assert limited.surprise - free.surprise == BROKEN_LIMIT


def test_a_limit_that_the_change_would_restore_speaks_for_it():
    free, limited = appraised(of_sum(), "一", "18.00"), appraised(of_sum("一 >= 30"), "一", "18.00")
    assert free.surprise - limited.surprise == BROKEN_LIMIT


def test_a_limit_that_is_kept_before_and_after_says_nothing():
    assert appraised(of_sum("一 <= 90"), "一", "18.00") == appraised(of_sum(), "一", "18.00")


def test_a_negative_figure_where_there_can_be_none_is_surely_wrong():
    found = appraised(of_sum(一="-42.53"), "一", "85.06")
    assert found.slip.kind is SlipKind.SIGN
    assert found.surprise == CELL + found.slip.surprise - IMPOSSIBLE


def test_more_decimals_than_the_other_figures_have_speak_for_a_slip():
    found = appraised(of_sum(一="4.253"), "一", "38.277")
    assert found.slip.kind is SlipKind.POINT
    assert found.surprise == CELL + found.slip.surprise - ODD_PLACES


def test_within_rounding_the_nearest_figure_is_taken_or_one_that_a_slip_explains():
    found = appraised(of_sum(), "一", "17.98", room="0.03")
    assert (found.needed, found.slip.kind, found.rounded) == (Decimal("42.53"), SlipKind.SWAPPED, True)
    assert found.surprise == CELL + found.slip.surprise + 2 * 2**2  # two cents from the middle


def test_a_figure_that_a_slip_would_explain_is_out_of_reach_beyond_the_rounding():
    assert appraised(of_sum(), "一", "17.98", room="0.01").slip.kind is not SlipKind.SWAPPED


def test_an_exact_change_is_not_rounded():
    assert not appraised(of_sum(), "一", "18.00").rounded


def test_the_last_place_is_that_of_the_unit_of_the_workbook():
    book = of_sum()
    wan = Appraisal(book.network, replace(YUAN, name="万元", factor=Decimal(10000)))
    found = wan.of(change(book, "一", "49.00", room="200"))
    assert found is not None
    assert found.needed % 100 == 0


@pytest.mark.parametrize(("by", "digits"), [("1234.56", 6), ("123.40", 4), ("5.00", 2)])
def test_a_total_left_old_is_the_more_surprising_the_more_digits_its_gap_has(by: str, digits: int):
    book = of_sum()
    found = Appraisal(book.network, YUAN).stale(change(book, "合计", by))
    assert found.needed == Decimal("1042.53") + Decimal(by)
    assert found.slip.surprise == surprise_of(SlipKind.STALE) + digits * PER_DIGIT


def test_a_total_left_old_is_known_exactly_only_where_no_figure_is_rounded():
    exact, rounded = of_sum(), of_sum(ROUNDED, 三="1000.00", 四="1000.01")
    results = [Appraisal(book.network, YUAN).stale(change(book, "合计", "5.00")) for book in (exact, rounded)]
    assert [found.rounded for found in results] == [False, True]


def test_a_change_that_leaves_a_last_place_open_is_rounded():
    assert appraised(of_sum(), "一", "18.00", room="0.005").rounded
    assert not appraised(of_sum(), "一", "18.00", room="0.004").rounded
