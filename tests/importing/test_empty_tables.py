"""The sentence that says why a table is empty."""

from __future__ import annotations

import pytest
from importing.regions_of_rows import GUIDE, HEADER, reading_of

from jixiao.importing.empty_tables import empty_note

TITLE = "政府性基金预算财政拨款收入支出决算表"
ROWS = (("科目编码", "科目名称", "本年收入", "本年支出"), ("合计",))


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("说明：本单位没有政府性基金收支，故本表无数据。", "本单位没有政府性基金收支，故本表无数据。"),
        ("注：1.本表反映收支情况；本单位无政府性基金收支。", "本单位无政府性基金收支。"),
        ("备注：本表为空表，本年度未发生", "本表为空表，本年度未发生。"),
    ],
)
def test_the_sentence_is_found_without_what_stands_before_it(said: str, note: str):
    assert reading_of(TITLE, *ROWS, (said,)).note == note


@pytest.mark.parametrize("said", ["注：本表反映政府性基金收支情况。", "无数据"])
def test_another_sentence_or_a_bare_word_is_no_note(said: str):
    reading = reading_of(TITLE, *ROWS, (said,))
    assert reading.header is not None
    assert empty_note(reading.region, reading.header, GUIDE.words) == ""


def test_a_table_with_figures_has_no_note():
    rows = (
        ("208", "社会保障和就业支出", "1.00", "1.00", "0.00"),
        ("说明：本单位未发生其他支出，故无数据。",),
    )
    assert reading_of("支出决算表", HEADER, *rows).note == ""
