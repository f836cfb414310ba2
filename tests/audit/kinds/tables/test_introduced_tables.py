"""Amounts that introduce a table."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [
    ["项目名称", "支出金额（万元）"],
    ["病房改造", "320.00"],
    ["设备更新", "186.50"],
    ["医院改革", "240.00"],
    ["合计", "746.50"],
]


def test_the_total_of_the_table_below():
    assert ids("项目支出共3个，合计746.50万元，具体如下：", TABLE) == []
    wrong = "项目支出共3个，合计764.50万元，具体如下："
    assert said(wrong, TABLE) == [("TABLE-INTRODUCED", "764.50万元", "746.50万元")]


def test_silent_where_no_slip_explains_it_or_nothing_is_introduced():
    assert ids("项目支出共3个，全年预算900.00万元，具体如下：", TABLE) == []
    assert ids("项目支出共3个，合计764.50万元。", TABLE) == []
