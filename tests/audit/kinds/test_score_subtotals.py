"""小计 in a score table: it adds what stands above it, and is no row of its own."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

PRINTED = (
    "部门整体支出绩效评价指标得分表",
    "一级指标 二级指标 分值 得分",
    "投入 目标设定 6 6",
    "预算配置 9 9",
    "小计 15 15",
    "过程 预算执行 35 33",
    "小计 35 {}",
    "产出 职责履行 30 29.5",
    "小计 30 29.5",
    "效益 履职效益 14 14",
    "公众满意度 6 {}",
    "小计 20 19.5",
    "总分 100 97",
)
SAID = "其中投入部分得15分，过程部分得33分，产出部分得29.5分，效益部分得19.5分。"


def lines(process: str, satisfied: str) -> list[str]:
    values = iter((process, satisfied))
    return [line.format(next(values)) if "{}" in line else line for line in PRINTED]


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_subtotals(kind: str):
    if kind == "txt":
        assert ids(SAID, *lines("33", "5.5"), kind=kind) == []
        assert [one[:2] for one in said(*lines("32", "5.5"), kind=kind)] == [("SCORE-SUBTOTAL", "32")]
        return
    rows = [row.split() for row in lines("33", "5.5")[1:]]
    for number, row in enumerate(rows):
        if len(row) == 3 and row[0] != "总分":
            rows[number] = [rows[number - 1][0], *row]
    rows[-1] = ["总分", "", "100", "97"]
    assert ids(SAID, rows) == []
    rows[5][3] = "32"
    assert ids(rows) == ["SCORE-SUBTOTAL"]


def test_half_a_point_more_than_there_are():
    assert [one[0] for one in said(*lines("33", "6.5"), kind="txt")] == ["SCORE-OVER"]


def test_silent_where_the_rows_are_of_several_levels():
    text = [line.format("33") for line in PRINTED if "目标设定" not in line and "履职效益" not in line]
    assert "SCORE-SUBTOTAL" not in ids(*text, kind="txt")


@pytest.mark.parametrize(
    "parts",
    [
        "产出指标得48.0分（满分50分），效益指标得27.8分（满分30分）",
        "产出指标（50分）得48.0分、效益指标（30分）得27.8分",
        "产出指标48.0分、效益指标27.8分",
        "决策19.0分、过程19.5分、产出28.0分",
    ],
)
def test_levels_of_a_score_that_leave_one_out(parts: str):
    assert ids(f"综合得分94.3分，其中{parts}。") == []


@pytest.mark.parametrize(
    "parts",
    [
        "过程（50分）得49.5分，效果（50分）得45.8分",
        "决策18.0分、过程19.5分、产出29.0分、效益28.8分",
        "投入得48.0分（满分50分），效果得47.3分（满分50分）",
    ],
)
def test_levels_of_a_score_that_are_all(parts: str):
    assert said(f"综合得分94.3分，其中{parts}。") == [("SUM-LIST", "94.3分", "95.3分")]


def test_named_after_its_group_behind_a_group_without_one():
    def table(got: str) -> list[list[str]]:
        return [
            ["一级指标", "三级指标", "分值", "得分"],
            ["预算执行", "预算执行率", "10", "9.67"],
            ["产出指标", "检查企业数", "25", "25.00"],
            ["产出指标", "培训人次", "25", "23.65"],
            ["产出指标小计", "", "50", got],
            ["效益指标", "事故下降率", "30", "29.00"],
            ["效益指标小计", "", "30", "29.00"],
            ["满意度指标", "企业满意度", "10", "9.81"],
            ["总分", "", "100", "97.13"],
        ]

    assert ids(table("48.65"))[:1] != ["SCORE-SUBTOTAL"]
    assert [one[:2] for one in said(table("49.00"))][:1] == [("SCORE-SUBTOTAL", "49.00")]
