"""Text in any encoding that Chinese systems write; plain text files, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.document import SourceParagraph, SourcePlace
from jixiao.documents.reading import read_document
from jixiao.documents.texts import decoded
from jixiao.model.errors import UnusableInput


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_page_need_not_say_how_it_is_encoded(encoding: str):
    assert decoded("<p>收入支出决算总表</p>".encode(encoding)) == "<p>收入支出决算总表</p>"


def test_a_beginning_that_ends_within_a_character_is_still_utf8():
    assert decoded("收入支出".encode()[:-1]).startswith("收入支")


def test_lines_are_paragraphs_and_form_feeds_begin_pages(tmp_path: Path):
    (tmp_path / "报告.txt").write_text("第一行\n\n  第二行 \n\f第三行", encoding="gb18030")
    document = read_document(tmp_path / "报告.txt")
    assert document.kind == "txt"
    assert document.blocks == (
        SourceParagraph("第一行", SourcePlace(page=1, paragraph=1)),
        SourceParagraph("第二行", SourcePlace(page=1, paragraph=2), apart=True),
        SourceParagraph("第三行", SourcePlace(page=2, paragraph=3)),
    )


def test_a_text_without_form_feeds_has_no_pages(tmp_path: Path):
    (tmp_path / "报告.txt").write_text("一", encoding="utf-8")
    assert read_document(tmp_path / "报告.txt").blocks == (SourceParagraph("一", SourcePlace(paragraph=1)),)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02"])
def test_what_is_no_text_is_refused(content: bytes, tmp_path: Path):
    (tmp_path / "报告.txt").write_bytes(content)
    with pytest.raises(UnusableInput, match=r"空文件|或者里面不是文字"):
        read_document(tmp_path / "报告.txt")


def test_a_blank_line_parts_paragraphs_of_a_page(tmp_path: Path):
    (tmp_path / "报告.txt").write_text("题目\n\n\n第一段\n第二段\f\n第三段", encoding="utf-8")
    blocks = read_document(tmp_path / "报告.txt").blocks
    assert [block.apart for block in blocks if isinstance(block, SourceParagraph)] == [
        False,
        True,
        False,
        False,
    ]


def test_a_word_document_cut_short_is_opened_with_word(tmp_path: Path):
    (tmp_path / "报告.docx").write_bytes(b"PK\x03\x04garbage")
    with pytest.raises(UnusableInput, match="请用 Word 或 WPS 打开"):
        read_document(tmp_path / "报告.docx")
    (tmp_path / "报告.xlsx").write_bytes(b"PK\x03\x04garbage")
    with pytest.raises(UnusableInput, match="请用 Excel 或 WPS 打开"):
        read_document(tmp_path / "报告.xlsx")


def test_a_text_whose_encoding_nobody_can_tell_is_not_called_damaged(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes("2022年收入合计346.08万元。".encode("utf-16-le"))
    with pytest.raises(UnusableInput, match=r"看不出.*编码.*UTF-8"):
        read_document(file)
    file.write_bytes("2022年收入合计346.08万元。".encode("utf-16"))
    assert read_document(file).kind == "txt"
