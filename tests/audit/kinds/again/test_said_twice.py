"""One name with two values, one amount with two changes."""

from __future__ import annotations

from audit.reports import ids, said


def test_one_name():
    lines = ("一、水库移民扶持资金支出决算为864.35万元。", "二、另外", "水库移民扶持资金支出决算为{}万元。")
    assert ids(*lines[:2], lines[2].format("864.35")) == []
    assert said(*lines[:2], lines[2].format("846.35")) == [("SAID-TWICE", "846.35万元", "864.35万元")]


def test_another_year_is_another_thing():
    assert ids("水库移民扶持资金支出决算为864.35万元。", "2022年水库移民扶持资金支出决算为846.35万元。") == []


def test_one_change():
    line = "收入预算3218.64万元，比2022年增加124.37万元。财政拨款支出预算3218.64万元，比2022年增加{}万元。"
    assert ids(line.format("124.37")) == []
    assert [one for one in said(line.format("142.37")) if one[0] == "SAID-TWICE"] == [
        ("SAID-TWICE", "142.37万元", "124.37万元")
    ]


def test_both_sides_have_changed_by_the_same():
    text = (
        "收入预算18254.60万元，比上年预算18862.35万元减少607.75万元；支出预算18254.60万元，比上年减少{}万元。"
    )
    assert ids(text.format("607.75")) == []
    assert said(text.format("670.75")) == [("SAID-TWICE", "670.75万元", "607.75万元")]
    assert ids(text.replace("比上年减少", "比上年决算减少").format("670.75")) == []
