"""What the text says of all that a column counts."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [
    ["子项目", "已支付", "受益人口（人）"],
    ["管网改造", "115.40", "5815"],
    ["水源工程", "89.44", "6316"],
    ["合计", "204.84", "12131"],
]


def _report(count: str) -> list[str | list[list[str]]]:
    return ["表1 支付情况表", "单位：万元", TABLE, f"受益人口{count}人，超过目标。"]


def test_the_total_below_that_head():
    assert ids(*_report("12131")) == []
    assert said(*_report("12113")) == [("HEAD-TABLE", "12113人", "12131人")]


def test_some_of_them_say_nothing():
    assert ids(*_report("4316")) == []
