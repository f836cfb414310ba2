"""The row of which a rate is the highest or lowest."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

TABLE = [
    ["地区", "预算（万元）", "支出（万元）", "执行率"],
    ["桐溪区", "200.00", "190.00", "95.00%"],
    ["安浦县", "100.00", "91.00", "91.00%"],
    ["松岭县", "300.00", "297.00", "99.00%"],
    ["合计", "600.00", "578.00", "96.33%"],
]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("从表1看，执行率最高的是{}（99.00%），需要巩固。", "桐溪区", "松岭县"),
        ("从表1看，执行率最低的为{}，仅91.00%，需要督促。", "桐溪区", "安浦县"),
    ],
)
def test_the_rate_of_another_row(text: str, wrong: str, right: str):
    assert said(TABLE, text.format(wrong)) == [("ROW-NAME", wrong, right)]
    assert ids(TABLE, text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "满意度最高的是桐溪区（98.00%）。",  # a rate of no row
        "到位率最低的是桐溪区（99.00%）。",  # not the lowest of the column
        "到位率最高的是市本级（99.00%）。",  # a name of no row
        "执行率最高的是松岭县（99.00%），最低的是安浦县（91.00%）。",
    ],
)
def test_silent_where_it_may_be_said_of_something_else(text: str):
    assert ids(TABLE, text) == []


def test_two_rows_with_the_same_rate():
    rows = [*TABLE[:-1], ["柳河县", "100.00", "99.00", "99.00%"]]
    assert ids(rows, "执行率最高的是桐溪区（99.00%）。") == []


def test_another_table_with_the_name_and_the_rate():
    other = [["地区", "满意度"], ["桐溪区", "99.00%"], ["安浦县", "92.00%"], ["松岭县", "93.00%"]]
    assert ids(TABLE, other, "最高的是桐溪区（99.00%）。") == []
