"""What a person reads of a text that is stored in runs of different looks."""

import pytest
from lxml import etree

from jixiao.workbook.file.texts import StoredText, is_picture, stored_text

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RAISED, LOWERED = '<vertAlign val="superscript"/>', '<vertAlign val="subscript"/>'


def run(text: str, look: str = "") -> str:
    return f"<r><rPr>{look}</rPr><t>{text}</t></r>"


def stored(inside: str) -> StoredText:
    return stored_text(etree.fromstring(f"<si {MAIN}>{inside}</si>"))


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<t>甲</t>", "甲"),
        ("<r><t>甲</t></r>" + run("乙"), "甲乙"),
        (run("1200", "<b/>") + run("2", RAISED), "1200²"),
        (run("m") + run("2", RAISED), "m²"),
        (run("H") + run("2", LOWERED), "H₂"),
        (run("12", '<vertAlign val="baseline"/>'), "12"),
    ],
)
def test_raised_and_lowered_digits_stay_so(runs, text):
    assert stored(runs) == StoredText(text)


@pytest.mark.parametrize(
    ("runs", "text", "struck"),
    [
        (run("12") + run("00", "<strike/>") + run("34"), "1234", True),
        (run("12") + run("00", '<strike val="1"/>'), "12", True),
        (run("12") + run("00", '<strike val="0"/>'), "1200", False),
        (run("12") + run("", "<strike/>"), "12", False),
        (run("12", "<strike/>"), "", True),
    ],
)
def test_struck_words_are_left_out(runs, text, struck):
    assert stored(runs) == StoredText(text, struck)


@pytest.mark.parametrize("text", ['=DISPIMG("ID_1",1)', 'DISPIMG("ID_1",1)', '=_xlfn.DISPIMG("ID_1",1)'])
def test_what_wps_stores_of_a_picture_is_known(text):
    assert is_picture(text)


def test_a_text_about_pictures_is_no_picture():
    assert not is_picture("公式 =DISPIMG(…) 是图片")
