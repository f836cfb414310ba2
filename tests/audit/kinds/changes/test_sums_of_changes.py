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


def test_a_contrary_word_of_a_part_is_told_by_the_words():
    lines = (
        "2023年“三公”经费预算数为11.50万元，比2022年预算减少{0}万元，下降7.26%。其中：",
        "（一）因公出国（境）费预算0万元，与2022年预算持平。",
        "（二）公务接待费预算3.20万元，比2022年预算减少0.40万元，下降11.11%。",
        "（三）公务用车购置及运行维护费预算8.30万元，比2022年预算{1}0.50万元，下降5.68%。",
    )
    assert ids(*(line.format("0.90", "减少") for line in lines)) == []
    contrary = said(*(line.format("0.90", "增加") for line in lines))
    assert contrary == [("CHANGE-DIRECTIONS", "增加", "减少")]
    assert ids(*(line.format("9.00", "减少") for line in lines)) == ["CHANGE-RATE"]


def test_changes_that_are_named():
    text = (
        "与上年相比，财政拨款收、支总计各增加431.87万元，其中一般公共预算财政拨款增加211.87万元、"
        "政府性基金预算财政拨款增加{}万元。"
    )
    assert ids(text.format("220.00")) == []
    assert said(text.format("860.00")) == [("SUM-CHANGES", "431.87万元", "1071.87万元")]


def test_both_changes_of_the_sentence_before():
    text = "公务用车运行维护费较上年减少0.57万元；公务接待费较上年增加0.13万元。两项合计较{}减少{}万元。"
    assert ids(text.format("上年", "0.44")) == []
    assert said(text.format("上年", "0.54")) == [("SUM-CHANGES", "0.54万元", "0.44万元")]
    assert ids(text.format("年初预算", "0.54")) == []
    assert ids("会议费较上年减少0.20万元；" + text.format("上年", "0.54")) == []
