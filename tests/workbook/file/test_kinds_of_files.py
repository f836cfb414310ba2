"""A file is known by what it holds; what is no workbook is told for what it is."""

import os
import shutil
from pathlib import Path

import pytest
from workbook.books import pack, saved, silent_sample, with_members

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.source import open_package, saved_book
from jixiao.workbook.file.structure import read_structure

BITMAP = bytes(3 * 2**20)  # white, as screen shots are: packs to a thousandth


def refusal(path: Path) -> str:
    with pytest.raises(UnusableInput) as problem:
        open_package(path)
    return str(problem.value)


@pytest.mark.parametrize("before", [b"\r\n", b"\n\n", b"\xef\xbb\xbf"])
def test_what_a_mail_program_leaves_in_front_of_a_workbook_does_no_harm(before, tmp_path):
    whole, late = saved(tmp_path, silent_sample()), tmp_path / "收到.xlsm"
    late.write_bytes(before + whole.read_bytes())
    assert saved_book(late).structure == saved_book(whole).structure
    assert open_package(late).part("xl/styles.xml") == open_package(whole).part("xl/styles.xml")


def test_a_picture_that_packs_well_is_no_bomb(tmp_path):
    path = saved(tmp_path, with_members(silent_sample(), {"xl/media/image1.bmp": BITMAP}))
    assert read_structure(open_package(path)).parts


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/vmlDrawing.vml", "xl/X.XML"])
def test_a_part_that_is_read_and_swells_is_a_bomb(name, tmp_path):
    assert "解压后过大" in refusal(saved(tmp_path, with_members(silent_sample(), {name: BITMAP})))


def test_a_picture_that_is_said_to_be_a_part_is_not_unpacked(tmp_path):
    package = open_package(saved(tmp_path, with_members(silent_sample(), {"xl/media/image1.bmp": BITMAP})))
    with pytest.raises(UnusableInput, match="解压后过大"):
        package.part("xl/media/image1.bmp")


def test_a_member_that_is_there_twice_is_named(tmp_path):
    twice = with_members(silent_sample(), {"xl/Styles.xml": b"<styleSheet/>"})
    assert "里面的 xl/styles.xml 出现了两次" in refusal(saved(tmp_path, twice))


def test_an_encrypted_workbook_is_told_even_if_nobody_is_asked_for_a_password(tmp_path):
    encrypted = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "打开时不问密码" in refusal(saved(tmp_path, encrypted))


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"xl/workbook.bin": b""}, "二进制工作簿"),
        ({"mimetype": b"", "content.xml": b"<x/>"}, "OpenDocument"),
        ({"word/document.xml": b"<x/>"}, "是 Word 文档，不是 Excel 工作簿"),
    ],
)
def test_what_is_no_workbook_is_told_for_what_it_is(members, said, tmp_path):
    assert said in refusal(saved(tmp_path, with_members(silent_sample(), members)))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit of bytes")
def test_a_name_of_250_bytes_is_opened(tmp_path):
    path = tmp_path / f"{'局' * 81}ab.xlsm"
    shutil.copy(pack().workbook, path)
    assert open_package(path).path == path
