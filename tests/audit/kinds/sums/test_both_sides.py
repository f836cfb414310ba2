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


def test_totals_with_their_parts_between():
    text = (
        "收入总计{}万元，其中：本年收入631.05万元，年初结转和结余3.20万元；"
        "支出总计634.25万元，其中：本年支出631.05万元。"
    )
    assert ids(text.format("634.25")) == []
    assert len(ids(text.format("643.25"))) == 1
