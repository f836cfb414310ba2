"""Amounts of the text that a row of a table is named for."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [["支出", "决算数"], ["城乡社区支出", "4502.91"], ["农林水支出", "780.44"]]


def test_a_class_of_the_text():
    lines = ("收入支出决算总表", "单位：万元", TABLE)
    assert ids(*lines, "城乡社区支出4502.91万元，用于道路。") == []
    assert said(*lines, "城乡社区支出4520.91万元，用于道路。") == [
        ("NAMED-TABLE", "4520.91万元", "4502.91万元")
    ]


def test_another_amount_is_no_slip():
    assert ids("收入支出决算总表", "单位：万元", TABLE, "农林水支出312.60万元，用于水渠。") == []


def test_an_income_is_no_expenditure():
    rows = [["项目", "决算数"], ["一般公共预算财政拨款收入", "160.04"], ["其他收入", "3.20"]]
    assert ids("收入支出决算总表", "单位：万元", rows, "一般公共预算财政拨款支出160.94万元。") == []


def test_a_class_with_the_word_for_expenditure_twice():
    rows = [["科目编码", "科目名称", "合计"], ["208", "社会保障和就业支出", "158.37"]]
    text = "2.社会保障和就业支出（类）支出{}万元，主要用于养老保险缴费。"
    assert ids("支出总表", "单位：万元", rows, text.format("158.37")) == []
    assert ids("支出总表", "单位：万元", rows, text.format("158.73")) == ["NAMED-TABLE"]
