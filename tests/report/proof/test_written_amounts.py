"""Amounts in the texts of a workbook: those that no cell has are told, with what they may have been."""

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


def doubts(text: str) -> tuple[Finding, ...]:
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
        "全年支出846。08 万元，收入846,80万元。",
    ],
)
def test_amounts_of_cells_and_of_the_report_raise_no_doubt(text: str) -> None:
    assert doubts(text) == ()


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("全年支出346.80万元。", "像是写错了：“本年支出合计（本年数）”是346.08万元。"),
        ("本年支出合计364.08万元。", "像是写错了：“本年支出合计（本年数）”是346.08万元。"),
        ("本年支出合计346.08元。", "像是单位写错了：“本年支出合计（本年数）”是346.08万元。"),
    ],
)
def test_an_amount_that_looks_like_a_slip_of_another_is_a_warning(text: str, likely: str) -> None:
    [doubt] = doubts(text)
    assert (doubt.id, doubt.severity, doubt.label) == ("REPORT-04", Severity.WARNING, "正文")
    assert doubt.message.endswith(f"工作簿里没有这个金额。{likely}")


@pytest.mark.parametrize("text", ["节约资金20万元。", "全年支出352万元。"])
def test_an_amount_that_is_like_no_other_is_a_note_and_stops_nothing(text: str) -> None:
    [doubt] = doubts(text)
    assert (doubt.severity, doubt.open) == (Severity.NOTE, False)
    assert doubt.message.endswith("工作簿里没有这个金额。")


def test_no_number_is_cut_in_the_words_around_an_amount() -> None:
    [doubt] = doubts("截至年末累计办理业务1234567笔，节约资金20万元，其中本级7654321元。")[:1]
    assert "1234567笔，节约资金20万元，其中本级" in doubt.message


def test_goals_of_projects_may_name_amounts_of_their_own() -> None:
    project = {"项目名称": "甲", "全年预算数": "10", "全年执行数": "10"}
    goal = {
        "项目名称": "甲",
        "一级指标": "产出指标",
        "年度指标值": "≤5万元",
        "实际完成值": "4.8万元",
        "分值": "90",
        "得分": "90",
    }
    facts = record(MONEY | {"项目自评": [project], "项目指标": [goal]})
    maker = ReportMaker(PACK, "大纲B")
    assert maker.read_back(maker.made(facts, scorecard(), draft=False), facts) == ()


def test_an_amount_written_twice_in_a_cell_is_named_once() -> None:
    assert len(doubts("先用20万元，再用20万元，又用30万元。")) == 2
