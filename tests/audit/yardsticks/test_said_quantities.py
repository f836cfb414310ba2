"""Which figures are taken for a quantity, and which are left alone."""

from __future__ import annotations

import pytest
from audit.reports import report

from jixiao.audit.audit import read_context
from jixiao.audit.document.report_text import read_text
from jixiao.audit.yardsticks.said_quantities import said_in_table, said_quantities


def said(*lines: str) -> list[tuple[str, str, str, str]]:
    """(figure, name, fund, moment)"""
    context = read_context(read_text(report(*lines)))
    return [
        (one.figure.written, one.of.name, one.of.scope, one.moment.value)
        for one in said_quantities(context, context.year)
    ]


def test_this_year_and_last():
    assert said("本年支出合计300.50万元。", "2022年支出合计280万元。") == [
        ("300.50万元", "支出", "", "current"),
        ("280万元", "支出", "", "prior"),
    ]


def test_a_budget_is_another_figure_than_its_result():
    moments = {moment for _, _, _, moment in said("“三公”经费年初预算5万元，“三公”经费支出决算4万元。")}
    assert moments == {"initial", "current"}


def test_what_a_budget_provides_is_no_result():
    line = "2023年度专项经费年初预算安排604.56万元。"
    assert said(line) == [("604.56万元", "专项经费", "", "initial")]


def test_the_fund_of_a_list_is_that_of_its_whole():
    line = "2023年工伤保险基金收入300万元，其中：利息收入20万元；上级补助收入280万元。"
    assert {scope for _, _, scope, _ in said(line)} == {"社会保险基金"}


@pytest.mark.parametrize(
    "line",
    [
        "上半年基本支出100万元。",
        "基本支出约100万元。",
        "下属单位基本支出100万元。",
        "2024年计划安排基本支出100万元。",
        "2019年基本支出100万元。",
        "人均公用经费1万元。",
        "政府性基金收入9万元。支出合计5万元。",
    ],
)
def test_what_may_be_something_else_is_left_alone(line: str):
    assert [name for _, name, _, _ in said(line) if name in ("基本支出", "支出", "公用经费")] == []


def test_columns_say_the_time():
    table = [["项目", "上年决算数", "本年预算数", "本年决算数"], ["“三公”经费", "2.10", "2.05", "1.70"]]
    [read] = read_context(read_text(report("金额单位：万元", table))).tables
    found = [(one.figure.written, one.of.name, one.moment.value) for one in said_in_table(read, 2023)]
    assert found == [
        ("2.10", "三公经费", "prior"),
        ("2.05", "三公经费", "budget"),
        ("1.70", "三公经费", "current"),
    ]
