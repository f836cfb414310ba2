"""Amounts in the texts of a workbook: those that no cell has are noted, with what they may have been."""

import pytest
from report.filled import PACK, record, scorecard

from jixiao.model.finding import Finding
from jixiao.model.outcome import Severity
from jixiao.report.making import ReportMaker

MAKER = ReportMaker(PACK)
MONEY = {
    "单位.年度": "2022",
    "一般公共预算.支出": "346.08",
    "上年一般公共预算.支出": "350.63",
    "支出.合计": "346.08",
}


def notes(text: str) -> tuple[Finding, ...]:
    """What is said about the amounts in one paragraph of the narrative."""
    facts = record(MONEY | {"文字材料": [{"章节": "部门预算管理", "正文": text}]})
    return MAKER.read_back(MAKER.made(facts, scorecard(), draft=False), facts)


@pytest.mark.parametrize(
    "text",
    [
        "全年支出346.08万元。",
        "全年支出3460800元，约346.1万元，约0.03亿元。",
        "比上年减少4.55万元，下降1.3%。",
        "办理12件，共5天，满意度96.5%，见财预〔2020〕10号。",
    ],
)
def test_amounts_of_cells_and_of_the_report_raise_no_note(text: str) -> None:
    assert notes(text) == ()


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("全年支出346.80万元。", "很像"),
        ("全年支出364.08万元。", "很像"),
        ("全年支出346.08元。", "像是单位写错了：“本年支出合计（本年数）”是346.08万元。"),
        ("节约资金20万元。", ""),
    ],
)
def test_an_amount_that_no_cell_has_is_noted_with_what_it_may_have_been(text: str, likely: str) -> None:
    [note] = notes(text)
    assert (note.id, note.severity, note.label) == ("REPORT-04", Severity.NOTE, "正文")
    assert likely in note.message
    assert note.message.endswith("没有这个金额。") is not bool(likely)


def test_an_amount_written_twice_in_a_cell_is_noted_once() -> None:
    assert len(notes("先用20万元，再用20万元，又用30万元。")) == 2


def test_a_note_stops_nothing() -> None:
    assert not any(note.open for note in notes("节约资金20万元。"))
