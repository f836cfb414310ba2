"""A note that a table is empty."""

from __future__ import annotations

import pytest
from audit.reports import ids

TABLE = [["公务接待费", "公务用车费"], ["1.35", "46.56"]]
NOTE = "注：本单位没有“三公”经费预算，故本表为空表。"


def test_under_a_table_with_figures():
    assert ids("“三公”经费预算表", "单位：万元", TABLE, NOTE) == ["TABLE-NOT-EMPTY"]


def test_under_an_empty_one():
    assert ids("“三公”经费预算表", "单位：万元", [TABLE[0], ["0.00", "0.00"]], NOTE) == []


def test_about_another_fund():
    note = NOTE.replace("“三公”经费", "政府性基金")
    assert ids("“三公”经费预算表", "单位：万元", TABLE, note) == []


def test_of_a_table_that_is_not_there():
    assert ids("“三公”经费预算表", "单位：万元", TABLE, "政府性基金预算表", NOTE) == []


@pytest.mark.parametrize(
    "note", ["此表无数据。", "（本单位没有“三公”经费，本表为零）", "注：本单位无此项支出，以空表列示。"]
)
def test_other_ways_to_say_it(note: str):
    assert ids("“三公”经费预算表", "单位：万元", TABLE, note) == ["TABLE-NOT-EMPTY"]
    assert ids("“三公”经费预算表", "单位：万元", [TABLE[0], ["0.00", "0.00"]], note) == []


def test_a_table_whose_number_stands_before_its_title():
    assert ids("08表 “三公”经费预算表", "单位：万元", TABLE, NOTE, kind="txt") == ["TABLE-NOT-EMPTY"]


def test_the_number_of_a_page_in_an_empty_table():
    lines = (
        "“三公”经费预算表",
        "单位：万元",
        "科目编码 科目名称 本年支出",
        "合计 基本支出 项目支出",
        NOTE,
        "14",
        "",
        "一、收支",
    )
    assert ids(*lines, kind="txt") == []
