"""This year's report against last year's: what was left there is carried here."""

from __future__ import annotations

import pytest
from audit.reports import report

from jixiao.audit.audit import audit, read_context
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.report_text import read_text
from jixiao.audit.yardsticks.against_report import yardstick_of_report

LAST = (
    "2022年度部门决算情况说明",
    "2022年度本年收入合计310.20万元，本年支出合计300.10万元，年末结转和结余20.30万元。",
    "“三公”经费支出决算5.20万元，公务接待费支出1.30万元。",
)


def told(*lines: str | list[list[str]], last: tuple[str, ...] = LAST) -> list[tuple[str, str, str]]:
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


def test_last_years_figure_in_brackets_behind_this_years():
    line = "2023年度本年收入合计330.20万元（上年{}万元），其中：事业收入30万元。"
    assert told(line.format("310.20")) == []
    assert told(line.format("301.20")) == [("LAST-YEAR-FIGURE", "301.20万元", "310.20万元")]


def test_last_years_figure_between_the_words_of_a_comparison():
    line = "本年支出合计320.10万元。与上年支出{}万元相比，增加{}万元。"
    assert told(line.format("300.10", "20")) == []
    assert [one[1] for one in told(line.format("301.00", "20"))] == ["301.00万元"]
    assert [one[1] for one in told(line.format("300.10", "21.00"))] == ["21.00万元"]


def test_a_comparison_that_stands_before_all_changes():
    line = "本年收入合计330.20万元。与2022年度相比，本年收入增加{}万元，增长{}%。"
    assert told(line.format("20", "6.45")) == []
    assert [one[1] for one in told(line.format("20", "6.54"))] == ["6.54%"]


@pytest.mark.parametrize(
    "line",
    [
        "教育支出100万元。与上年支出90万元相比，增加10万元。",
        "收入总计400万元。与2022年度相比，收入增加40万元。",
        "本年支出合计320.10万元，其中：公务接待费1.10万元，上年为1.85万元。",
        "公务接待费支出1.10万元，比2019年减少0.40万元。",
        "差旅费3万元，比上年支出9万元减少6万元。",
        "本年收入合计330.20万元，购书50册，比上年增加5%。",
        "某项目支出3万元（上年9万元）。",
    ],
)
def test_what_is_of_something_else_is_not_compared(line: str):
    assert told(line) == []


def test_people_more_or_fewer_than_last_year():
    last = (*LAST, "年末实有在职人员93人。")
    line = "我馆实有在职{}人，比上年减少{}人。"
    assert told(line.format(90, 3), last=last) == []
    assert told(line.format(91, 3), last=last) == [("LAST-YEAR-CHANGE", "3人", "2人")]


def test_a_change_the_other_way():
    line = "公务接待费支出1.10万元，比上年增加0.20万元。"
    assert told(line) == [("LAST-YEAR-CHANGE", "0.20万元", "减少0.20万元")]


def test_the_report_of_another_unit():
    last = ("石桥县林业局2022年度部门决算", "石桥县林业局是政府组成部门。", *LAST[1:])
    own = ("白沙县民政局2023年度部门决算", "白沙县民政局是政府组成部门。", "白沙县民政局内设机构2个。")
    assert [each[0] for each in told(*own, last=last)] == ["LAST-YEAR-UNIT"]


def test_the_score_of_last_year():
    last = (*LAST, "自评得分95.40分。")
    line = "自评得分96.29分，比上年{}分提高{}分。"
    assert told(line.format("95.40", "0.89"), last=last) == []
    wrong = told(line.format("94.50", "1.79"), last=last)
    assert [one[1:] for one in wrong] == [("94.50分", "95.40分"), ("1.79分", "0.89分")]


def test_the_score_of_a_project_is_not_that_of_the_report():
    last = (*LAST, "自评得分95.40分。")
    assert told("免费开放项目自评得分90分，比上年94分下降4分。", last=last) == []


def test_a_column_of_last_year_under_its_number():
    head = ["项目", "2023年决算数", "2022年决算数"]
    rows = [["公务接待费", "1.10", "1.30"], ["“三公”经费合计", "5.00", "{}"]]
    for value, needed in (("5.20", []), ("5.02", ["5.20万元"])):
        table = [head, rows[0], [rows[1][0], rows[1][1], value]]
        assert [one[2] for one in told("“三公”经费支出对比表（单位：万元）", table, last=LAST)] == needed


def test_what_is_counted_needs_another_beside_it_that_agrees():
    last = (*LAST, "全年进馆17.20万人次，图书外借8.08万册次。")
    line = "举办活动9场，其中讲座4场；全年进馆18.60万人次，比上年{}万人次增长8.14%；"
    line += "图书外借9.35万册次，比上年{}万册次增长。"
    assert told(line.format("17.20", "8.08"), last=last) == []
    assert [one[2] for one in told(line.format("17.20", "8.80"), last=last)] == ["8.08万册次"]
    assert told("图书外借9.35万册次，比上年8.80万册次增长6.25%。", last=last) == []


def test_what_could_not_be_placed_is_said():
    before = report(*LAST)
    before = type(before)(before.file, before.kind, before.blocks[1:])
    yardstick = yardstick_of_report(read_context(read_text(before)), "上年.docx")
    line = "2023年度本年收入合计330.20万元（上年310.20万元）。购书50册，比上年40册增加10册。"
    [said] = audit(report(line), (yardstick,)).held
    assert said.startswith("与上年报告“上年.docx”核对了1个数，都相同。另有1个说到上年的数")
    assert "40册" in said


def test_in_a_paragraph_about_some_of_the_money_a_change_is_of_that():
    last = (*LAST, "2022年度基本支出200.00万元。")
    own = "2023年度基本支出250.00万元。"
    line = "与上年相比，基本支出增加{}万元。"
    assert [one[2] for one in told(own, line.format("40.00"), last=last)] == ["50.00万元"]
    assert told(own, "一般公共预算财政拨款支出90万元。" + line.format("40.00"), last=last) == []


def test_a_total_of_last_year_in_a_sentence_of_its_own():
    funds = "一般公共预算财政拨款收入300.00万元，政府性基金收入30.20万元"
    line = f"本年收入合计330.20万元，其中{funds}。上年收入合计{{}}万元。"
    assert told(line.format("310.20")) == []
    assert told(line.format("301.20")) == [("LAST-YEAR-FIGURE", "301.20万元", "310.20万元")]
    another = "一般公共预算财政拨款收入300.00万元。上年收入合计301.20万元。"
    assert told(another) == []
