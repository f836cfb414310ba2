"""The formula of rows, learnt from the rows that follow it."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["单位名称", "合计", "基本支出", "项目支出"]
ROWS = [
    ["甲所", "30.50", "20.30", "10.20"],
    ["乙所", "41.00", "30.00", "11.00"],
    ["丙所", "12.25", "12.25", ""],
    ["丁所", "7.00", "3.00", "4.00"],
    ["戊所", "9.10", "5.00", "4.10"],
]


def test_rows_that_follow_the_formula():
    assert ids("单位：万元", [HEAD, *ROWS]) == []


def test_the_row_that_does_not():
    rows = [*ROWS[:4], ["戊所", "9.10", "5.00", "4.01"]]
    assert said("单位：万元", [HEAD, *rows]) == [("TABLE-ROW", "9.10", "9.01万元")]


def test_columns_without_a_formula():
    rows = [[row[0], *reversed(row[1:])] for row in ROWS]
    assert ids("单位：万元", [["单位名称", "甲", "乙", "丙"], *rows]) == []


def test_too_few_rows_say_nothing():
    assert ids("单位：万元", [HEAD, *ROWS[:2], ["戊所", "9.10", "5.00", "4.01"]]) == []


PRINTED = (
    "财政拨款支出表",
    "单位：万元",
    "项目 合计 一般公共预算 政府性基金",
    *(f"{name}支出 {n}.50 {n}.50" for n, name in enumerate(("教育", "农林", "卫生", "住房", "环保"), 21)),
)


def test_a_total_that_is_its_only_part():
    assert ids(*PRINTED, kind="txt") == []
    assert ids(*PRINTED[:-1], "环保支出 25.50 52.50", kind="txt") == ["TABLE-ROW"]


def test_income_as_it_is_printed():
    lines = (
        "收入决算表",
        "单位：万元",
        "科目名称 本年收入合计 财政拨款收入 事业收入 其他收入",
        "合计 600.50 300.30 200.10 100.10",
        "210 卫生健康支出 590.50 290.30 200.10 100.10",
        "21002 公立医院 580.50 {} 200.10 100.10",
    )
    assert ids(*(line.format("280.30") for line in lines), kind="txt") == []
    assert ids(*(line.format("208.30") for line in lines), kind="txt") == ["TABLE-ROW"]


def test_a_total_is_the_only_part_that_its_rows_fill():
    head = ["项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"]
    names = ("教育", "农林", "卫生", "住房", "环保")
    rows = [[f"{name}支出", f"{number}.02", f"{number}.02"] for number, name in enumerate(names, 21)]
    assert ids("单位：万元", [head, *rows]) == []
    rows[2][1] = "32.20"
    assert said("单位：万元", [head, *rows]) == [("TABLE-ROW", "32.20", "23.02万元")]


def test_weights_and_their_total():
    head = ["项目名称", "产出权重", "效益权重", "满意度权重", "成本权重", "权重合计"]
    rows = [[name, "50", "20", "20", "10", "100"] for name in ("图书馆", "文化馆", "市场管理", "宣传")]
    assert ids([head, *rows, ["文物修缮", "45", "25", "20", "10", "100"]]) == []
    assert said([head, *rows, ["文物修缮", "50", "20", "15", "10", "100"]]) == [("TABLE-ROW", "100", "95分")]


def test_few_rows_bear_out_a_total_of_all_columns():
    def table(last: str) -> list[list[str]]:
        return [
            ["题目", "很满意", "较满意", "一般", "不满意", "合计", "满意度"],
            ["发放及时性", "268", "213", "61", "18", "560", "85.89%"],
            ["服务质量", "231", "242", "64", "23", "560", "84.46%"],
            ["改造效果", last, "205", "45", "15", "560", "89.29%"],
        ]

    assert ids("问卷统计", table("295")) == []
    assert said("问卷统计", table("297"))[0][:1] == ("TABLE-ROW",)


def test_a_gap_beside_amounts_with_their_unit_is_in_that_unit():
    def table(gap: str) -> list[list[str]]:
        return [
            ["税种", "2023年（万元）", "2022年（万元）", "增减额", "增减率"],
            ["增值税", "18,964", "17,820", "1,144", "6.4%"],
            ["企业所得税", "6,238", "6,594", "-356", "-5.4%"],
            ["资源税", "3,406", "3,118", "288", "9.2%"],
            ["个人所得税", "1,875", "1,742", "133", "7.6%"],
            ["契税", "4,920", "6,015", gap, "-18.2%"],
        ]

    assert ids(table("-1,095")) == []
    assert said(table("1,095"))[0][0] == "TABLE-ROW"


def test_areas_may_be_rounded_where_answers_are_not():
    rows = [
        ["乡镇", "水田面积", "旱地面积", "园地面积", "合计"],
        ["东河镇", "268", "213", "61", "542"],
        ["西河镇", "231", "242", "64", "537"],
        ["南河镇", "295", "205", "45", "546"],
    ]
    assert ids("面积统计", rows) == []
