"""What one thing costs in a year: what was spent over how many there are."""

from __future__ import annotations

from audit.reports import ids, said

_LINES = (
    "管护路灯58642盏，其中LED灯47135盏、高压钠灯9826盏、其他灯具1681盏。",
    "截至12月31日，实际支出1121.00万元。",
    "4.成本指标：单灯年均维护成本{}元，低于控制标准200元。",
)


def test_a_slip_in_what_one_costs():
    assert ids(*_LINES[:2], _LINES[2].format("191.16")) == []
    assert said(*_LINES[:2], _LINES[2].format("119.16")) == [("MEAN", "119.16元", "191.16元")]


def test_silent_where_it_may_be_of_other_money():
    assert ids(*_LINES[:2], _LINES[2].format("138.40")) == []
    assert ids(*_LINES[:2], "单灯年均维护成本标准为119.16元。") == []
