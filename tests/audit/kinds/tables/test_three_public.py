"""The table of 三公 expenditure, and what the text says of it."""

from __future__ import annotations

from audit.reports import ids, said

HEADS = ["合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行维护费", "公务接待费"]


def table(*figures: str) -> tuple[object, ...]:
    return "财政拨款“三公”经费支出决算表", "单位：万元", [HEADS, list(figures)]


def test_the_row_adds_up():
    assert ids(*table("9.00", "1.00", "6.50", "2.00", "4.50", "1.50")) == []
    assert [one[:2] for one in said(*table("9.00", "1.00", "5.60", "2.00", "4.50", "1.50"))] == [
        ("TABLE-THREE-PUBLIC", "5.60")
    ]


def test_the_text_says_otherwise():
    rows = table("9.00", "1.00", "6.50", "2.00", "4.50", "1.50")
    assert said(*rows, "2.公务接待费支出5.10万元。") == [("QUANTITY-TABLE", "5.10万元", "1.50万元")]
    assert ids(*rows, "2.公务接待费支出1.50万元。") == []


def test_a_table_that_stands_upright():
    def table(total: str) -> list[list[str]]:
        rows = [["合计", "28.00", total], ["因公出国（境）费", "0.00", "0.00"]]
        rows += [["公务用车购置及运行维护费小计", "20.00", "18.92"], ["公务用车购置费", "0.00", "0.00"]]
        rows += [["公务用车运行维护费", "20.00", "18.92"], ["公务接待费", "8.00", "4.86"]]
        return [["项目", "预算数", "决算数"], *rows]

    title, unit = "财政拨款“三公”经费支出决算表", "单位：万元"
    assert ids(title, unit, table("23.78")) == []
    assert ids(title, unit, table("27.38")) == ["TABLE-THREE-PUBLIC"]


def test_a_name_over_two_columns_may_stand_in_the_first():
    heads = [word for name in HEADS for word in (name, "")]
    kinds = ["预算数", "决算数"] * 6
    row = ["9.00", "8.00", "1.00", "0.00", "6.50", "6.50", "2.00", "2.00", "4.50", "4.50", "1.50", "1.50"]
    title, unit = "财政拨款“三公”经费支出决算表", "单位：万元"
    assert ids(title, unit, [heads, kinds, row]) == []
    row[9] = "5.40"
    assert ids(title, unit, [heads, kinds, row]) == ["TABLE-THREE-PUBLIC"]


def test_three_public_within_a_wider_table():
    lines = (
        "基础数据表",
        "填报单位：某校 单位：万元",
        "财政供养人员情况 编制数 实际在职人数 控制率",
        "158 151 95.57%",
        "经费控制情况 2022年决算数 2023年预算数 2023年决算数",
        "三公经费 {} 7.00 5.86",
        "1、公务用车购置和维护经费 4.22 4.50 3.94",
        "其中：公车购置 0.00 0.00 0.00",
        "公车运行维护 4.22 4.50 3.94",
        "2、出国经费 0.00 0.00 0.00",
        "3、公务接待 2.52 2.50 1.92",
    )
    assert ids(*(line.format("6.74") for line in lines), kind="txt") == []
    assert [one[:2] for one in said(*(line.format("6.47") for line in lines), kind="txt")] == [
        ("TABLE-THREE-PUBLIC", "6.47")
    ]
