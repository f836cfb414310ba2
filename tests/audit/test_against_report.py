"""This year's report against last year's: what was left there is carried here."""

from __future__ import annotations

from audit.reports import report

from jixiao.audit.against_report import yardstick_of_report
from jixiao.audit.audit import audit, read_context
from jixiao.audit.finding import AuditKind
from jixiao.audit.report_text import read_text

LAST = (
    "2022年度部门决算情况说明",
    "2022年度本年收入合计310.20万元，本年支出合计300.10万元，年末结转和结余20.30万元。",
    "“三公”经费支出决算5.20万元，公务接待费支出1.30万元。",
)


def told(*lines: str, last: tuple[str, ...] = LAST) -> list[tuple[str, str, str]]:
    """(id, stated, computed) of what this year's report, of 2023, says otherwise."""
    before = report(*last)
    before = type(before)(before.file, before.kind, before.blocks[1:])  # without the title of 2023
    yardstick = yardstick_of_report(read_context(read_text(before)), "上年.docx")
    findings = audit(report(*lines), (yardstick,)).findings
    return [(one.id, one.stated, one.computed) for one in findings if one.kind is AuditKind.LAST_YEAR]


def test_a_report_that_carries_on():
    assert (
        told(
            "年初结转和结余20.30万元，本年收入合计330.20万元，比上年增加20万元。",
            "2022年度本年支出合计300.1万元。公务接待费支出1.10万元，比上年减少0.20万元。",
        )
        == []
    )


def test_an_opening_balance_that_is_not_last_years_closing_one():
    assert told("年初结转和结余23.30万元。") == [("LAST-YEAR-FIGURE", "23.30万元", "20.30万元")]


def test_a_figure_of_last_year():
    assert told("2022年度本年支出合计301.10万元。") == [("LAST-YEAR-FIGURE", "301.10万元", "300.10万元")]


def test_a_change_that_does_not_lead_back():
    line = "公务接待费支出1.10万元，比上年减少0.40万元。"
    assert told(line) == [("LAST-YEAR-CHANGE", "0.40万元", "0.20万元")]


def test_what_last_year_says_in_two_ways_is_left_out():
    assert told("年初结转和结余23.30万元。", last=(*LAST, "年末结转和结余22万元。")) == []


def test_another_year_is_told():
    last = tuple(line.replace("2022", "2021") for line in LAST)
    assert [each[0] for each in told("年初结转和结余23.30万元。", last=last)] == ["LAST-YEAR-YEAR"]


def test_a_report_without_a_year_is_told():
    assert [each[0] for each in told("年初结转和结余23.30万元。", last=("说明", "收入5万元。"))] == [
        "LAST-YEAR-YEAR"
    ]


def test_a_rate_that_does_not_lead_back():
    line = "公务接待费支出1.10万元，比上年下降{}%。"
    assert told(line.format("15.38")) == []
    assert told(line.format("18.35")) == [("LAST-YEAR-CHANGE", "18.35%", "15.38%")]


def test_a_change_the_other_way():
    line = "公务接待费支出1.10万元，比上年增加0.20万元。"
    assert told(line) == [("LAST-YEAR-CHANGE", "0.20万元", "减少0.20万元")]


def test_the_report_of_another_unit():
    last = ("石桥县林业局2022年度部门决算", "石桥县林业局是政府组成部门。", *LAST[1:])
    own = ("白沙县民政局2023年度部门决算", "白沙县民政局是政府组成部门。", "白沙县民政局内设机构2个。")
    assert [each[0] for each in told(*own, last=last)] == ["LAST-YEAR-UNIT"]
