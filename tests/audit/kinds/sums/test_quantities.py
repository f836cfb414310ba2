"""What is said of a quantity again and again."""

from __future__ import annotations

from audit.reports import ids, said


def test_the_one_that_differs():
    text = "机关运行经费支出{}万元。"
    assert ids(text.format("8.50"), text.format("8.50"), text.format("8.50")) == []
    assert said(text.format("8.50"), text.format("5.80"), text.format("8.50")) == [
        ("QUANTITY-TWICE", "5.80万元", "8.50万元")
    ]


def test_two_that_differ_are_told_to_nobody():
    assert ids("机关运行经费支出8.50万元。", "机关运行经费支出5.80万元。") == []


def test_both_sides_of_a_total():
    assert [one[0] for one in said("2023年度收入总计20.50万元，支出总计25.00万元。")] == ["TOTALS-BALANCE"]


def test_a_balance_in_a_bracket_against_the_table_of_all():
    table = [
        ["项目", "决算数", "项目", "决算数"],
        ["本年收入合计", "649.95", "本年支出合计", "651.75"],
        ["年初结转和结余", "21.39", "年末结转和结余", "19.59"],
        ["总计", "671.34", "总计", "671.34"],
    ]
    text = "收入总计671.34万元（含年初结转和结余21.39万元），支出总计671.34万元（含年末结转和结余{}万元）。"
    start = ("收入支出决算总表", "单位：万元", table, "情况说明")
    assert said(*start, text.format("19.59")) == []
    assert said(*start, text.format("20.49")) == [("QUANTITY-TABLE", "20.49万元", "19.59万元")]
    other = text.replace("收入总计", "财政拨款收入总计").replace("，支出总计", "，财政拨款支出总计")
    assert said(*start, other.format("10.49").replace("21.39", "12.29")) == []
