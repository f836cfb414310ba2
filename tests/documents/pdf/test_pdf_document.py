"""PDF files that can be read and those that cannot: scanned, encrypted, broken, huge."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from documents.pdf.pdf_files import Sheet, pdf_file

from jixiao.documents.document import SourceParagraph, SourcePlace, SourceTable
from jixiao.documents.pdf import pdf_document, rules
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def written(text: str = "收入决算表") -> Sheet:
    sheet = Sheet()
    sheet.text(50, 700, text)
    return sheet


def scanned() -> Sheet:
    sheet = Sheet()
    sheet.picture()
    return sheet


def refusal(path: Path) -> str:
    with pytest.raises(UnusableInput) as problem:
        read_document(path)
    return str(problem.value)


def test_paragraphs_and_tables_know_their_pages(tmp_path: Path):
    second = Sheet()
    second.rows([50, 150, 250], 600, [["合计", "5"]])
    document = read_document(pdf_file(tmp_path / "决算.pdf", [written(), second]))
    title, table = document.blocks
    assert (document.kind, document.unread) == ("pdf", ())
    assert title == SourceParagraph("收入决算表", SourcePlace(page=1, paragraph=1))
    assert isinstance(table, SourceTable)
    assert table.place.words == "第2页第1个表"


def test_a_scanned_file_is_refused_and_a_scanned_page_is_said(tmp_path: Path):
    assert "“a.pdf”是扫描件（页面是图片，没有文字）" in refusal(pdf_file(tmp_path / "a.pdf", [scanned()]))
    document = read_document(pdf_file(tmp_path / "b.pdf", [written(), scanned()]))
    assert [text[:20] for text in document.unread] == ["“b.pdf”第 2 页是图片，没有文字"]


def test_a_file_without_any_text_is_refused(tmp_path: Path):
    assert "没有文字" in refusal(pdf_file(tmp_path / "a.pdf", [Sheet()]))


def test_an_encrypted_file_is_refused(tmp_path: Path):
    locked = "/Encrypt<</Filter/Standard/V 1/R 2/O<{0}>/U<{0}>/P -4>>/ID[<00><00>]".format("00" * 32)
    assert "设了打开密码" in refusal(pdf_file(tmp_path / "a.pdf", [written()], locked))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5000)])
def test_a_broken_file_is_refused(content: bytes, tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(content)
    assert "“a.pdf”已损坏或没有保存完整" in refusal(tmp_path / "a.pdf")


def test_a_file_cut_off_anywhere_is_read_or_refused(tmp_path: Path):
    whole = pdf_file(tmp_path / "a.pdf", [written()]).read_bytes()
    for length in range(20, len(whole), 97):
        (tmp_path / "b.pdf").write_bytes(whole[:length])
        try:
            found = str(read_document(tmp_path / "b.pdf").blocks)
        except UnusableInput as problem:
            found = str(problem)
        assert "收入决算表" in found or "b.pdf" in found


@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [("MOST_PAGES", 1, "太多"), ("MOST_CHARACTERS", 7, "太多"), ("MOST_SECONDS", -1, "还没有读完")],
)
def test_more_than_any_report_has_is_refused(
    limit: str, most: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pdf_document, limit, most)
    assert said in refusal(pdf_file(tmp_path / "a.pdf", [written(), written()]))


def test_a_page_with_more_lines_than_are_looked_at_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    sheet = written()
    sheet.rows([50, 150, 250], 600, [["合计", "5"]])
    monkeypatch.setattr(rules, "MOST_OBJECTS", 3)
    assert "太多" in refusal(pdf_file(tmp_path / "a.pdf", [sheet]))


def test_without_the_library_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert "py -m pip install .[pdf]" in refusal(pdf_file(tmp_path / "a.pdf", [written()]))
