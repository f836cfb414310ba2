"""Paragraphs and tables as lines of a page: merged cells, large tables, marks that overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.document.finding import AuditFinding, AuditKind, Pointer, TextSpan
from jixiao.audit_results.page_text import MOST_COLUMNS, MOST_ROWS, PageText
from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, Merge, SourceDocument, SourceParagraph, SourcePlace, SourceTable
from jixiao.model.outcome import Severity


def finding(*spans: TextSpan) -> AuditFinding:
    places = tuple(Pointer((span,), text="数") for span in spans)
    return AuditFinding("X", AuditKind.SUM, Severity.NOTE, "不对", "引文", pointers=places)


def lines(block: Block, *findings: AuditFinding) -> str:
    return "\n".join(PageText(SourceDocument("报告", "pdf", (block,)), findings).lines())


def table(rows: Sequence[Sequence[str]], *merges: Merge) -> SourceTable:
    cells = {
        row: {column: SourceCell(text) for column, text in enumerate(texts, 1) if text}
        for row, texts in enumerate(rows, 1)
    }
    return SourceTable(SourcePlace(page=3, table=1), cells, merges)


def test_marks_that_overlap_share_what_both_cover():
    text = lines(
        SourceParagraph("甲乙丙丁", SourcePlace()), finding(TextSpan(0, 0, 3)), finding(TextSpan(0, 1, 4))
    )
    assert re.sub(r"<[^>]+>", "", text) == "甲乙丙1丁2"
    assert text.count('id="p1-0"') == text.count('id="p2-0"') == 1
    assert text.count("<mark") == text.count("</mark>") == 4


def test_a_place_beyond_the_text_is_left_out():
    assert "<mark" not in lines(SourceParagraph("甲乙", SourcePlace()), finding(TextSpan(0, 1, 9)))


def test_merged_cells_are_one():
    text = lines(table([["收入", "", "支出"], ["1", "2", "3"]], Merge(1, 1, 1, 2)))
    assert '<td  colspan="2">收入</td><td >支出</td>' in text
    assert text.count("<td") == 5


def test_merges_that_cross_are_no_merges():
    text = lines(table([["甲", "乙"], ["丙", "丁"]], Merge(1, 1, 2, 2), Merge(1, 2, 2, 2)))
    assert "丁" not in text
    assert text.count("rowspan") == 1


def test_a_page_and_a_table_say_where_they_are():
    text = lines(table([["甲"]]))
    assert "第3页" in text
    assert "第3页第1个表" in text


def test_of_a_large_table_the_rows_around_a_mark_are_shown_and_the_rest_is_told():
    rows = [[f"第{row}项", str(row)] for row in range(1, MOST_ROWS + 101)]
    text = lines(table(rows), finding(TextSpan(0, 0, 3, 300, 2)))
    shown = re.findall(r"第(\d+)项", text)
    assert shown == ["1", "2", "3", "297", "298", "299", "300", "301", "302", "303"]
    assert text.count("……") == 2
    assert f"共{MOST_ROWS + 100}行，没有标记的{MOST_ROWS + 90}行" in text


def test_of_a_wide_table_the_marked_column_is_shown():
    text = lines(table([[str(n) for n in range(1, 301)]]), finding(TextSpan(0, 0, 3, 1, 250)))
    assert 'id="p1-0"' in text
    assert f"共300列，这里列出了{MOST_COLUMNS + 1}列" in text
