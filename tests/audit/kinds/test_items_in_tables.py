"""Amounts whose name a paragraph begins with, against the row of that name, in whatever unit."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

TABLE = [
    ["序号", "项目名称", "预算数", "执行数", "结余"],
    ["1", "学前教育资助", "270,000", "268,300", "1,700"],
    ["2", "园舍维修改造", "630,000", "612,480", "17,520"],
    ["3", "保教设备购置", "600,000", "586,000", "14,000"],
    ["合计", "", "1,500,000", "1,466,780", "33,220"],
]


@pytest.mark.parametrize(
    "text",
    [
        "2.园舍维修改造。支出{}万元，完成防水1460平方米。",
        "2.园舍维修改造：实际支出{}万元，完成防水。",
        "（二）园舍维修改造。项目支出{}万元。",
        "二是园舍维修改造，全年支出{}万元。",
        "园舍维修改造项目实际支出{}万元，用于防水。",
        "园舍维修改造共支出{}万元。",
    ],
)
@pytest.mark.parametrize("wrong", ["62.15", "612.48"])
def test_the_row_of_its_name(text: str, wrong: str):
    assert ids("项目支出明细表", "单位：元", TABLE, text.format("61.25")) == []
    assert [one[:2] for one in said("项目支出明细表", "单位：元", TABLE, text.format(wrong))] == [
        ("NAMED-TABLE", f"{wrong}万元")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2.园舍维修改造。涉及6个班，厨房另行支出62.15万元。",  # of something else
        "2.园舍维修改造。支出43.70万元，其余下年支付。",  # no slip
    ],
)
def test_silent_where_it_is_not_sure(text: str):
    assert ids("项目支出明细表", "单位：元", TABLE, text) == []
