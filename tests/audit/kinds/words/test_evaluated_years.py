"""The year that a self-evaluation is about."""

from __future__ import annotations

from audit.reports import ids

TITLE = "2023年度部门整体支出绩效自评报告"


def test_what_is_evaluated():
    text = "我局对{}年度部门整体支出开展了绩效自评。"
    assert ids(TITLE, text.format(2022)) == ["YEAR"]
    assert ids(TITLE, text.format(2023)) == []
    assert ids("部门决算说明", f"2023年，{text.format(2022)}") == []


def test_what_was_asked_for():
    text = "根据《石桥县财政局关于开展{}年度部门整体支出绩效自评的通知》要求，如实开展自评。"
    assert ids(TITLE, text.format(2022)) == ["YEAR"]
    assert ids(TITLE, text.format(2023)) == ids(TITLE, text.format(2024)) == []
    assert ids(TITLE, "根据《关于开展2022年度绩效自评抽查复核的通知》，进行了复核。") == []
