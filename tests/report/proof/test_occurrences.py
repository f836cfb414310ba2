"""Where each printed value stands in a finished part: its paragraph, its characters, its value."""

from __future__ import annotations

from jixiao.report.language.marks import CLOSE, OPEN, coded
from jixiao.report.proof.occurrences import Marked, Occurrence

VALUES = ("零", "一", "二")


def mark(text: str, value: int | None = None) -> str:
    return f"{OPEN}{'' if value is None else coded(value)}{text}{CLOSE}"


def marked(*paragraphs: str) -> Marked:
    """A part of these paragraphs; each is text elements and breaks."""
    return Marked("甲.xml", "<w:document>" + "".join(f"<w:p>{one}</w:p>" for one in paragraphs), VALUES)


def text(said: str, attributes: str = "") -> str:
    return f"<w:r><w:t{attributes}>{said}</w:t></w:r>"


def found(*paragraphs: str) -> list[Occurrence]:
    return list(marked(*paragraphs).occurrences)


def at(paragraph: int, start: int, said: str, value: object) -> Occurrence:
    return Occurrence("甲.xml", paragraph, start, start + len(said), said, value)


def test_a_value_stands_behind_the_text_before_it():
    assert found(text(f"共{mark('31', 1)}人，{mark('5', 2)}")) == [at(0, 1, "31", "一"), at(0, 5, "5", "二")]


def test_signs_and_formulas_before_a_value_count_as_they_are_read():
    before = '<w:r><w:sym w:font="S" w:char="F031"/><w:noBreakHyphen/></w:r><m:r><m:t>a&lt;b</m:t></m:r>'
    assert found(before + text(mark("5", 2))) == [at(0, 5, "5", "二")]


def test_a_mark_without_a_number_is_the_number_of_an_item():
    assert found(text(f"{mark('一、')}概况{mark('3', 0)}")) == [at(0, 0, "一、", None), at(0, 4, "3", "零")]


def test_paragraphs_are_counted_with_those_in_which_nothing_was_printed():
    assert found(text("无"), text("无"), text(mark("3", 0))) == [at(2, 0, "3", "零")]


def test_tabs_and_breaks_count_as_one_character():
    before = (
        f"{text('甲')}<w:tab/><w:br/><w:cr />{text('乙', ' xml:space=' + chr(34) + 'preserve' + chr(34))}"
    )
    assert found(f"{before}{text(mark('3', 0))}") == [at(0, 5, "3", "零")]


def test_a_break_inside_a_value_is_part_of_it():
    inside = f"<w:r><w:t>{OPEN}{coded(1)}甲</w:t></w:r><w:tab/><w:r><w:t>乙{CLOSE}</w:t></w:r>"
    assert found(f"{inside}{text(mark('3', 0))}") == [at(0, 0, "甲\t乙", "一"), at(0, 3, "3", "零")]


def test_a_value_over_two_paragraphs_is_found_in_both():
    assert found(text(f"前{OPEN}{coded(1)}甲乙"), text(f"丙{CLOSE}后{mark('3', 0)}")) == [
        at(0, 1, "甲乙", "一"),
        at(1, 0, "丙", "一"),
        at(1, 2, "3", "零"),
    ]


def test_nothing_printed_is_no_occurrence():
    assert found(text(mark("", 1)), text("无")) == []


def test_escaped_text_is_counted_as_it_reads():
    assert found(text(f"R&amp;D{mark('&lt;3', 1)}")) == [at(0, 3, "<3", "一")]


def test_a_paragraph_is_no_table_property_of_a_similar_name():
    assert [one.paragraph for one in found(f"<w:pPr/>{text(mark('3', 0))}")] == [0]


def test_the_content_has_no_marks():
    assert (
        marked(text(f"共{mark('31', 1)}人")).content
        == "<w:document><w:p><w:r><w:t>共31人</w:t></w:r></w:p>".encode()
    )
