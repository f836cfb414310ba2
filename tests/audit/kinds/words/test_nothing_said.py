"""Nothing of a fund, beside figures of it."""

from __future__ import annotations

import pytest
from audit.reports import ids

NONE = "本单位2023年度无政府性基金收支。"


def test_a_fund_that_has_a_figure():
    assert ids("2023年度政府性基金预算财政拨款支出12.00万元。", NONE) == ["NOTHING-SAID"]
    assert ids("2023年度政府性基金预算财政拨款支出0.00万元。", NONE) == []


def test_a_table_of_the_fund():
    table = [["项目", "合计"], ["移民后扶支出", "{}"], ["合计", "{}"]]
    for figure, told in (("12.00", ["NOTHING-SAID"]), ("0.00", [])):
        filled = [[cell.format(figure) for cell in row] for row in table]
        assert ids("政府性基金预算财政拨款支出决算表", "单位：万元", filled, NONE) == told


@pytest.mark.parametrize(
    "text",
    [
        "如本单位没有政府性基金预算财政拨款支出，应予说明。",
        "2022年度没有政府性基金预算财政拨款支出。",
        "本单位没有外事接待，公务接待费支出2.00万元。",
    ],
)
def test_what_says_something_else(text: str):
    assert ids("2023年度政府性基金预算财政拨款支出12.00万元。", text) == []
