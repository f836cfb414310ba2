"""Years that cannot be meant, in a report of 2023."""

from __future__ import annotations

import pytest
from audit.reports import found, ids, said

from jixiao.model.outcome import Severity


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("2023年经费支出20.00万元，与2023年度相比，增加1.00万元。", "2023年"),
        ("2023年经费支出20.00万元，比2024年增加1.00万元。", "2024年"),
        ("2023年度本年收入20.00万元，与2023年度的19.00万元相比，增加1.00万元。", "2023年"),
        ("截至2022年12月31日，共有车辆2辆。", "2022年"),
        ("2021年度财政拨款收、支总计均为9.00万元。与2022年度相比，各减少1.00万元。", "2021年"),
        ("2021年度接待费支出1.00万元，与上年相比无变化。", "2021年"),
    ],
)
def test_another_year(text: str, stated: str):
    assert [one[:2] for one in said(text)] == [("YEAR", stated)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年经费支出20.00万元，与2022年度相比，增加1.00万元。",
        "接待费支出1.00万元，比2023年年初预算减少0.20万元。",
        "截至2023年12月31日，共有车辆2辆。",
        "2021年启动的项目已经完成。",
    ],
)
def test_years_that_are_meant(text: str):
    assert ids(text) == []


def test_a_stock_of_a_day_to_come():
    assert ids("截至2023年8月31日，共有车辆8辆。") == []
    assert [one[:2] for one in said("截至2027年8月31日，共有车辆8辆。")] == [("YEAR", "2027年")]


def test_an_older_year_in_accounts():
    text = "经费支出12.00万元，比2020年增加2.00万元，增长20.00%。"
    assert ids("某局部门决算", "收入合计34.00万元，比上年增加1.00万元。", text) == ["YEAR"]


def test_the_year_before_one_that_is_named():
    first = "2023年经费支出20.00万元，与2022年度相比，增加1.00万元。"
    assert ids(first, "2022年完成门诊71人次，比2021年增加5人次。") == []


def test_vehicles_in_use_at_the_end_of_another_year():
    text = "公务用车的燃油、维修支出5.62万元，截至{}年12月31日，公务用车保有量为2辆。"
    assert ids(text.format(2023)) == []
    assert ids(text.format(2022)) == ["YEAR"]


def test_a_year_long_past_is_noted():
    text = "2023年度总收入2864.23万元，与{}相比减少122.77万元，下降4.11%。"
    told = found(text.format("2020年度"))
    assert [(one.id, one.severity) for one in told] == [("YEAR", Severity.NOTE)]
    assert ids(text.format("2022年度")) == []
    assert ids("规划期间，" + text.format("2020年度")) == []


@pytest.mark.parametrize(
    "text",
    [
        "（一）机关运行经费。{}年本部门机关运行经费支出86.30万元，比上年减少4.15万元。",
        "2.会议费。{}年会议费支出6.30万元，较上年减少0.15万元。",
        "（三）政府采购。{}年政府采购支出86.30万元，比上年减少4.15万元。",
    ],
)
def test_a_statement_behind_what_it_is_about(text: str):
    assert [one[:2] for one in said(text.format(2022))] == [("YEAR", "2022年")]
    assert ids(text.format(2023)) == []
    assert ids(text.format(2022) + "2023年支出80.00万元。") == []
