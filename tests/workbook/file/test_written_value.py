"""A text is written as XML and Excel can carry it."""

import pytest

from jixiao.workbook.file.written_value import clean_text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00\x0bb\ufffe", "ab"),
        ("a\udcff\ud800b", "ab"),
        ("一\n二\t三", "一\n二\t三"),
        ("_x0041_", "_x005F_x0041_"),
        ("a_x", "a_x"),
    ],
)
def test_text_is_cleaned_of_what_xml_cannot_carry(text, clean):
    assert clean_text(text) == clean
