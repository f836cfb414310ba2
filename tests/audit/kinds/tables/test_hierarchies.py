"""Tables by code: accounts and their classes, the classes and the total."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

HEAD = [["功能分类科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]]
ROWS = [
    ["合计", "", "30.50", "20.30", "10.20"],
    ["208", "社会保障和就业支出", "20.30", "20.30", ""],
    ["20805", "行政事业单位养老支出", "20.30", "20.30", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "12.30", "12.30", ""],
    ["2080506", "机关事业单位职业年金缴费支出", "8.00", "8.00", ""],
    ["212", "城乡社区支出", "10.20", "", "10.20"],
    ["21203", "城乡社区公共设施", "10.20", "", "10.20"],
    ["2120399", "其他城乡社区公共设施支出", "10.20", "", "10.20"],
]


def table(**changed: str) -> list[list[str]]:
    return HEAD + [[changed.get(f"_{row[0]}_{n}", cell) for n, cell in enumerate(row)] for row in ROWS]


def as_lines(rows: list[list[str]]) -> list[str]:
    return ["支出决算表", "单位：万元", *(" ".join(cell for cell in row if cell) for row in rows)]


def test_a_table_that_adds_up():
    assert ids("支出决算表", "单位：万元", table()) == []
    assert ids(*as_lines(table()), kind="txt") == []


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_a_wrong_account_is_named_once(kind: str):
    rows = table(_2080505_2="13.20")
    lines = as_lines(rows) if kind == "txt" else ["支出决算表", "单位：万元", rows]
    assert said(*lines, kind=kind) == [("TABLE-ROW", "13.20", "12.30万元")]


def test_a_wrong_total():
    assert said("支出决算表", "单位：万元", table(_合计_2="30.40")) == [("TABLE-CODES", "30.40", "30.50万元")]


def test_a_code_that_comes_twice_is_not_judged():
    rows = [*table(), ["2080505", "机关事业单位基本养老保险缴费支出", "1.00", "1.00", ""]]
    assert ids("支出决算表", "单位：万元", rows) == []


def test_staff_and_running_costs():
    rows = [
        ["经济分类科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数"],
        ["301", "工资福利支出", "20.00", "302", "商品和服务支出", "5.50"],
        ["30101", "基本工资", "20.00", "30201", "办公费", "5.50"],
        ["303", "对个人和家庭的补助", "1.00", "", "", ""],
        ["30302", "退休费", "1.00", "", "", ""],
        ["人员经费合计", "", "21.00", "公用经费合计", "", "5.50"],
    ]
    title = "一般公共预算财政拨款基本支出决算表"
    assert ids(title, "单位：万元", rows) == []
    rows[-1][2] = "22.00"
    assert said(title, "单位：万元", rows) == [("TABLE-STAFF", "22.00", "21.00万元")]


def test_a_row_of_totals_that_lacks_the_cell_of_the_name():
    table = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["合计", "60.00", "40.00", "20.00"],
        ["208", "社会保障和就业支出", "15.00", "15.00", ""],
        ["213", "农林水支出", "45.00", "25.00", "20.00"],
    ]
    assert ids("支出决算表", "单位：万元", table) == []
