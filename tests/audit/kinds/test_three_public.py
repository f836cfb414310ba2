"""The table of 三公 expenditure, and what the text says of it."""

from __future__ import annotations

from audit.reports import ids, said

HEADS = ["合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行维护费", "公务接待费"]


def table(*figures: str) -> tuple[object, ...]:
    return "财政拨款“三公”经费支出决算表", "单位：万元", [HEADS, list(figures)]


def test_the_row_adds_up():
    assert ids(*table("9.00", "1.00", "6.50", "2.00", "4.50", "1.50")) == []
    assert [one[:2] for one in said(*table("9.00", "1.00", "5.60", "2.00", "4.50", "1.50"))] == [
        ("TABLE-THREE-PUBLIC", "9.00")
    ]


def test_the_text_says_otherwise():
    rows = table("9.00", "1.00", "6.50", "2.00", "4.50", "1.50")
    assert said(*rows, "2.公务接待费支出5.10万元。") == [("QUANTITY-TABLE", "5.10万元", "1.50万元")]
    assert ids(*rows, "2.公务接待费支出1.50万元。") == []
