"""What was written beside findings: which warnings it closes, and when it lapses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from jixiao.checks.acceptance import accepted, explained, under_present_ids
from jixiao.checks.confront import Verdict, confront
from jixiao.checks.findings import findings_of
from jixiao.checks.unit import Unit
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import LAPSED, WrittenExplanation, lapsed, offered
from jixiao.pack.computed import with_computed
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN, YUAN = Unit("万元", Decimal(10000)), Unit("元", Decimal(1))
WHY = "军转安置1人"
ERROR = {
    "社保基金.名称": "工伤保险基金",
    "社保基金.支出合计": "13.22",
    "社保基金.支出项目.金额": ["4.00", "6.00"],
}


def staff(there: int) -> dict[str, str]:
    return {"实有数.合计": str(there), "编制数.合计": "60"}


def budget(closing: str) -> dict[str, str]:
    """An opening balance that is not last year's closing balance: BAL-02."""
    return {"结转结余.年初": "100.00", "上年结转结余.年末": closing}


def verdicts(given: dict, unit: Unit = WAN) -> tuple[Verdict, ...]:
    record = with_computed(record_of_example(given, PACK, unit.factor), PACK)
    return confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)


def found(id_: str, given: dict, unit: Unit = WAN) -> Finding:
    return next(finding for finding in findings_of(verdicts(given, unit), unit) if finding.id == id_)


def told(finding: Finding, written: WrittenExplanation) -> Finding:
    [told] = explained([finding], {finding.key: written}, PACK.fillers)
    return told


def written_for(finding: Finding, text: str = WHY) -> WrittenExplanation:
    """As a run leaves it in the workbook."""
    today = told(finding, WrittenExplanation(text))
    return WrittenExplanation(today.explanation, today.figures)


def test_an_explanation_closes_a_warning():
    finding = told(found("STAFF-03", staff(61)), WrittenExplanation(WHY))
    assert (finding.outcome, finding.open, finding.explanation) == (Outcome.EXPLAINED, False, WHY)


def test_an_explanation_does_not_close_an_error():
    finding = told(found("FUND-02", ERROR), WrittenExplanation("已知此差异"))
    assert finding.open
    assert "“已知此差异”不能代替改正" in finding.mend
    assert "不能代替" not in told(found("FUND-02", ERROR), WrittenExplanation("上年说明：已知")).mend


def test_an_explanation_of_one_row_does_not_close_another():
    finding = found("STAFF-03", staff(61))
    rows = [replace(finding, key=f"STAFF-03@{row}") for row in ("甲", "乙")]
    told = explained(rows, {"STAFF-03@乙": WrittenExplanation(WHY)})
    assert {finding.key: finding.open for finding in told} == {"STAFF-03@甲": True, "STAFF-03@乙": False}


def test_findings_with_the_same_key_are_told_apart():
    finding = found("STAFF-03", staff(61))
    first, second = explained([finding, finding], {"STAFF-03#2": WrittenExplanation(WHY)})
    assert (first.open, second.open) == (True, False)


def test_errors_come_first_and_explained_ones_after_open_ones():
    listed = explained([found("STAFF-03", staff(61)), found("FUND-02", ERROR)], {})
    assert [finding.id for finding in listed] == ["FUND-02", "STAFF-03"]


def test_an_explanation_from_last_year_that_nobody_confirmed_closes_nothing():
    finding = told(found("STAFF-03", staff(61)), WrittenExplanation(offered(WHY)))
    assert finding.open
    assert "删去开头的“上年说明：”即生效" in finding.mend


def test_it_holds_as_long_as_its_figures_are_the_same():
    finding = found("STAFF-03", staff(61))
    assert not told(finding, written_for(finding)).open


@pytest.mark.parametrize("there", [62, 95])
def test_it_lapses_when_more_people_are_there(there: int):
    finding = told(found("STAFF-03", staff(there)), written_for(found("STAFF-03", staff(61))))
    assert finding.open
    assert finding.explanation == f"{LAPSED}{WHY}"
    assert "删去开头的“数字已变，原说明：”即生效" in finding.mend


def test_it_lapses_when_the_gap_stays_and_both_sides_grow():
    before = found("STAFF-03", staff(61))
    after = found("STAFF-03", {"实有数.合计": "81", "编制数.合计": "80"})
    assert told(after, written_for(before)).open


def test_a_lapsed_one_stays_lapsed_until_its_mark_is_taken_away():
    after = found("STAFF-03", staff(95))
    left = told(after, written_for(found("STAFF-03", staff(61))))
    kept = WrittenExplanation(left.explanation, left.figures)
    assert told(after, kept) == left
    assert not told(after, WrittenExplanation(WHY)).open  # typed anew: its figures are not known any more


def test_a_lapsed_one_comes_to_life_again_with_its_old_figures():
    before = found("STAFF-03", staff(61))
    left = told(found("STAFF-03", staff(95)), written_for(before))
    finding = told(before, WrittenExplanation(left.explanation, left.figures))
    assert (finding.open, finding.explanation) == (False, WHY)


def test_another_unit_of_the_workbook_changes_nothing():
    before = found("BAL-02", budget("75.00"))
    after = found("BAL-02", {"结转结余.年初": "1000012.34", "上年结转结余.年末": "749987.66"}, YUAN)
    assert not told(after, written_for(before)).open


def test_a_last_digit_is_a_change_and_a_gap_of_25_that_becomes_1025_too():
    before = written_for(found("BAL-02", budget("75.00")))
    assert told(found("BAL-02", budget("74.99")), before).open
    assert told(found("BAL-02", {**budget("75.00"), "结转结余.年初": "1100.00"}), before).open


def test_of_a_missing_reason_the_figures_are_those_that_ask_for_it():
    def asked(income: str) -> Finding:
        return found("GPB-06", {"一般公共预算.收入": income, "上年一般公共预算.收入": "10.00"})

    before = written_for(asked("9.00"), "按决算批复不公开原因")
    assert not told(asked("9.00"), before).open
    assert told(asked("2.00"), before).open


def test_an_explanation_beside_an_error_never_lapses_for_it_closes_nothing():
    finding = told(found("FUND-02", ERROR), WrittenExplanation("已知此差异", "1；2"))
    assert (finding.explanation, finding.figures) == ("已知此差异", "1；2")


FILLERS = ("无", "。", "同上", "/", "-", "——", "1", "没有。", "情况属实！", "N/A", "ｏｋ", "已 核 实")


@pytest.mark.parametrize("text", FILLERS)
def test_a_filler_closes_nothing_and_is_told(text: str):
    finding = told(found("STAFF-03", staff(61)), WrittenExplanation(text))
    assert finding.open
    assert f"审核说明写的是“{text}”，没有说明原因，不算数" in finding.mend


@pytest.mark.parametrize("text", [WHY, "退休", "有批文", "无偿调拨资产", "同上年口径不一致"])
def test_a_short_reason_is_one(text: str):
    assert not told(found("STAFF-03", staff(61)), WrittenExplanation(text)).open


def test_what_a_lapsed_explanation_speaks_of_may_be_blamed_again():
    before, grown = verdicts(staff(61)), verdicts(staff(95))
    kept = {"STAFF-03": written_for(found("STAFF-03", staff(61)))}
    assert accepted(before, kept) == {id(v) for v in before if v.key == "STAFF-03"}
    assert accepted(grown, kept) == frozenset()
    assert (
        accepted(grown, {"STAFF-03": replace(kept["STAFF-03"], text=lapsed(WHY), figures="")}) == frozenset()
    )


def test_a_finding_that_no_relation_has_brought_about_lapses_with_what_it_shows():
    shown = Finding(
        "REPORT-04", Severity.WARNING, Outcome.INCONSISTENT, "正文", "", stated="1190万元", key="R"
    )
    kept = written_for(shown)
    assert not told(shown, kept).open
    assert told(replace(shown, stated="2190万元"), kept).open


FORMER = {"OLD-1": "NEW-1", "OLD-2": "NEW-1"}


def test_an_explanation_under_a_former_id_is_kept_under_the_present_one():
    written = {"OLD-1@甲#2": "一", "X-1": "二"}
    assert under_present_ids(written, FORMER) == {"NEW-1@甲#2": "一", "X-1": "二"}


def test_an_explanation_under_the_present_id_is_not_replaced():
    written = {"OLD-1": "旧", "NEW-1": "新"}
    assert under_present_ids(written, FORMER) == written


def test_of_two_former_ids_the_first_that_was_explained_is_kept_under_the_present_one():
    assert under_present_ids({"OLD-1": "一", "OLD-2": "二"}, FORMER) == {"NEW-1": "一", "OLD-2": "二"}


@pytest.mark.parametrize(
    "text", ["情况属实，已核对", "经核对，数据无误。", "已核实；情况属实，无需调整", "与账簿一致"]
)
def test_several_words_that_give_no_reason_close_nothing(text: str):
    finding = told(found("STAFF-03", staff(61)), WrittenExplanation(text))
    assert finding.open
    assert f"审核说明写的是“{text}”，没有说明原因" in finding.mend


@pytest.mark.parametrize("text", ["工具代填，待核对", "工具代填, 待核对。"])
def test_what_the_tool_has_written_itself_closes_nothing(text: str):
    assert told(found("STAFF-03", staff(61)), WrittenExplanation(text)).open
    assert not told(found("STAFF-03", staff(61)), WrittenExplanation(f"{text}：军转安置1人")).open


def test_a_reason_beside_such_words_counts():
    assert not told(found("STAFF-03", staff(61)), WrittenExplanation("情况属实，军转安置1人")).open
