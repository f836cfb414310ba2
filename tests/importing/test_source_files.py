"""Sources that cannot be read are told, each in a sentence; the others are taken."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from commands import called as jixiao
from documents.pdf.pdf_files import Sheet, pdf_file
from importing.pages import write_xlsx
from importing.published import Layout, Style
from importing.readings import YUAN

from jixiao.importing.source_files import source_files
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling

ENCRYPTED = "/Encrypt<</Filter/Standard/V 1/R 2/O<00>/U<00>/P -1>>/ID[<00><00>]"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB: what an encrypted workbook lies in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """This year's accounts, and three files that nobody can read."""
    filling = Filling({**YUAN.entries, "单位.年度": Decimal(2024)}, YUAN.groups)
    write_xlsx(tmp_path / "2024年决算.xlsx", Layout(filling, Style(unit="元")).pages())
    scanned = Sheet()
    scanned.picture()
    pdf_file(tmp_path / "扫描件.pdf", [scanned])
    pdf_file(tmp_path / "加密.pdf", [Sheet()], ENCRYPTED)
    (tmp_path / "2023.xlsm").write_bytes(
        COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )
    return tmp_path


UNREADABLE = ("扫描件.pdf", "加密.pdf", "2023.xlsm")


def test_each_has_its_sentence_and_the_others_are_taken(folder: Path):
    read = source_files(folder / name for name in ("2024年决算.xlsx", *UNREADABLE))
    assert (read.books, len(read.published)) == ((), 1)
    assert [name in text for name, text in zip(UNREADABLE, read.refused, strict=True)] == [True] * 3
    assert ["扫描件" in read.refused[0], "密码" in read.refused[1], "加密" in read.refused[2]] == [True] * 3


def test_where_none_can_be_read_all_is_refused(folder: Path):
    with pytest.raises(UnusableInput, match=r"扫描件\.pdf.*加密\.pdf"):
        source_files(folder / name for name in UNREADABLE)


def test_new_makes_the_workbook_and_says_what_is_missing(folder: Path):
    sources = [word for name in ("2024年决算.xlsx", *UNREADABLE) for word in ("--from", name)]
    done = jixiao("new", *sources, "我局2024.xlsx", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert "有 3 个文件读不出来，没有带入；其他文件照常带入。\n" in done.stdout
    assert (folder / "我局2024.xlsx").exists()
    assert jixiao("new", "--from", "加密.pdf", "空.xlsx", cwd=folder).returncode == 2
    assert not (folder / "空.xlsx").exists()
