"""Rows that are numbered below another one come to it in each column."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["经费控制情况", "2022年决算数", "2023年预算数", "2023年决算数"]


def _table(last: str, planned: str = "645.00") -> list[list[str]]:
    return [
        HEAD,
        ["三公经费", "18.86", "24.60", "19.37"],
        ["项目支出", "3985.70", "3480.00", "4451.34"],
        ["1、业务工作专项", "3260.54", "2835.00", "3551.45"],
        ["2、运行维护专项", "725.16", planned, last],
        ["公用经费", "204.88", "220.00", "213.46"],
    ]


def test_one_column_that_does_not_add_up():
    assert ids(_table("899.89")) == []
    assert said(_table("889.89")) == [("TABLE-NUMBERED", "4451.34", "4441.34")]


def test_silent_where_the_rows_below_are_only_some():
    assert ids(_table("889.89", "600.00")) == []
