"""Columns of points."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["一级指标", "三级指标", "分值", "得分"]
ROWS = [["投入", "合理性", "20", "20"], ["过程", "执行率", "30", "28.5"], ["产出", "完成率", "50", "49"]]


def table(full: str, got: str) -> list[list[str]]:
    return [HEAD, *ROWS, ["总分", "", full, got]]


def test_totals():
    assert ids(table("100", "97.5")) == []
    assert said(table("100", "95.7")) == [("SCORE-TOTAL", "95.7", "97.5分")]


def test_more_points_than_there_are():
    rows = [HEAD, ["投入", "合理性", "20", "22"], *ROWS[1:]]
    assert [one[0] for one in said(rows)] == ["SCORE-OVER"]


def test_weights_of_several_levels_say_nothing():
    assert ids([HEAD, *ROWS, ["小类", "合计数", "100", "97.5"], ["总分", "", "100", "97.5"]]) == []


def test_points_before_a_reason_in_a_printed_table():
    rows = (
        "一级指标 二级指标 三级指标 分值 得分 偏差原因分析及改进措施",
        "产出指标 数量指标 重点工作完成数量 50 48.5 进度偏慢，下年加快支付并加强管理",
        "效益指标 社会效益 服务水平提升 40 40",
        "预算执行 预算执行率 部门预算执行率 10 {} 进度偏慢，下年加快支付并加强管理",
        "总分 100 98",
    )
    assert ids(*(row.format("9.5") for row in rows), kind="txt") == []
    assert "SCORE-TOTAL" in ids(*(row.format("5.9") for row in rows), kind="txt")
