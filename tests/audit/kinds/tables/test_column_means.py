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
