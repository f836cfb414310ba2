"""What is said about totals that are offered, and about those that the tool has typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks.sheets import YUAN, Sheet, sheet

from jixiao.checks.offered_totals import OfferedTotal, offered_totals
from jixiao.checks.total_findings import (
    filled_findings,
    marked,
    marks_in,
    offer_findings,
    without_spent,
)
from jixiao.model.outcome import Severity
from jixiao.model.written_explanation import BY_THE_TOOL, WrittenExplanation

SUM = "合计 = 一 + 二"
PARTS = {"一": "1.00", "二": "2.00"}
KEY = "TOTAL-02@表"


def offers(book: Sheet) -> tuple[OfferedTotal, ...]:
    return offered_totals(book.network, {})


def marks() -> dict[str, WrittenExplanation]:
    """As they stand in the workbook once the total was typed."""
    return marked(offers(sheet(SUM, **PARTS)), {})


def told(written: dict[str, WrittenExplanation], typed: str) -> list[str]:
    book = sheet(SUM, **PARTS, 合计=typed)
    return [finding.message for finding in filled_findings(written, book.record, YUAN)]


def test_an_offer_says_cell_and_figure_and_how_to_take_it():
    (finding,) = offer_findings(offers(sheet(SUM, **PARTS)), YUAN)
    assert finding.severity is Severity.NOTE
    assert "本表有 1 个合计空着，明细都已填，相加是：B4 “合计” 3.00元。" in finding.message
    assert "jixiao fill" in finding.message
    (correction,) = finding.suggestions[0].corrections
    assert (str(correction.place), correction.needed) == ("表!B4", "3.00")


def test_what_the_tool_typed_is_told_while_it_stands():
    assert told(marks(), "3.00") == ["表!B4 本表有 1 个合计是工具代填的：B4 “合计” 3.00元。"]
    assert told(marks(), "4.00") == []
    assert told(marks(), "") == []


def test_a_mark_goes_once_all_its_figures_are_typed_over():
    standing, over = (sheet(SUM, **PARTS, 合计=typed).record for typed in ("3.00", "4.00"))
    own = {"X-1": WrittenExplanation("有文件")}
    assert without_spent(own | marks(), standing) == own | marks()
    assert without_spent(own | marks(), over) == own


def test_a_deleted_mark_and_one_that_was_written_anew_say_nothing():
    assert told({}, "3.00") == []
    assert told({KEY: WrittenExplanation("已核对")}, "3.00") == []


def test_a_second_filling_adds_to_the_marks_of_the_first():
    more = marked(offers(sheet("总计 = 三 + 四", 三="0", 四="5.00")), marks())
    assert {one.term: Decimal(one.value) for one in marks_in(more)[KEY]} == {"合计": 3, "总计": 5}


def test_what_somebody_wrote_beside_such_a_finding_is_kept():
    own = {KEY: WrittenExplanation("已与决算报表核对")}
    found = marked(offers(sheet(SUM, **PARTS)), own)
    assert {key: one.text for key, one in (own | found).items()} == {
        KEY: "已与决算报表核对",
        f"{KEY}·2": BY_THE_TOOL,
    }


@pytest.mark.parametrize("figures", ["3460800±50", "abc", "null", "[[1, 2]]", '[["表.合计", "", "x"]]'])
def test_what_stands_beside_it_and_is_not_the_tools_is_no_mark(figures: str):
    written = {KEY: WrittenExplanation(BY_THE_TOOL, figures)}
    assert marks_in(written) == {}
    assert without_spent(written, sheet(SUM, **PARTS).record) == written
