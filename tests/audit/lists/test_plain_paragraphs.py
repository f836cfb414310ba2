"""Paragraphs without numbers below 其中：."""

from __future__ import annotations

from audit.reports import found, ids, said

HEAD = "一般公共预算财政拨款基本支出3318.40万元，其中："
STAFF, RUNNING = (
    "人员经费{}万元，主要包括：基本工资、津贴补贴。",
    "公用经费424.14万元，主要包括：办公费、水费。",
)


def test_a_whole_set_comes_to_its_whole():
    assert ids(HEAD, STAFF.format("2894.26"), RUNNING) == []
    assert said(HEAD, STAFF.format("2849.26"), RUNNING) == [("SUM-LIST", "3318.40万元", "3273.40万元")]


def test_lines_that_run_into_each_other():
    lines = (
        "本年收入合计500.00万元，其中：",
        "财政拨款收入{}万元，占80.00%；",
        "其他收入100.00万元，占20.00%。",
    )
    assert ids(lines[0], lines[1].format("400.00"), lines[2], kind="txt") == []
    told = found(lines[0], lines[1].format("430.00"), lines[2], kind="txt")
    assert [one.id for finding in told for one in (finding, *finding.consequences)] == ["SHARE", "SUM-LIST"]
    assert "430.00" in told[0].quote  # what is quoted shows the figure to be mended


def test_silent_where_more_may_be_left():
    assert ids(HEAD, "会议费12.50万元，比上年减少。", "培训费24.14万元，比上年减少。") == []
