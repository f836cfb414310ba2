"""What would explain a group of broken equations, the least surprising first; equations of a few cells."""

from __future__ import annotations

from checks.sheets import CENT, YUAN, Sheet, sheet
from msgspec.structs import replace

from jixiao.checks.diagnosis.appraisal import Appraisal
from jixiao.checks.diagnosis.explanations import SELDOM, Cause, Explainer, Explanation
from jixiao.checks.diagnosis.localisation import Search
from jixiao.checks.diagnosis.slips import decibans
from jixiao.model.fact import Place

SUM, GRAND = "合计 = 一 + 二", "总计 = 合计 + 三"
GOOD = {"一": "1024.53", "二": "2000.07", "三": "3001.18", "合计": "3024.60", "总计": "6025.78"}
Said = tuple[Cause, tuple[str, ...]]


def groups(book: Sheet) -> list[tuple[tuple[int, ...], list[Explanation]]]:
    appraisal = Appraisal(book.network, YUAN)
    return Explainer(Search(book.network, CENT / 2), appraisal).groups()


def said(explanations: list[Explanation]) -> list[Said]:
    return [(one.cause, tuple(cell.fact.term for cell in one.cells)) for one in explanations]


def explained(book: Sheet) -> list[Said]:
    """The explanations of the only group."""
    [(_, found)] = groups(book)
    return said(found)


def two_sums(**changed: str) -> Sheet:
    return sheet(SUM, GRAND, **GOOD | changed)


def test_where_all_agrees_there_is_nothing_to_explain():
    assert groups(two_sums()) == []


def test_a_slip_of_the_fingers_is_the_first_explanation():
    assert explained(two_sums(合计="3042.60"))[0] == (Cause.CELLS, ("合计",))


def test_the_least_surprising_comes_first():
    [(_, found)] = groups(two_sums(一="1042.53"))
    assert said(found) == [(Cause.CELLS, ("一",)), (Cause.ITEMS, ()), (Cause.CELLS, ("二",))]
    assert [one.surprise for one in found] == sorted(one.surprise for one in found)


def test_an_explanation_blames_its_cells_and_names_its_equations():
    book = two_sums(合计="3042.60")
    [(positions, [first, *_])] = groups(book)
    assert first.blamed == {book.cell("合计")}
    assert first.positions == positions == (0, 1)


def test_a_changed_item_leaves_the_totals_of_all_its_sums_old():
    book = sheet(SUM, "总计 = 一 + 三", **GOOD | {"总计": "4025.71", "一": "9876.54"})
    assert (Cause.STALE, ("合计", "总计")) in explained(book)


def test_a_blank_item_is_blamed_before_two_totals_that_would_both_be_old():
    book = sheet(SUM, "总计 = 一 + 三", **GOOD | {"总计": "4025.71", "一": ""})
    assert explained(book)[0] == (Cause.CELLS, ("一",))


ROWS = [{"名称": "甲", "金额": "3000.00"}, {"名称": "乙", "金额": "5123.45"}]


def test_a_total_that_agrees_elsewhere_lacks_a_row():
    book = sheet("合计 = SUM(明细.金额)", SUM, rows=ROWS, 合计="9357.91", 一="4357.91", 二="5000.00")
    assert (Cause.ITEMS, ()) in explained(book)


def test_a_total_that_balances_elsewhere_was_not_left_old():
    balance = "合计 + 一 = 二 + 三"
    book = sheet(
        "合计 = SUM(明细.金额)", balance, rows=ROWS, 合计="9357.91", 一="1.00", 二="9000.00", 三="358.91"
    )
    assert Cause.STALE not in {cause for cause, _ in explained(book)}


def test_a_total_that_nothing_bears_out_has_no_item_to_blame():
    book = sheet("合计 = SUM(明细.金额)", rows=ROWS, 合计="9357.91")
    assert Cause.ITEMS not in {cause for cause, _ in explained(book)}


def test_items_that_all_agree_elsewhere_are_not_blamed():
    confirmed = ("一 = 三", "二 = 四", "合计 = 总计")
    cells = {"一": "1024.53", "三": "1024.53", "二": "2000.07", "四": "2000.07"}
    book = sheet(SUM, *confirmed, **cells, 合计="9357.91", 总计="9357.91")
    assert Cause.ITEMS not in {cause for _, found in groups(book) for cause, _ in said(found)}


def test_of_two_figures_that_should_be_equal_either_was_left_old():
    book = sheet("一 = 二", 一="1024.53", 二="2998.71")
    assert [one for one in explained(book) if one[0] is Cause.STALE] == [
        (Cause.STALE, ("一",)),
        (Cause.STALE, ("二",)),
    ]


def test_two_slips_that_share_no_equation_are_two_groups_with_their_own_alternatives():
    book = two_sums(一="1042.53", 三="3011.18")
    assert [(positions, said(found)) for positions, found in groups(book)] == [
        ((0,), [(Cause.CELLS, ("一",)), (Cause.CELLS, ("二",))]),
        ((1,), [(Cause.CELLS, ("总计",)), (Cause.CELLS, ("三",))]),
    ]


def test_two_slips_in_the_same_equation_are_one_explanation():
    book = sheet("合计 = 一 + 二", "一 = 三", "二 = 四", **cells_of_pairs(一="1042.53", 二="2000.70"))
    assert explained(book) == [(Cause.CELLS, ("一", "二"))]


def cells_of_pairs(**changed: str) -> dict[str, str]:
    """Two items, each beside a copy of it."""
    return {"一": "1024.53", "三": "1024.53", "二": "2000.07", "四": "2000.07", "合计": "3024.60"} | changed


def test_beside_a_slip_that_can_be_told_the_other_equations_stay_unexplained():
    cells = {"一": "1042.53", "三": "1024.53", "二": "6.89", "四": "777.77", "合计": "9357.91"}
    book = sheet("一 = 三", "合计 = 一 + 二 + 四", **cells)
    assert [(positions, said(found)) for positions, found in groups(book)] == [
        ((0,), [(Cause.CELLS, ("三",))]),
        ((1,), []),
    ]


def test_a_blank_cell_is_less_likely_where_another_one_would_do_as_well():
    def left_out(**cells: str) -> int:
        book = sheet("合计 = 一 + 二 + 三", 合计="1042.53", 一="24.53", **cells)
        [(_, found)] = groups(book)
        return next(one.surprise for one in found if one.cells[0].fact.term == "三")

    assert left_out() - left_out(二="1.00") == decibans(2)


def test_totals_that_are_out_by_the_same_telling_amount_were_left_old_together():
    cells = {"一": "1.00", "二": "2.00", "三": "3.00", "四": "4.00", "合计": "1026.45", "总计": "1030.45"}
    book = sheet("合计 = 一 + 二", "总计 = 三 + 四", **cells)
    assert [(positions, said(found)[0]) for positions, found in groups(book)] == [
        ((0, 1), (Cause.STALE, ("合计", "总计")))
    ]


def test_that_totals_were_left_old_is_less_likely_where_a_part_is_blank():
    def left_old(part: str) -> int:
        book = sheet(SUM, "总计 = 一 + 三", **GOOD | {"总计": "4025.71", "一": part})
        [(_, found)] = groups(book)
        return next(one.surprise for one in found if one.cause is Cause.STALE)

    assert left_old("") - left_old("2049.06") == SELDOM  # the gap is the same


def test_a_row_may_be_missing_although_all_that_are_there_agree_elsewhere():
    rows = [
        {"名称": name, "金额": amount, "预算": amount} for name, amount in (("甲", "3.00"), ("乙", "5.12"))
    ]
    cells = {"合计": "9357.91", "一": "4357.91", "二": "5000.00"}
    book = sheet("合计 = SUM(明细.金额)", SUM, "明细.金额 = 明细.预算", rows=rows, **cells)
    assert (Cause.ITEMS, ()) in explained(book)


def test_a_total_that_another_sheet_bears_out_was_not_left_old_where_a_slip_explains_it():
    book = sheet(
        "合计 = 一 + 二",
        "合计 = 总计",
        **{"合计": "1326.53", "总计": "1326.53", "一": "134.53", "二": "2.00"},
    )
    assert Cause.STALE in [cause for cause, _ in explained(book)]
    there = replace(book.record.fields["总计"], place=Place("别的表", "B2"))
    elsewhere = replace(book.record, fields={**book.record.fields, "总计": there})
    assert Cause.STALE not in [cause for cause, _ in explained(Sheet(elsewhere, book.checks))]


def test_the_only_blank_cell_that_fits_comes_before_a_copied_figure():
    book = sheet("合计 = 一 + 二", **{"一": "24.53", "三": "24.53", "合计": "100.00"})
    assert explained(book)[0] == (Cause.CELLS, ("二",))
