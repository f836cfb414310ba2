"""Numbers of headings, line breaks and merged cells."""

import io

import docx
import pytest
from report.filled import report, text
from report.small import filled, filled_document, paragraph, table

from jixiao.report.word.wordml import w

TEN = """
部门、单位基本情况 部门整体收支情况 一般公共预算收支情况 政府性基金预算支出情况 国有资本经营预算支出情况
社会保险基金预算支出情况 部门整体支出绩效情况 存在的问题及原因分析 下一步改进措施 其他需要说明的情况
""".split()  # noqa: SIM905


def test_the_ten_sections_stand_in_order() -> None:
    headings = [line for line in text().splitlines() if line.startswith("# ")]
    assert headings == [
        f"# {number}、{name}" for number, name in zip("一二三四五六七八九十", TEN, strict=True)
    ]


def test_each_level_starts_again_below_a_new_heading() -> None:
    levels = (1, 2, 2, 3, 4, 4, 3, 4, 1, 2, 3)
    numbers = ["一、", "（一）", "（二）", "1.", "（1）", "（2）", "2.", "（1）", "二、", "（一）", "1."]
    lines = filled(*(paragraph("题", f"Heading{level}") for level in levels)).splitlines()
    assert [line.split()[1].removesuffix("题") for line in lines] == numbers


def test_a_heading_that_is_left_out_is_not_counted() -> None:
    blocks = ("{%p if 支出.合计 %}", paragraph("甲", "Heading1"), "{%p endif %}", paragraph("乙", "Heading1"))
    assert filled(*blocks) == "# 一、乙"


def test_lines_of_a_paragraph_become_paragraphs_of_the_same_style() -> None:
    entries = {"文字材料": [{"正文": "　　甲\n\t乙 "}]}
    blocks = ("{%p for 段 in 文字材料 %}", paragraph("前{{ 段.正文 }}后", "BodyText"), "{%p endfor %}")
    document = docx.Document(io.BytesIO(filled_document(*blocks, entries=entries)))
    assert [(p.text, p.style.style_id) for p in document.paragraphs] == [
        ("前甲", "BodyText"),
        ("乙后", "BodyText"),
    ]


def test_a_line_break_in_a_heading_stays_one() -> None:
    assert filled(paragraph("{{ 单位.名称 }}", "Heading1"), entries={"单位.名称": "甲\n乙"}) == "# 一、甲⏎乙"


def test_a_tab_in_a_value_is_a_tab_of_word() -> None:
    assert filled("{{ 单位.名称 }}", entries={"单位.名称": "甲\t乙"}) == "甲\t乙"


def test_equal_cells_are_merged_below_each_other_but_not_across_groups() -> None:
    entries = {"经济分类": [{"编码": a, "名称": b} for a, b in (("1", "甲"), ("1", "甲"), ("2", "甲"))]}
    rows = table(
        ("{%tr for 行 in 经济分类 %}",), ("{{ 行.编码|合并 }}", "{{ 行.名称|合并 }}"), ("{%tr endfor %}",)
    )
    document = docx.Document(io.BytesIO(filled_document(rows, entries=entries)))
    lines = [
        {line.tag for line in cell.findall(".//" + w("tcBorders") + "/*")}
        for cell in document.element.iter(w("tc"))
    ]
    below, above = {w("bottom")}, {w("top")}
    assert lines == [below, below, above, above, set(), set()]


def labels(*codes: tuple[str, str]) -> list[tuple[list[str], bool]]:
    """Each row of a table that merges equal codes and names, and whether it stays with the next."""
    entries = {"经济分类": [{"编码": code, "名称": name} for code, name in codes]}
    rows = table(
        ("{%tr for 行 in 经济分类 %}",),
        ("{{ 行.编码|合并 }}", "{{ 行.名称|合并 }}", "格"),
        ("{%tr endfor %}",),
        ("合计",),
    )
    document = docx.Document(io.BytesIO(filled_document(rows, entries=entries)))
    return [
        (
            ["".join(text.text or "" for text in cell.iter(w("t"))) for cell in row.iter(w("tc"))],
            row.find(f".//{w('keepNext')}") is not None,
        )
        for row in document.element.iter(w("tr"))
    ]


def test_a_long_group_of_rows_has_its_labels_again_where_a_page_may_end() -> None:
    told = labels(*(("1", "甲"),) * 5, *(("1", "乙"),) * 2, ("2", "丙"))
    assert told == [
        (["1", "甲", "格"], True),
        (["", "", "格"], False),
        (["1", "甲", "格"], True),
        (["", "", "格"], True),
        (["", "", "格"], False),
        (["1", "乙", "格"], True),
        (["", "", "格"], False),
        (["2", "丙", "格"], True),
        (["合计"], False),
    ]


def test_a_group_that_fits_is_kept_together_and_has_each_label_once() -> None:
    told = labels(("1", "甲"), ("1", "乙"), ("1", "乙"))
    assert [texts[0] for texts, _ in told] == ["1", "", "", "合计"]
    assert [kept for _, kept in told] == [True, True, True, False]


def test_the_mark_for_merging_does_nothing_outside_a_table() -> None:
    assert filled("{{ 单位.名称|合并 }}", entries={"单位.名称": "甲"}) == "甲"


def test_the_score_table_repeats_its_header_row_and_merges_levels() -> None:
    score_table = docx.Document(io.BytesIO(report())).tables[-1]
    assert score_table.rows[0]._tr.trPr.findall(docx.oxml.ns.qn("w:tblHeader"))
    assert [bool(score_table.cell(row, 0).text) for row in range(3, 6)] == [True, False, False]


def test_a_cell_keeps_a_paragraph_when_all_in_it_is_left_out() -> None:
    cell = f"<w:tc>{paragraph('{%p if 支出.合计 %}')}{paragraph('甲')}{paragraph('{%p endif %}')}</w:tc>"
    document = docx.Document(io.BytesIO(filled_document(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>", entries={})))
    assert len(document.element.findall(f".//{docx.oxml.ns.qn('w:tc')}/{docx.oxml.ns.qn('w:p')}")) == 1


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "docProps/custom.xml"]
)
def test_the_report_is_a_document_that_python_docx_opens(part: str) -> None:
    package = docx.Document(io.BytesIO(report())).part.package
    assert any(str(found.partname) == f"/{part}" for found in package.iter_parts())
