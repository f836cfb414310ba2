"""Parts are parsed without expanding or fetching anything; what makes no sense is said in a sentence."""

from pathlib import Path

import pytest

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.markup import damaged, parse_xml, too_much

BOOK = Path("甲.xlsx")


def test_comments_and_instructions_are_left_out():
    assert [child.tag for child in parse_xml(b"<a><!-- x --><?y z?><b/></a>", BOOK)] == ["b"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "已损坏"),
        (b"<a>", "已损坏"),
        (b"<a>" * 5000 + b"</a>" * 5000, "已损坏"),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "DOCTYPE"),
        (b"<!DOCTYPE a []><a/>", "DOCTYPE"),
    ],
)
def test_what_no_program_writes_is_refused(content, said):
    with pytest.raises(UnusableInput, match=said):
        parse_xml(content, BOOK)


@pytest.mark.parametrize("refusal", [damaged, too_much])
def test_a_refusal_names_the_file_and_says_what_to_do(refusal):
    said = str(refusal(BOOK))
    assert said.startswith("“甲.xlsx”")
    assert "请" in said
