"""Each explanation in one sentence: cell, what stands there, what it would have to be, why."""

from __future__ import annotations

from decimal import Decimal

from checks.sheets import YUAN, Sheet, sheet

from jixiao.checks.diagnosis.appraisal import CorrectedCell
from jixiao.checks.diagnosis.explanations import Cause, Explanation
from jixiao.checks.diagnosis.slips import Slip, SlipKind
from jixiao.checks.diagnosis.suggestions import Speaker
from jixiao.checks.diagnosis.surroundings import Surroundings
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact
from jixiao.model.finding import Suggestion

BOOK = sheet(
    "合计 = 一 + 二",
    "合计 = 总计 + 三",
    rows=[{"名称": "甲", "金额": "5.00"}],
    一="24.53",
    二="",
    合计="42.53",
    总计="40.00",
    三="2.53",
    人数="3",
)


def told(explanation: Explanation, book: Sheet = BOOK, unit: Unit = YUAN) -> Suggestion:
    around = Surroundings((book.record,), book.verdicts[0].scope.vocabulary)
    return Speaker(book.network, unit, around).suggestion(explanation)


def wrong(
    term: str, needed: str, kind: SlipKind, *, source: Fact | None = None, rounded: bool = False
) -> CorrectedCell:
    return CorrectedCell(BOOK.fact(term), Decimal(needed), Slip(kind, 0), 0, source, rounded)


def cells(
    *mended: CorrectedCell, positions: tuple[int, ...] = (0,), cause: Cause = Cause.CELLS
) -> Explanation:
    return Explanation(mended, 0, positions, cause)


def test_a_slip_says_place_what_stands_there_what_it_would_be_and_why():
    suggestion = told(cells(wrong("一", "42.53", SlipKind.SWAPPED)))
    assert suggestion.message == "表!B2 “一”填 24.53，若为 42.53 则相符，像是两个数字颠倒。"
    assert suggestion.reason == "像是两个数字颠倒"


def test_the_cell_and_both_figures_are_given_apart_from_the_sentence():
    [cell] = told(cells(wrong("一", "42.53", SlipKind.SWAPPED))).corrections
    assert (str(cell.place), cell.label, cell.stated, cell.needed) == ("表!B2", "一", "24.53", "42.53")


def test_two_blank_cells_are_both_named_and_no_figure_is_given_to_one_of_them():
    book = sheet("合计 = 一 + 二 + 三 + 四", 一="", 二="1.00", 三="", 四="1.53", 合计="42.53")
    lacking = CorrectedCell(book.fact("一"), Decimal("40.00"), Slip(SlipKind.BLANK, 0), 0)
    suggestion = told(cells(lacking), book)
    assert suggestion.message == "表!B2 “一”空着，B3 也空着，合起来为 40.00元 则相符，像是漏填。"
    assert suggestion.corrections == ()


def test_a_blank_cell_is_said_to_be_empty():
    suggestion = told(cells(wrong("二", "18.00", SlipKind.BLANK)))
    assert suggestion.message == "表!C2 “二”空着，若为 18.00 则相符，像是漏填。"
    assert suggestion.corrections[0].stated == ""


def test_several_relations_that_would_agree_are_counted():
    suggestion = told(cells(wrong("一", "42.53", SlipKind.SWAPPED), positions=(0, 1)))
    assert "则2项全部相符" in suggestion.message


def test_a_figure_known_within_rounding_is_about_so_much_but_not_one_that_was_mistyped():
    assert "若为约 18.00 " in told(cells(wrong("二", "18.00", SlipKind.BLANK, rounded=True))).message
    assert "若为 42.53 " in told(cells(wrong("一", "42.53", SlipKind.SWAPPED, rounded=True))).message


def test_a_copied_figure_names_the_cell_that_it_was_taken_from():
    copied = wrong("一", "42.53", SlipKind.COPIED, source=BOOK.fact("三"))
    assert told(cells(copied)).message.endswith("像是抄成了旁边的数（B3）。")


def test_two_wrong_cells_are_told_together_and_a_common_reason_once():
    pair = cells(wrong("一", "42.53", SlipKind.SWAPPED), wrong("三", "5.23", SlipKind.SWAPPED))
    assert told(pair).message == (
        "表!B2 “一”填 24.53，若为 42.53，并且表!B3 “三”填 2.53，若为 5.23 则相符，像是都有两个数字颠倒。"
    )


def test_a_cell_of_a_table_is_named_with_its_row():
    [cell] = told(cells(wrong("明细.金额", "6.00", SlipKind.CHANGED))).corrections
    assert cell.label == "甲 金额"


def test_figures_are_told_in_the_unit_of_the_workbook_and_numbers_of_people_as_they_are():
    wan = Unit("万元", Decimal("0.1"))
    assert "填 245.30，" in told(cells(wrong("一", "42.53", SlipKind.SWAPPED)), unit=wan).message
    assert "填 3，若为 5 则" in told(cells(wrong("人数", "5", SlipKind.CHANGED)), unit=wan).message


def stale(*terms: str) -> str:
    mended = (wrong(term, "1042.53", SlipKind.STALE) for term in terms)
    return told(cells(*mended, cause=Cause.STALE)).message


def test_a_total_left_old_is_told_with_its_difference():
    assert stale("合计") == "表!B4 “合计”仍是旧数，差 1,000.00元，像是明细改过而合计没有跟着改。"


def test_several_totals_left_old_are_told_together():
    message = stale("合计", "总计")
    assert message.startswith("表!B4 “合计”、表!C4 “总计”这些合计仍是旧数，均差 1,000.00元，")


def test_of_many_totals_left_old_four_are_named_and_all_are_counted():
    assert "等" not in stale("一", "三", "合计", "总计")
    message = stale("一", "三", "合计", "总计", "人数")
    assert "“总计”等5个单元格这些合计仍是旧数" in message
    assert "人数" not in message


def items(total: str, spent: str) -> Suggestion:
    book = sheet("合计 = 一 + 二", "合计 = 总计 + 三", 合计=total, 一=spent, 总计=total)
    return told(Explanation((), 0, (0,), Cause.ITEMS), book)


def test_items_that_come_to_less_than_their_total_are_too_few():
    suggestion = items("42.53", "40.00")
    assert suggestion.message == "合计与“核对X-2”相符，问题更可能在明细：少列一项或少填 2.53元。"
    assert suggestion.corrections == ()


def test_items_that_come_to_more_than_their_total_are_too_many():
    assert items("40.00", "42.53").message.endswith("多列一项或多填 2.53元。")


def test_a_slip_of_two_cells_is_said_of_both_and_two_different_ones_one_after_the_other():
    one, two = (wrong(term, "42.53", SlipKind.CHANGED) for term in ("一", "三"))
    assert told(cells(one, two)).message.endswith("则相符，像是各打错了一个数字。")
    assert told(cells(one)).message.endswith("则相符，像是打错了一个数字。")
    other = wrong("三", "42.53", SlipKind.SIGN)
    assert told(cells(one, other)).message.endswith("则相符，像是打错了一个数字，像是正负号填反。")
