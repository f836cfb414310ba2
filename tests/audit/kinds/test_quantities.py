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
