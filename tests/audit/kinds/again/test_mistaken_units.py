"""The same digits with another unit."""

from __future__ import annotations

from audit.reports import ids, said


def test_the_digits_stand_elsewhere_with_the_usual_unit():
    text = "本年支出合计5923.19万元，公用经费12.30万元。"
    assert said(text, "支出预算5923.19亿元。") == [("UNIT-ODD", "5923.19亿元", "5923.19万元")]


def test_silent_for_other_digits_and_short_ones():
    text = "本年支出合计5923.19万元，公用经费12.30万元。"
    assert ids(text, "全县生产总值323.45亿元。") == []
    assert ids("标准12元。", text, "补贴12万元。") == []


def test_one_name_with_another_unit():
    text = "“三公”经费支出决算8.94万元，其中公务用车运行维护费6.79万元，公务接待费2.15万元。"
    mean = "公务接待费支出{}，接待国内来访250人次，人均接待费86.00元。"
    assert ids(text, mean.format("2.15万元")) == []
    assert said(text, mean.format("2.15元")) == [("UNIT-ODD", "2.15元", "2.15万元")]
    assert ids(text, "水价2.15元。") == []


def test_the_amount_of_a_table_in_another_unit():
    table = [
        ["采购项目（单位：元）", "金额"],
        ["图书", "386,000"],
        ["演出", "882,000"],
        ["合计", "1,268,000"],
    ]
    assert ids("安排政府采购预算126.80万元。", "政府采购预算表（单位：元）", table) == []
    assert said("安排政府采购预算1268000万元。", "政府采购预算表（单位：元）", table) == [
        ("UNIT-ODD", "1268000万元", "126.80万元")
    ]
    assert ids("全县生产总值386000万元，安排政府采购预算126.80万元。", "全县贷款余额9500000万元。") == []


def test_round_figures_come_twice_by_chance():
    assert ids("项目支出1200万元，人员经费2300.50万元。", "人均补贴1200元。") == []
