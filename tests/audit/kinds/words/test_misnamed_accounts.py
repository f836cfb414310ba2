"""Accounts whose names differ from those of the tables."""

from __future__ import annotations

import pytest
from audit.reports import said

TABLE = [
    ["科目编码", "科目名称", "合计"],
    ["208", "社会保障和就业支出", "962.96"],
    ["20805", "行政事业单位养老支出", "962.96"],
    ["2080505", "机关事业单位基本养老保险缴费支出", "962.96"],
    ["210", "卫生健康支出", "136.57"],
    ["21004", "公共卫生", "136.57"],
    ["2100409", "重大公共卫生服务", "136.57"],
]
START = ("支出决算表", "单位：万元", TABLE)


def test_a_class_that_is_much_like_one_of_the_table():
    text = "主要用于：{}（类）962.96万元；卫生健康支出（类）136.57万元。社会保障和就业支出（类）增长。"
    assert said(*START, text.format("社会保障和就业支出")) == []
    right = ("ACCOUNT-NAME", "社会保险和就业支出", "社会保障和就业支出")
    assert said(*START, text.format("社会保险和就业支出")) == [right]


@pytest.mark.parametrize(
    ("item", "amount", "told"),
    [
        ("重大传染病防控", "136.57", ["重大传染病防控"]),
        ("重大公共卫生服务", "136.57", []),
        ("重大公共卫生服务补助支出", "136.57", []),  # in a cell of the table the name may be cut off
        ("重大传染病防控", "88.20", []),
    ],
)
def test_an_item_whose_amount_the_table_has_under_another_name(item: str, amount: str, told: list[str]):
    text = f"1.卫生健康支出（类）公共卫生（款）{item}（项）。支出决算{amount}万元，用于补助。"
    assert [one[1] for one in said(*START, text)] == told


def test_a_class_without_tables():
    assert [one[1] for one in said("社会保障与就业支出（类）56.20万元。")] == ["社会保障与就业支出"]
    assert said("社会保障和就业支出（类）56.20万元，教育支出（类）3.10万元，其他支出（类）1.10万元。") == []


MEDICAL = [
    ["科目编码", "科目名称", "合计"],
    ["210", "卫生健康支出", "11.50"],
    ["21011", "行政事业单位医疗", "11.50"],
    ["2101101", "行政单位医疗", "8.20"],
    ["2101102", "事业单位医疗", "3.30"],
]


@pytest.mark.parametrize(
    ("item", "amount", "told"),
    [
        ("行政单位医疗", "3.30", [("ACCOUNT-NAME", "行政单位医疗", "事业单位医疗")]),
        ("事业单位医疗", "3.30", []),
        ("事业单位医疗", "3.03", [("ACCOUNT-TABLE", "3.03万元", "3.30万元")]),
    ],
)
def test_a_name_copied_from_the_item_before(item: str, amount: str, told: list[tuple[str, str, str]]):
    head = "{}.卫生健康支出（类）行政事业单位医疗（款）{}（项）：支出决算为{}万元。"
    lines = (head.format(1, "行政单位医疗", "8.20"), head.format(2, item, amount))
    assert said("一般公共预算财政拨款支出决算表", "单位：万元", MEDICAL, "情况说明", *lines) == told
