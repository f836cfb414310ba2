"""A Word document as people read it: paragraphs in order, with what Word computes and what was moved."""

from __future__ import annotations

import pytest
from report.pages import HEADER, chart, document, drawing, field, only, part, run, with_charts
from report.small import table

from jixiao.model.errors import UnusableInput
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.reading import MAX_TOTAL, read_document


def texts(*blocks: str) -> list[str]:
    return [one.text for one in document(*blocks).paragraphs]


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def test_paragraphs_are_read_in_order_and_numbered():
    read = document("甲", table(("乙", "丙"), ("丁",)), "戊").paragraphs
    assert [(one.number, one.text) for one in read] == [(0, "甲"), (1, "乙"), (2, "丙"), (3, "丁"), (4, "戊")]
    assert {one.part for one in read} == {DOCUMENT}
    assert {one.chart for one in read} == {""}


def test_a_document_without_paragraphs_is_empty():
    assert texts("<w:tbl></w:tbl>") == []


def test_runs_are_joined_and_tabs_and_breaks_kept():
    assert texts(p(run("甲"), "<w:r><w:tab/></w:r>", run("乙"), "<w:r><w:br/><w:cr/></w:r>", run("丙"))) == [
        "甲\t乙\n\n丙"
    ]


def test_a_break_of_the_page_is_one_too_and_a_tab_stop_is_none():
    stop = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="5"/></w:tabs></w:pPr>'
    assert texts(p(stop, run("甲"), '<w:r><w:br w:type="page"/></w:r>', run("乙"))) == ["甲\n乙"]


def test_an_empty_text_element_is_nothing():
    assert texts(p("<w:r><w:t/></w:r>", run("甲"))) == ["甲"]


def test_each_text_element_knows_where_it_begins():
    [read] = document(p(run("甲乙"), "<w:r><w:tab/></w:r>", run("丙"))).paragraphs
    assert [(begins, piece.text) for begins, piece in read.pieces] == [(0, "甲乙"), (3, "丙")]


@pytest.mark.parametrize(
    "computed",
    [field("77"), f'<w:fldSimple w:instr="PAGE">{run("77")}</w:fldSimple>'],
    ids=["field", "simple"],
)
def test_what_word_computes_is_known(computed: str):
    [read] = document(p(run("第"), computed, run("页"))).paragraphs
    assert (read.text, read.fields) == ("第77页", [(1, 3)])
    assert [read.computed(position) for position in range(4)] == [False, True, True, False]


def test_a_field_may_go_over_several_paragraphs_and_hold_others():
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    read = document(p(begin, run("目录1")), p(field("3"), run("录2")), p(end, run("正文3"))).paragraphs
    assert [one.fields for one in read] == [[(0, 3)], [(0, 1), (1, 3)], []]


def test_tracked_changes_are_read_as_if_they_were_accepted():
    changed = p(
        f"<w:ins>{run('新')}</w:ins>",
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('此')}</w:moveFrom>",
        f"<w:moveTo>{run('彼')}</w:moveTo>",
    )
    assert (texts(changed), document(changed).tracked) == (["新彼"], True)


@pytest.mark.parametrize("mark", ["ins", "del", "moveFrom", "moveTo"])
def test_each_kind_of_tracked_change_is_noticed_in_every_part(mark: str):
    changed = p(f"<w:{mark}>{run('甲')}</w:{mark}>")
    assert document(changed).tracked
    assert document("甲", more={HEADER: part(changed)}).tracked


def test_a_document_without_changes_is_not_tracked():
    assert not document("甲", more={HEADER: part("眉")}).tracked


def test_the_main_part_comes_first_and_the_others_in_order():
    more = {"word/footnotes.xml": part("注"), "word/header1.xml": part("眉"), "word/comments.xml": part("批")}
    read = document("甲", more=more).paragraphs
    assert [(one.part, one.number, one.text) for one in read] == [
        (DOCUMENT, 0, "甲"),
        ("word/footnotes.xml", 0, "注"),
        ("word/header1.xml", 0, "眉"),
    ]


def test_the_lines_of_a_chart_stand_behind_its_paragraph():
    more = with_charts(rId7=chart(("甲", "5"), ("乙", "6")), rId8=chart(("丙", "7"), title="图一"))
    read = document(
        p(run("上"), drawing("rId7"), drawing("rId8"), drawing("rId9")), "下", more=more
    ).paragraphs
    assert [(one.part, one.number, one.text, one.chart) for one in read] == [
        (DOCUMENT, 0, "上", ""),
        ("word/charts/rId7.xml", 0, "甲｜金额：5", "rId7"),
        ("word/charts/rId7.xml", 1, "乙｜金额：6", "rId7"),
        ("word/charts/rId7.xml", 2, "", "rId7"),
        ("word/charts/rId8.xml", 0, "丙｜金额：7", "rId8"),
        ("word/charts/rId8.xml", 1, "", "rId8"),
        ("word/charts/rId8.xml", 2, "图一", "rId8"),
        (DOCUMENT, 1, "下", ""),
    ]


def test_a_chart_without_its_part_has_no_lines():
    more = with_charts(rId7="") | {"word/charts/rId7.xml": chart(("甲", "5"))}
    del more["word/charts/rId7.xml"]
    assert [one.text for one in document(p(run("上"), drawing("rId7")), more=more).paragraphs] == ["上"]


@pytest.mark.parametrize("content", [b"PK", b"text", only("甲")[:200]])
def test_a_file_that_is_no_word_document_is_refused(content: bytes):
    with pytest.raises(UnusableInput) as caught:
        read_document(content, "报告.docx")
    assert str(caught.value) == (
        "“报告.docx”不是 Word 文档（.docx），或文件已损坏。请用 Word 打开，另存为 .docx 再试。"
    )


def test_a_zip_without_a_document_is_refused():
    content = only("甲").replace(b"word/document.xml", b"word/documenx.xml")
    with pytest.raises(UnusableInput, match="不是 Word 文档"):
        read_document(content, "报告.docx")


def test_a_file_that_swells_beyond_all_reports_is_refused():
    content = bytearray(only("甲"))
    size = content.rindex(b"PK\x01\x02") + 24  # in the directory, what the last member says of itself
    content[size : size + 4] = MAX_TOTAL.to_bytes(4, "little")
    with pytest.raises(UnusableInput) as caught:
        read_document(bytes(content), "报告.docx")
    assert str(caught.value) == "“报告.docx”太大，不像一份报告。"
