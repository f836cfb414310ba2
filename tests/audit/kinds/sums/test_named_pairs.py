"""Totals that name what they are the totals of."""

from __future__ import annotations

from audit.reports import ids, said

ITEMS = ("1.大坝及溢洪道维修286.35万元，占39.02%；", "2.放水设施及闸门启闭机养护174.60万元，占23.79%；")


def test_names_that_are_said_elsewhere():
    total = "支出中，大坝及溢洪道维修与放水设施养护两项合计{}万元。"
    assert ids(*ITEMS, total.format("460.95")) == []
    assert said(*ITEMS, total.format("460.65")) == [("SUM-NAMED", "460.65万元", "460.95万元")]


def test_levels_of_an_answer():
    text = "满意378份，基本满意16份，不满意6份。满意和基本满意共{}份。"
    assert ids(text.format("394")) == []
    assert ids(text.format("397")) == ["SUM-NAMED"]


def test_silent_where_a_name_is_not_said():
    assert ids(ITEMS[0], "大坝及溢洪道维修与白蚁防治两项合计460.65万元。") == []
