"""Tags where nothing is filled in, or whose text Word replaces: lint and a run tell, none is printed."""

from __future__ import annotations

import pytest
from report.lint_cases import checked
from report.pages import chart, field, run
from report.small import ENVIRONMENT, docx, paragraph

from jixiao.report.lint.no_template import refuse_untagged
from jixiao.report.template.preparing import prepare
from jixiao.report.word.errors import TemplateError

TAG = "{{ 支出.合计 }}"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
SPLIT = run("{{ 支出") + run(".合计 }}")


def linked(address: str) -> str:
    link = f'<Relationship Id="x" Type="{LINK}" TargetMode="External" Target="{address}"/>'
    return f"<Relationships {LINKS}>{link}</Relationships>"


UNFILLED = {
    "批注": (
        "word/comments.xml",
        f"<w:comments {SPACE}><w:comment><w:p>{SPLIT}</w:p></w:comment></w:comments>",
    ),
    "SmartArt 图形": ("word/diagrams/data1.xml", f"<a:x {DRAWN}><a:t>{{% if 草稿 %}}</a:t></a:x>"),
    "图表": ("word/charts/chart7.xml", chart(("甲", "1"), title=TAG)),
    "内容控件的数据": ("customXml/item1.xml", f"<x>{TAG}</x>"),
    "自定义属性": ("docProps/custom.xml", f"<x a='{TAG}'/>"),
    "链接的地址": ("word/_rels/document.xml.rels", linked("http://a.cn/%7b%7b%20单位.名称%20%7d%7d")),
    "部件（settings.xml）": (
        "word/settings.xml",
        f"<w:settings {SPACE}><w:docVar w:val='{TAG}'/></w:settings>",
    ),
}


def refusal(content: bytes) -> str:
    """What a run says of a template; empty if it takes it."""
    try:
        prepare(content, "试.docx", ENVIRONMENT)
    except TemplateError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("where", UNFILLED)
def test_a_tag_in_a_part_that_nobody_fills_is_told(where: str) -> None:
    part, xml = UNFILLED[where]
    content = docx("甲" + TAG, more={part: xml})
    assert [(each.kind, each.place) for each in checked(content).troubles] == [("unfilled-tag", where)]
    assert f"{where}里的标记" in refusal(content)


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        (
            "word/comments.xml",
            f"<w:comments {SPACE}><w:comment><w:p>{run('{甲}')}</w:p></w:comment></w:comments>",
        ),
        ("word/glossary/document.xml", f"<w:document {SPACE}><w:p>{run(TAG)}</w:p></w:document>"),
        ("customXml/item1.xml", "<x a='{6C3C8BC8-F283-45AE-878A-BAB7291924A1}'/>"),
        ("word/_rels/document.xml.rels", linked("http://a.cn/?x=%7B1%7D")),
    ],
)
def test_what_is_no_tag_or_never_shown_is_not(part: str, xml: str) -> None:
    content = docx("甲" + TAG, more={part: xml})
    assert (checked(content).troubles, refusal(content)) == ((), "")


def test_a_template_with_tags_in_its_comments_alone_is_no_finished_report() -> None:
    part, xml = UNFILLED["批注"]
    refuse_untagged(docx("甲", more={part: xml}), "试.docx")


def in_control(binding: str) -> str:
    inside = f"<w:sdtContent>{run(TAG)}</w:sdtContent>"
    return f"<w:p><w:sdt><w:sdtPr>{binding}</w:sdtPr>{inside}</w:sdt></w:p>"


def covered(below: str, merged: str = "<w:vMerge/>", start: str = '<w:vMerge w:val="restart"/>') -> str:
    rows = ((start, paragraph("甲")), (merged, below))
    cells = (f"<w:tr><w:tc><w:tcPr>{looks}</w:tcPr>{inside}</w:tc></w:tr>" for looks, inside in rows)
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


BOUND = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
LOST = {
    "a date": ("tag-in-field", f"<w:p>{field(TAG, 'DATE')}</w:p>"),
    "a page number": (
        "tag-in-field",
        f'<w:p><w:fldSimple w:instr=" PAGE ">{run(TAG)}</w:fldSimple></w:p>',
    ),
    "a bound control": ("tag-in-control", in_control(BOUND)),
    "a covered cell": ("covered-tag", covered(paragraph(TAG))),
}
KEPT = {
    "a reference": f"<w:p>{field(TAG, 'REF 合计')}</w:p>",
    "contents": f"<w:p>{field(TAG, 'TOC')}</w:p>",
    "a sum": f"<w:p>{field(TAG, '=SUM(ABOVE)')}</w:p>",
    "a link": f"<w:p>{field(TAG, 'HYPERLINK http://a.cn')}</w:p>",
    "a control of no data": in_control(""),
    "the first of merged cells": covered(paragraph(TAG), merged='<w:vMerge w:val="restart"/>'),
    "a cell that goes on with none": covered(paragraph(TAG), start=""),
}


@pytest.mark.parametrize("where", LOST)
def test_a_tag_where_word_puts_or_hides_text_of_its_own_is_told(where: str) -> None:
    kind, block = LOST[where]
    content = docx("甲", block)
    assert [(each.kind, each.tag) for each in checked(content).troubles] == [(kind, TAG)]
    assert "标记写在" in refusal(content)


@pytest.mark.parametrize("where", KEPT)
def test_a_tag_where_its_text_stays_is_not(where: str) -> None:
    content = docx("甲", KEPT[where])
    assert (checked(content).troubles, refusal(content)) == ((), "")


def test_a_control_that_shows_a_property_with_the_same_tag_is_filled_with_it() -> None:
    core = f'<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TAG}</dc:title></x>'
    content = docx("甲", in_control(BOUND), more={"docProps/core.xml": core})
    assert (checked(content).troubles, refusal(content)) == ((), "")


def test_tags_are_counted_over_all_parts() -> None:
    header = f"<w:hdr {SPACE}>{paragraph(TAG * 2600)}</w:hdr>".replace(TAG, "{{1}}")
    parts = {f"word/header{number}.xml": header for number in (7, 8)}
    assert [each.kind for each in checked(docx("甲", more=parts)).troubles] == ["too-many-tags"]
    assert "标记超过 5000 个" in refusal(docx("甲", more=parts))
