"""Shared texts are found by a pattern or parsed: what is read is the same."""

from __future__ import annotations

import pytest
from workbook.books import package_of, sample, with_members

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.shared_strings import STRINGS, SharedStrings

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RICH = "<si><r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r></si>"
PLAIN = "<si><t>甲</t></si>"


def texts(items: str, count: int, before: str = "") -> list[str]:
    content = f"<?xml version='1.0' encoding='UTF-8'?>{before}<sst {MAIN}>{items}</sst>"
    package = package_of(with_members(sample(), {STRINGS: content.encode("utf-8", "surrogatepass")}))
    strings = SharedStrings(package)
    return [strings.at(str(number)).text for number in range(count)]


def test_the_texts_keep_their_places_whatever_they_look_like():
    kept = '<si><t xml:space="preserve"> 乙 </t><phoneticPr fontId="1" type="noConversion"/></si>'
    items = f"{RICH}{PLAIN}\n{kept}{RICH}{RICH}{PLAIN}<si><t>a&amp;b]</t></si><si/><si><t/></si>{PLAIN}"
    assert texts(items, 10) == ["新", "甲", " 乙 ", "新", "新", "甲", "a&b]", "", "", "甲"]


def test_a_line_end_is_the_one_that_a_parser_makes_of_it():
    assert texts("<si><t>一\r\n二_x000D_\n三&#13;</t></si>", 1) == ["一\n二\n三\r"]


@pytest.mark.parametrize("hidden", [f"<!-- {PLAIN} -->", f"<?x {PLAIN}?>"])
def test_what_stands_in_a_comment_is_no_text(hidden: str):
    assert texts(f"{hidden}<si><t>乙</t></si>", 1) == ["乙"]
    with pytest.raises(UnusableInput):
        texts(f"{hidden}<si><t>乙</t></si>", 2)


def test_what_stands_deeper_is_no_text_of_its_own():
    assert texts(f"<extLst><ext>{PLAIN}</ext></extLst><si><t>乙</t></si>", 1) == ["乙"]


@pytest.mark.parametrize(
    "items",
    [
        "<si><t>\x01</t></si>",
        "<si><t>\uffff</t></si>",
        "<si><t>\ud800</t></si>",
        "<si><t>甲]]></t></si>",
        "<si><t>&no;</t></si>",
        f"{PLAIN}<si><t>甲</si>",
        "甲</sst><sst>",
    ],
)
def test_what_is_no_xml_is_refused_as_damaged(items: str):
    with pytest.raises(UnusableInput, match="已损坏"):
        texts(items, 1)


def test_a_doctype_is_refused():
    with pytest.raises(UnusableInput, match="DOCTYPE"):
        texts(PLAIN, 1, "<!DOCTYPE sst>")
