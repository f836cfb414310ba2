"""Columns of means."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["县（市）", "参保人数（人）", "基金支出（万元）", "人均支出（元）"]
ROWS = [
    ["甲县", "20000", "1800.00", "900.00"],
    ["乙县", "40000", "3000.00", "750.00"],
    ["丙县", "10000", "880.00", "880.00"],
]


def test_a_mean_that_its_row_does_not_give():
    assert ids([HEAD, *ROWS, ["合计", "70000", "5680.00", "811.43"]]) == []
    assert said([HEAD, *ROWS, ["合计", "70000", "5680.00", "814.13"]]) == [
        ("TABLE-MEAN", "814.13", "811.4286元")
    ] or ids([HEAD, *ROWS, ["合计", "70000", "5680.00", "814.13"]]) == ["TABLE-MEAN"]


def test_silent_where_most_rows_say_otherwise():
    rows = [[*row[:3], "100.00"] for row in ROWS]
    assert ids([HEAD, *rows, ["合计", "70000", "5680.00", "811.43"]]) == []


def test_of_a_size():
    head = ["乡镇", "建设面积（亩）", "投资（万元）", "亩均投资（元）"]
    rows = [["甲镇", "6200", "1488.00", "2400.00"], ["乙镇", "4800", "1142.40", "2380.00"]]
    rows += [["丙镇", "5500", "1320.00", "2400.00"]]
    assert ids([head, *rows, ["丁乡", "3600", "874.80", "2430.00"]]) == []
    assert said([head, *rows, ["丁乡", "3600", "874.80", "2340.00"]]) == [
        ("TABLE-MEAN", "2340.00", "2430.00元")
    ]


def test_silent_of_a_standard():
    head = ["乡镇", "建设面积（亩）", "投资（万元）", "亩均补助标准（元）"]
    rows = [["甲镇", "6200", "1488.00", "1500.00"], ["乙镇", "4800", "1142.40", "1500.00"]]
    assert ids([head, *rows, ["丙镇", "5500", "1320.00", "1800.00"]]) == []
