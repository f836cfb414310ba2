"""Increments of the parts of a whole."""

from __future__ import annotations

from audit.reports import ids, said


def test_changes_of_the_parts_add_up():
    parts = (
        "（一）因公出国（境）费0.00万元，比2022年预算持平。",
        "（二）公务用车购置及运行费46.50万元，比2022年预算增加25.00万元。",
        "（三）公务接待费1.35万元，比2022年预算减少1.00万元。",
    )
    head = "2023年“三公”经费预算数为47.85万元，比2022年预算增加{}万元。其中："
    assert ids(head.format("24.00"), *parts) == []
    assert said(head.format("25.00"), *parts) == [("SUM-CHANGES", "25.00万元", "24.00万元")]


def test_all_that_was_cut():
    text = "对差的项目取消安排412.00万元，对中的项目压减1286.50万元，共压减{}万元。"
    assert ids(text.format("1698.50")) == []
    assert ids(text.format("1968.50")) == ["SUM-CHANGES"]
