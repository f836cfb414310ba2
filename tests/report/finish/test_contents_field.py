"""The TOC fields that people put into their templates: what they list, and what around them must stay."""

import io
import zipfile

import pytest
from lxml import etree
from report.filled import PACK, record, scorecard
from report.small import ENVIRONMENT, NAMESPACE, PHRASES, STYLE, docx, paragraph

from jixiao.report.finish.table_of_contents import with_contents
from jixiao.report.language.context import context_of
from jixiao.report.rendering import Renderer
from jixiao.report.template.preparing import prepare
from jixiao.report.word.parts import STYLES
from jixiao.report.word.wordml import parse, w

NAMES = {"H1": "heading 1", "H2": "heading 2", "H3": "heading 3", "Annex": "附件标题", "TOC1": "toc 1"}
HEADINGS = "".join(paragraph(text, style) for text, style in zip("甲乙丙丁", NAMES, strict=False))
SHEET = "".join(f'<w:style w:styleId="{id}"><w:name w:val="{name}"/></w:style>' for id, name in NAMES.items())
DEFINED = f"<w:styles {NAMESPACE}>{SHEET}</w:styles>".encode()


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instructed(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def began(*instruction: str) -> str:
    return sign("begin") + "".join(map(instructed, instruction)) + sign("separate")


def in_document(*blocks: str) -> bytes:
    return f"<w:document {NAMESPACE}><w:body>{''.join(blocks)}</w:body></w:document>".encode()


def written(*blocks: str) -> etree._Element:
    return parse(with_contents(in_document(*blocks), DEFINED))


def listed(*instruction: str) -> str:
    """The headings that a field with this instruction lists."""
    root = written(f"<w:p>{began(*instruction)}{sign('end')}</w:p>", HEADINGS)
    return "".join("".join(link.itertext(w("t"))) for link in root.iter(w("hyperlink")))


def body_of(root: etree._Element) -> list[etree._Element]:
    return list(root.find(w("body")))


def said(element: etree._Element) -> str:
    return "".join(element.itertext(w("t")))


def of_two_paragraphs(properties: str = "", behind: str = "") -> list[etree._Element]:
    """What became of a field whose end stands in a paragraph with these properties and this behind it."""
    begin = f"<w:p>{began('TOC')}<w:r><w:t>旧</w:t></w:r></w:p>"
    end = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>旧</w:t></w:r>{sign('end')}{behind}</w:p>"
    return body_of(written(begin, end, HEADINGS))


@pytest.mark.parametrize(
    ("instruction", "headings"),
    [
        ((r'TOC \o "1-2" \h',), "甲乙"),
        ((r'TOC \o "1-', r'2" \h'), "甲乙"),
        (("TO", r'C \o "1-2"'), "甲乙"),
        ((r"TOC \o 1-2 \h",), "甲乙"),
        ((r'TOC \o "2-2"',), "乙"),
        ((r"TOC \o \h",), "甲乙丙"),
        ((r'TOC \h \z \t "附件标题,1"',), "丁"),
        ((r'TOC \o "1-1" \t "附件标题,1"',), "甲丁"),
        ((r'TOC \o "1-1" \t "没有的样式,1,附件标题,2"',), "甲丁"),
        ((r'TOC \t "没有的样式,1"',), ""),
    ],
)
def test_a_field_lists_what_it_asks_for(instruction: tuple[str, ...], headings: str) -> None:
    assert listed(*instruction) == headings


@pytest.mark.parametrize("other", [r'\c "图"', r"\c 图", r'\a "图"', r"\f", r"\b 一部分", r'\C "图"'])
def test_a_list_of_other_things_than_headings_is_left_alone(other: str) -> None:
    field = began(rf"TOC \h \z {other}") + sign("end")
    before = in_document(f"<w:p>{field}</w:p>", HEADINGS)
    assert with_contents(before, DEFINED) == before


def test_the_whole_instruction_stands_in_the_new_field() -> None:
    field = began(r'TOC \o "1-', r'2" \h') + sign("end")
    root = written(f"<w:p>{field}</w:p>", HEADINGS)
    assert next(root.iter(w("instrText"))).text == r'TOC \o "1-2" \h'


def test_a_section_break_in_the_last_paragraph_of_the_field_stays_behind_the_entries() -> None:
    after = of_two_paragraphs('<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
    assert [said(element) for element in after] == ["甲", "乙", "丙", "", *"甲乙丙丁"]
    assert [nth for nth, element in enumerate(after) if element.find(f".//{w('sectPr')}") is not None] == [3]


@pytest.mark.parametrize("between", ["</w:r><w:r>", ""])
def test_a_page_break_behind_the_end_of_the_field_stays(between: str) -> None:
    end = f'<w:r><w:fldChar w:fldCharType="end"/>{between}<w:br w:type="page"/></w:r>'
    root = written(f"<w:p>{began('TOC')}<w:r><w:t>旧</w:t></w:r>{end}</w:p>", HEADINGS)
    after = body_of(root)
    assert [said(element) for element in after] == ["甲", "乙", "丙", "", *"甲乙丙丁"]
    assert after[3].find(f".//{w('br')}") is not None
    assert after[3].find(f".//{w('fldChar')}") is None


def test_a_last_paragraph_that_breaks_the_page_before_it_stays() -> None:
    assert of_two_paragraphs("<w:pageBreakBefore/>")[3].find(f".//{w('pageBreakBefore')}") is not None


def test_text_before_and_behind_the_field_stays_where_it_was() -> None:
    text = "<w:r><w:t>{}</w:t></w:r>".format
    root = written(f"<w:p>{text('前')}{began('TOC')}{text('旧')}{sign('end')}{text('后')}</w:p>", HEADINGS)
    assert [said(element) for element in body_of(root)] == ["前", "甲", "乙", "丙", "后", *"甲乙丙丁"]


def test_a_page_break_before_the_field_is_one_before_its_first_entry() -> None:
    field = f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{began('TOC')}{sign('end')}</w:p>"
    after = body_of(written(field, HEADINGS))
    assert [element.find(f".//{w('pageBreakBefore')}") is not None for element in after] == [True] + 6 * [
        False
    ]


def test_a_last_paragraph_of_which_nothing_is_left_goes() -> None:
    assert [said(element) for element in of_two_paragraphs()] == ["甲", "乙", "丙", *"甲乙丙丁"]


def test_fields_inside_the_old_entries_go_with_them() -> None:
    page = began("PAGEREF _Toc1") + sign("end")
    root = written(f"<w:p>{began('TOC')}{page}</w:p><w:p>{page}{sign('end')}</w:p>", HEADINGS)
    assert "PAGEREF _Toc1" not in [element.text for element in root.iter(w("instrText"))]


@pytest.mark.parametrize("taken", [("1", "100000"), ("2",), ("x",), ("", "9" * 5000)])
def test_the_new_bookmarks_have_ids_that_nobody_has(taken: tuple[str, ...]) -> None:
    marks = "".join(f'<w:bookmarkStart w:id="{id}" w:name="n{id[:9]}"/>' for id in taken)
    root = written(f"<w:p>{marks}{began('TOC')}{sign('end')}</w:p>", f"<w:p>{marks}</w:p>", HEADINGS)
    ids = [mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))]
    fresh = [id for id in ids if id not in taken]
    assert len(fresh) == len(set(fresh)) == 3
    assert fresh == [mark.get(w("id")) for mark in root.iter(w("bookmarkEnd"))]


def test_a_template_without_styles_makes_a_report_with_the_field_as_it_was() -> None:
    field = f"<w:p>{began('TOC')}<w:r><w:t>待更新</w:t></w:r>{sign('end')}</w:p>"
    ready = prepare(without_styles(docx(field, "正文")), "试.docx", ENVIRONMENT)
    context = context_of(record({}), scorecard(), PACK, STYLE, draft=False)
    made = Renderer(ENVIRONMENT, PHRASES).render(ready, context, "试.docx")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        root = parse(archive.read("word/document.xml"))
    assert [said(element) for element in body_of(root)] == ["待更新", "正文"]


def without_styles(template: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != STYLES:
                new.writestr(name, old.read(name))
    return buffer.getvalue()
