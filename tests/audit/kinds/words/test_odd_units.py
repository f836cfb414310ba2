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
