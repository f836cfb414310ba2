"""收入总计 is 支出总计; without anything left, income is expenditure."""

from __future__ import annotations

from audit.reports import ids, said

TOTALS = "本馆收入总计634.25万元，支出总计{}万元，其中本年收入631.05万元。"
NOTHING_LEFT = "政府性基金预算财政拨款收入612.41万元，支出{}万元，年初、年末均无结转和结余。"


def test_totals():
    assert ids(TOTALS.format("634.25")) == []
    assert said(TOTALS.format("834.25")) == [("BOTH-SIDES", "834.25万元", "634.25万元")]


def test_nothing_left():
    assert ids(NOTHING_LEFT.format("612.41")) == []
    assert said(NOTHING_LEFT.format("617.41")) == [("BOTH-SIDES", "617.41万元", "612.41万元")]
    assert ids(NOTHING_LEFT.format("617.41").replace("均无", "有")) == []
