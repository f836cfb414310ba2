"""What comes along when a cell is pasted: control characters, percentages, struck words, pictures."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from workbook.reading.test_facts import PLACE, number, sentence, understood, units

from jixiao.model.fact import Kind, State
from jixiao.model.term import Term
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.reading.facts import Reader
from jixiao.workbook.reading.remark import Remark


def test_a_long_text_is_shortened_to_one_line():
    said = sentence("见附表\n" * 100)
    assert "\n" not in said
    assert len(said) < 100


def test_control_characters_are_left_out_and_that_is_told():
    result = understood("一般\x0b公共\x07预算", Kind.TEXT)
    assert (result.fact.text, result.remark) == ("一般公共预算", Remark.UNSEEN)
    assert "看不见的控制字符" in sentence("一般\x0b公共", Kind.TEXT)


def test_a_number_between_control_characters_is_still_a_number():
    assert understood("\x02346.08\x03").fact.value == Decimal("3460800.00")


def test_nothing_but_control_characters_is_a_blank_cell_that_is_told_of():
    result = understood("\x02\x03", Kind.TEXT)
    assert (result.fact.state, result.remark) == (State.BLANK, Remark.UNSEEN)


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        (number("0.95"), Remark.BARE_RATIO),
        (number("12"), None),
        (number("1.5"), None),
        ("0.95", None),
        ("95%", None),
    ],
)
def test_a_percentage_that_was_pasted_into_a_text_cell_is_told(raw, remark):
    assert understood(raw, Kind.TEXT).remark is remark


def test_what_a_pasted_percentage_will_look_like_is_said():
    assert "是数字 0.95，报告里也印成“0.95”" in sentence(number("0.95"), Kind.TEXT)


def struck(text: str) -> RawCell:
    return RawCell(Content.TEXT, text, struck=True)


def test_struck_digits_are_no_digits_and_that_is_told():
    result = understood(struck("1234"))
    assert (result.fact.value, result.remark) == (Decimal(12340000), Remark.STRUCK)
    assert "里划了删除线的字没有读取，读到的是“1234”" in sentence(struck("1234"))


def test_a_cell_of_nothing_but_struck_words_is_a_blank_cell_that_is_told_of():
    result = understood(struck(""), Kind.TEXT)
    assert (result.fact.state, result.remark) == (State.BLANK, Remark.STRUCK)
    assert "读到的是“空白”" in sentence(struck(""), Kind.TEXT)


def test_what_cannot_be_read_besides_struck_words_is_told_first():
    assert understood(struck("见附表")).remark is Remark.NOT_A_NUMBER


@pytest.mark.parametrize(
    "raw", [number("1234"), RawCell(Content.TEXT, "1234"), RawCell(Content.ERROR, "#REF!")]
)
@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.TEXT])
def test_a_cell_that_is_struck_out_as_a_whole_is_a_blank_cell_that_is_told_of(raw, kind):
    reader = Reader(units(), struck_out=lambda raw: raw.style == "7")
    term = Term("支出.合计", "支出合计", kind, "收支总表")
    result = reader.understand(term, PLACE, replace(raw, style="7"))
    assert (result.fact.state, result.remark) == (State.BLANK, Remark.STRUCK)
    assert reader.understand(term, PLACE, replace(raw, style="8")).remark is not Remark.STRUCK


@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.TEXT, Kind.PARAGRAPH, Kind.CODE, Kind.DATE])
@pytest.mark.parametrize("text", ['=DISPIMG("ID_0A1B",1)', '_xlfn.DISPIMG("ID_0A1B",1)'])
def test_a_picture_in_a_cell_is_told_and_not_printed(kind, text):
    result = understood(text, kind)
    assert (result.fact.value, result.fact.typed, result.remark) == (None, "图片", Remark.PICTURE)
