"""Paragraphs that are parts, without 其中 and without numbers."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = "本年支出合计6743.54万元。主要支出项目完成情况："
ITEMS = ("公共服务支出2340.61万元，增长3.1%；", "教育支出{}万元，下降1.1%；", "其他支出1403.33万元。")


def test_items_without_numbers():
    assert ids(HEAD, ITEMS[0], ITEMS[1].format("2999.60"), ITEMS[2]) == []
    assert said(HEAD, ITEMS[0], ITEMS[1].format("2099.60"), ITEMS[2]) == [
        ("SUM-LIST", "6743.54万元", "5843.54万元")
    ]


def test_paragraphs_that_are_no_items():
    assert ids(HEAD, ITEMS[0], "比上年多支2099.60万元。", ITEMS[2]) == []
