"""Word documents: paragraphs and tables in their order, merged cells, tables within tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.word_files import cell, paragraph, table, word_file
from docx import Document

from jixiao.documents import word_documents
from jixiao.documents.cells import STRUCK
from jixiao.documents.document import Merge, SourceDocument, SourcePlace, SourceTable
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def read(folder: Path, *blocks: str) -> SourceDocument:
    return read_document(word_file(folder / "决算.docx", "".join(blocks)))


def only_table(folder: Path, *rows: str) -> SourceTable:
    (block,) = read(folder, table(*rows)).blocks
    assert isinstance(block, SourceTable)
    return block


def texts(found: SourceTable) -> list[list[str]]:
    return [[cell.text for cell in row.values()] for row in found.rows.values()]


def test_a_paragraph_in_too_many_pieces_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(word_documents, "MOST_PIECES", 2)
    assert len(read(tmp_path, paragraph("甲") * 2).blocks) == 2
    with pytest.raises(UnusableInput, match="太多"):
        read(tmp_path, paragraph("甲") * 3)


def test_what_python_docx_has_written_is_read_in_its_order(tmp_path: Path):
    document = Document()
    document.add_heading("一、收入支出决算总表", 2)
    written = document.add_table(2, 2)
    written.cell(0, 0).text, written.cell(1, 1).text = "项目", "12.30"
    document.add_paragraph("注：本表为空。")
    document.save(str(tmp_path / "决算.docx"))
    above, found, below = read_document(tmp_path / "决算.docx").blocks
    assert (above.text, above.heading, above.place) == ("一、收入支出决算总表", 2, SourcePlace(paragraph=1))
    assert {(row, c): v.text for row, cells in found.rows.items() for c, v in cells.items()} == {
        (1, 1): "项目",
        (2, 2): "12.30",
    }
    assert (below.text, below.place) == ("注：本表为空。", SourcePlace(paragraph=2))


def test_cells_over_several_columns_and_rows_are_merged(tmp_path: Path):
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = only_table(
        tmp_path,
        cell("科目", down) + cell("支出", '<w:gridSpan w:val="2"/>'),
        cell("", goes_on) + cell("基本") + cell("项目"),
        cell("", goes_on) + cell("1") + cell("2"),
    )
    assert found.merges == (Merge(1, 1, 3, 1), Merge(1, 2, 1, 3))
    assert [found.seen(3, 1), found.seen(1, 3), found.seen(3, 3)] == ["科目", "支出", "2"]


def test_a_row_that_begins_further_right_keeps_its_columns(tmp_path: Path):
    before = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    assert only_table(tmp_path, before + cell("1")).rows[1][3].text == "1"


def test_a_table_of_one_column_around_tables_is_layout(tmp_path: Path):
    inner = f"<w:tc>{paragraph('单位：元')}{table(cell('a') + cell('b'))}</w:tc>"
    unit, found = read(tmp_path, table(inner)).blocks
    assert (unit.text, texts(found)) == ("单位：元", [["a", "b"]])


def test_a_table_within_a_cell_is_text_of_the_cell(tmp_path: Path):
    found = only_table(tmp_path, f"<w:tc>{paragraph('其中')}{table(cell('甲'))}</w:tc>{cell('5')}")
    assert texts(found) == [["其中\n甲", "5"]]


def test_tables_and_rows_in_content_controls_are_read(tmp_path: Path):
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('a')}</w:tr></w:sdtContent></w:sdt>"
    found = read(tmp_path, f"<w:sdt><w:sdtContent><w:tbl>{row}</w:tbl></w:sdtContent></w:sdt>").blocks
    assert texts(found[0]) == [["a"]]


def test_a_deleted_row_is_none(tmp_path: Path):
    deleted = "<w:trPr><w:del/></w:trPr>" + cell("1")
    assert texts(only_table(tmp_path, deleted, cell("2"))) == [["2"]]


def test_struck_figures_in_a_cell_are_trouble(tmp_path: Path):
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>12</w:t></w:r>"
    found = only_table(tmp_path, f"<w:tc><w:p>{struck}<w:r><w:t>34</w:t></w:r></w:p></w:tc>")
    assert (found.rows[1][1].text, found.rows[1][1].trouble) == ("34", STRUCK)


def test_text_boxes_stand_behind_their_paragraph(tmp_path: Path):
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('附件2')}</w:txbxContent></w:pict></w:r>"
    found = read(tmp_path, f"<w:p><w:r><w:t>报告</w:t></w:r>{box}</w:p>").blocks
    assert [block.text for block in found] == ["报告", "附件2"]


@pytest.mark.parametrize("wild", ["9" * 30, "-1", "0", "x"])
def test_a_wild_span_does_no_harm(wild: str, tmp_path: Path):
    found = only_table(tmp_path, cell("a", f'<w:gridSpan w:val="{wild}"/>') + cell("b"))
    assert texts(found) == [["a", "b"]]


def test_a_table_wider_than_a_worksheet_is_refused(tmp_path: Path):
    wide = cell("a", '<w:gridSpan w:val="256"/>')
    with pytest.raises(UnusableInput, match=r"“决算\.docx”里的表格超过 16384 列"):
        read(tmp_path, table(wide * 65))


def test_tables_nested_deeper_than_any_parser_goes_are_refused(tmp_path: Path):
    deep = "<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400
    with pytest.raises(UnusableInput, match="已损坏"):
        read(tmp_path, deep)


def test_a_document_without_a_body_is_damaged(tmp_path: Path):
    path = word_file(tmp_path / "a.docx", "")
    content = path.read_bytes().replace(b"w:body", b"w:bodx")
    (tmp_path / "b.docx").write_bytes(content)
    with pytest.raises(UnusableInput, match=r"“b\.docx”已损坏.*Word 或 WPS"):
        read_document(tmp_path / "b.docx")
