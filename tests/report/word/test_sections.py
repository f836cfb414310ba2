"""Where a paragraph stands, in words."""

from __future__ import annotations

import pytest
from report.pages import HEADER, chart, drawing, only, part, run, with_charts
from report.small import paragraph, table

from jixiao.report.word.reading import read_document
from jixiao.report.word.sections import Sections, Where


def places(*blocks: str, more: dict[str, str] | None = None, content: bytes = b"") -> dict[str, Where]:
    """By the text of each paragraph."""
    content = content or only(*blocks, more=more)
    document = read_document(content, "试")
    sections = Sections(document, content)
    return {one.text: sections.of(one) for one in document.paragraphs}


HEADING, SECOND = paragraph(" 一、概况 ", "Heading1"), paragraph("（一）收入", "Heading2")


def test_paragraphs_are_counted_under_their_heading():
    found = places("前", HEADING, "甲", "", SECOND, "乙")
    assert found["前"] == Where("", "第1段")
    assert found["甲"] == Where("一、概况", "第3段")
    assert found["乙"] == Where("（一）收入", "第5段")
    assert found[" 一、概况 "] == Where("一、概况", "第2段")


def test_a_paragraph_of_blanks_is_not_counted():
    assert places("甲", "  ", "乙")["乙"] == Where("", "第2段")


def test_cells_are_named_by_table_row_and_column():
    found = places(HEADING, table(("甲", "乙"), ("丙", "丁")), table(("戊",)))
    assert found["甲"] == Where("一、概况", "表1第1行第1列")
    assert found["丁"] == Where("一、概况", "表1第2行第2列")
    assert found["戊"] == Where("一、概况", "表2第1行第1列")


def test_a_table_in_a_table_is_one_of_its_own():
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('里')}</w:p></w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc><w:p>{run('外')}</w:p>{inner}<w:p>{run('尾')}</w:p></w:tc></w:tr></w:tbl>"
    found = places(outer)
    assert [found[text].place for text in ("外", "里", "尾")] == [
        "表1第1行第1列",
        "表2第1行第1列",
        "表1第1行第1列",
    ]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("word/header1.xml", "页眉"),
        ("word/footer2.xml", "页脚"),
        ("word/footnotes.xml", "脚注"),
        ("word/endnotes.xml", "尾注"),
    ],
)
def test_other_parts_are_named_and_stand_under_no_heading(name: str, place: str):
    assert places(HEADING, more={name: part("别处")})["别处"] == Where("", place)


def test_a_heading_of_a_header_is_no_heading_of_the_text():
    more = {HEADER: part(paragraph("眉", "Heading1"), "下")}
    assert places("甲", more=more)["下"] == Where("", "页眉")


def test_charts_are_counted_and_stand_under_their_heading():
    more = with_charts(rId7=chart(("甲", "5"), ("乙", "6")), rId8=chart(("丙", "7")))
    blocks = (HEADING, f"<w:p>{run('图')}{drawing('rId7')}</w:p>", f"<w:p>{drawing('rId8')}</w:p>", "后")
    found = places(*blocks, more=more)
    assert found["甲｜金额：5"] == found["乙｜金额：6"] == Where("一、概况", "图1")
    assert found["丙｜金额：7"] == Where("一、概况", "图2")
    assert found["后"] == Where("一、概况", "第3段")


def test_without_styles_there_are_no_headings():
    content = only(HEADING, "甲").replace(b"word/styles.xml", b"word/stylez.xml")
    assert places(content=content)["甲"] == Where("", "第2段")
