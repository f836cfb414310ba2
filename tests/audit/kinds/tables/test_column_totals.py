"""Totals of plain lists."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["项目", "预算数", "支出数"]
ROWS = [["甲", "20.00", "19.10"], ["乙", "40.00", "30.00"], ["丙", "50.00", "45.00"]]


def test_a_total():
    assert ids("单位：万元", [HEAD, *ROWS, ["合计", "110.00", "94.10"]]) == []
    assert said("单位：万元", [HEAD, *ROWS, ["合计", "110.00", "91.40"]]) == [
        ("TABLE-TOTAL", "91.40", "94.10万元")
    ]


def test_silent_with_inner_rows():
    rows = [*ROWS, ["其中：丁", "5.00", "5.00"], ["合计", "110.00", "91.40"]]
    assert ids("单位：万元", [HEAD, *rows]) == []
