"""Years in the titles of tables, in a report of 2023."""

from __future__ import annotations

import pytest
from audit.reports import ids

LINES = ("一、概况", "二、资金", "资金情况见表。")


def test_the_title_of_last_year():
    assert ids(*LINES, "表1 2022年度子项目资金支付情况表") == ["YEAR"]
    assert ids(*LINES, "表1 2023年度子项目资金支付情况表") == []


@pytest.mark.parametrize(
    "titles",
    [
        ("表1 2022年与2023年资金对比表",),
        ("表1 2022-2023年资金情况表",),
        ("表1 2022年度资金情况表", "表2 2022年度支出情况表"),
        ("表1 2022年度结转资金使用情况表",),
    ],
)
def test_tables_that_are_of_another_year(titles: tuple[str, ...]):
    assert ids(*LINES, *titles) == []


def test_a_heading_of_accounts():
    assert ids(*LINES, "六、2022年度一般公共预算财政拨款基本支出决算情况说明") == ["YEAR"]
    assert ids(*LINES, "六、2023年度一般公共预算财政拨款基本支出决算情况说明") == []


@pytest.mark.parametrize(
    "title",
    [
        "附表：项目支出绩效自评表（{}年度）",
        "附件1 部门整体支出绩效自评表（{}年）",
        "表2 项目资金情况表（{}年度）",
        "附表2.项目资金使用明细（{}年度）",
    ],
)
def test_a_year_in_brackets_behind_the_title(title: str):
    assert ids(*LINES, title.format(2022)) == ["YEAR"]
    assert ids(*LINES, title.format(2023)) == ids(*LINES, title.format(2024)) == []


@pytest.mark.parametrize(
    "titles",
    [
        ("附表：绩效目标申报表（2022年度）",),
        ("附表：上年项目支出明细表（2022年度）",),
        ("附表1：项目支出表（2022年度）", "附表2：资产情况表（2022年度）"),
    ],
)
def test_tables_of_last_year_with_the_year_behind(titles: tuple[str, ...]):
    assert ids(*LINES, *titles) == []
