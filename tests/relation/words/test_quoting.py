"""Parts of a sentence about what is filled in: quoted labels, and patterns as they are here."""

from __future__ import annotations

import pytest
from relation.spoken import VOCABULARY, in_sentence, voice
from small_sheet import record, with_rows

from jixiao.relation.binding import bind
from jixiao.relation.words.quoting import operator_word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("总.一 + 总.二", "“一”与“二”之和"),
        ("总.一 + 总.二 + 总.三", "“一”、“二”与“三”之和"),
        ("总.一 + 总.二 + 总.三 + 总.四", "“一”等4项之和"),
        ("总.一 + 总.二 + 总.三 + 100", "“一”加“二”加“三”加100"),
        ("总.一 + SUM(表.金额)", "“一”加“表”各行金额之和"),
        ("-总.一", "负的“一”"),
    ],
)
def test_addends_are_named_where_they_are_few(text: str, found: str):
    assert in_sentence(text) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [("208", "“表”中科目编码是208的下一级的金额之和"), ("210", "“表”中科目编码是210的下一级的金额之和")],
)
def test_a_pattern_is_said_as_it_is_in_the_row_we_stand_in(code: str, found: str):
    rows = with_rows(record(), [(code, "", "1")])
    text = 'SUMIF(表.编码, 表.编码 & "??", 表.金额) + 表.金额 * 0'
    assert in_sentence(text, rows).startswith(found)


def test_a_text_is_what_it_comes_to():
    assert voice("总.名称").text(bind('LEFT(总.名称, 1) & "市"', VOCABULARY).expression) == "甲市"


def test_outside_of_tables_nothing_is_said_of_where():
    assert voice("1").where("总.一") == ""
    assert voice("1").where("表.金额") == "“表”中"
    assert in_sentence('SUMIF(总.名称, "甲", 总.一)') == "名称为“甲”的一之和"


def test_an_operator_as_a_word():
    assert operator_word("<=") == "不大于"
    assert operator_word("=") == "等于"
