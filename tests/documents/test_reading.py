"""A file is read by what it is, whatever it is called; what cannot be read is said in one sentence."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from documents.word_files import paragraph, word_file
from importing.pages import Page, write_web_page, write_xls, write_xlsx

from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput

PAGE = Page("x", {(1, 1): "收入"})


def test_a_file_is_known_by_its_content(tmp_path: Path):
    made = {
        "xlsx": write_xlsx(tmp_path / "a.xls", [PAGE]),
        "xls": write_xls(tmp_path / "b.xlsx", [PAGE]),
        "html": write_web_page(tmp_path / "c.xls", [PAGE]),
        "docx": word_file(tmp_path / "d.doc", paragraph("收入")),
    }
    for kind, path in made.items():
        document = read_document(path)
        assert (document.kind, document.file) == (kind, path.name)
        assert "收入" in str(document.blocks)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空文件"),
        (b"PK\x03\x04word/document.xml", r"“a\.docx”已损坏"),
        (b"<html><frameset></frameset></html>", "不是能读的文件"),
        (b"\x89PNG", "是图片，不能读"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, said: str, tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(UnusableInput, match=said):
        read_document(tmp_path / "a.docx")


@pytest.mark.parametrize(("kind", "picture"), [("docx", "word/media/image1.png"), ("xlsx", "xl/media/a.png")])
def test_a_file_of_pictures_alone_is_said_to_be_one(kind: str, picture: str, tmp_path: Path):
    path = tmp_path / f"扫描.{kind}"
    word_file(path, paragraph("")) if kind == "docx" else write_xlsx(path, [Page("x", {})])
    assert read_document(path).kind == kind
    with ZipFile(path, "a") as archive:
        archive.writestr(picture, b"\x89PNG")
    with pytest.raises(UnusableInput, match="只有图片"):
        read_document(path)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match="找不到文件"):
        read_document(tmp_path / "a.docx")
    with pytest.raises(UnusableInput, match="是文件夹"):
        read_document(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name, as POSIX has them")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.xlsx")
    with pytest.raises(UnusableInput, match="不是普通文件"):
        read_document(tmp_path / "a.xlsx")
