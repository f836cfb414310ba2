"""A file is opened as a package of parts, or refused in one sentence."""

import os
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from workbook.books import after_run, package_of, part_of, read, sample, saved, silent_sample, with_members

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file import package as limits
from jixiao.workbook.file.package import parse_xml
from jixiao.workbook.file.source import open_package

PATH = Path("工作簿.xlsx")


def refusal(path: Path) -> str:
    with pytest.raises(UnusableInput) as problem:
        open_package(path)
    return str(problem.value)


def test_a_workbook_is_opened_with_its_parts():
    package = package_of(sample())
    assert package.has("xl/workbook.xml")
    assert package.xml("xl/workbook.xml").tag.endswith("}workbook")


def test_a_missing_part_is_named():
    with pytest.raises(UnusableInput, match=r"缺少 xl/nothing\.xml"):
        package_of(sample()).part("xl/nothing.xml")


def test_limits_on_size_are_checked_before_the_file_is_read(tmp_path):
    path = saved(tmp_path, sample())
    os.truncate(path, limits.MAX_FILE + 1)
    assert "超过 50 MB" in refusal(path)


def test_a_file_of_exactly_the_largest_number_of_members_is_opened(tmp_path):
    names = len(package_of(sample()).archive.namelist())
    most = {f"xl/media/{number}.txt": b"x" for number in range(limits.MAX_MEMBERS - names)}
    assert open_package(saved(tmp_path, with_members(sample(), most)))
    one_more = with_members(sample(), most | {"xl/media/more.txt": b"x"})
    assert "解压后过大" in refusal(saved(tmp_path, one_more))


@pytest.mark.parametrize("size", [limits.RATIO_FROM + 1, limits.MAX_PART + 1])
def test_a_part_that_swells_is_refused(tmp_path, size):
    swollen = with_members(sample(), {"xl/zeros.xml": bytes(size)})
    assert "解压后过大" in refusal(saved(tmp_path, swollen))


def test_a_small_part_may_compress_as_well_as_it_likes(tmp_path):
    assert open_package(saved(tmp_path, with_members(sample(), {"xl/zeros.xml": bytes(limits.RATIO_FROM)})))


def test_the_sum_of_the_parts_is_limited(tmp_path):
    part = (os.urandom(10_000) + bytes(990_000)) * 99  # 94 MB, a hundredth of it when packed
    many = with_members(sample(), {f"xl/more/{number}.xml": part for number in range(3)})
    assert "解压后过大" in refusal(saved(tmp_path, many))


@pytest.mark.parametrize("name", ["../evil.txt", "xl/../../evil.txt", "/etc/evil.txt"])
def test_a_member_that_leads_out_of_the_package_is_refused(tmp_path, name):
    assert "内部路径不正常" in refusal(saved(tmp_path, with_members(sample(), {name: b"x"})))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(tmp_path):
    path = saved(tmp_path, sample())
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    assert "里面的 xl/workbook.xml 出现了两次" in refusal(path)


def test_a_member_with_a_wrong_checksum_is_damaged():
    book = bytearray(sample())
    at = package_of(sample()).archive.getinfo("xl/workbook.xml").header_offset + 60
    book[at : at + 20] = bytes(20)
    with pytest.raises(UnusableInput, match="已损坏"):
        package_of(bytes(book)).part("xl/workbook.xml")


def test_a_member_packed_in_an_unknown_way_is_damaged():
    book = sample().replace(b"\x08\x00", b"\x63\x00")
    with pytest.raises(UnusableInput, match="已损坏"):
        package_of(book).part("xl/workbook.xml")


def test_bytes_that_zlib_cannot_unpack_are_damaged():
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.xml", b"x" * 1000)
    packed = zlib.compress(b"x" * 1000, wbits=-15)
    book = target.getvalue().replace(packed, b"\xff" * len(packed))
    with pytest.raises(UnusableInput, match="已损坏"):
        package_of(book).part("xl/workbook.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("inside", ["", ' [<!ENTITY a "b">]', ' SYSTEM "http://localhost/x.dtd"'])
def test_a_doctype_is_refused_in_any_encoding(encoding, inside):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x{inside}><x/>'
    with pytest.raises(UnusableInput, match="DOCTYPE"):
        parse_xml(text.encode(encoding), PATH)


@pytest.mark.parametrize(
    "content", [b"", b"<x>", b"<x></y>", b"\xff\xfe", b"<x>\x01</x>", b"<x>&a;</x>", bytes(100)]
)
def test_broken_xml_means_a_damaged_file(content):
    with pytest.raises(UnusableInput, match="已损坏"):
        parse_xml(content, PATH)


def test_a_directory_that_claims_too_many_members_is_refused_unread(tmp_path):
    path = saved(tmp_path, b"PK\x01\x02" + bytes(42))
    path.write_bytes(path.read_bytes() * 100_000)
    assert "解压后过大" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-16", "gbk"])
def test_a_workbook_whose_parts_are_written_in_another_encoding_is_read_and_written(encoding, tmp_path):
    plain = silent_sample()
    with ZipFile(BytesIO(plain)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    said = {name: text.replace('encoding="UTF-8"', f'encoding="{encoding}"') for name, text in texts.items()}
    book = with_members(
        plain, {name: text.encode(encoding, "xmlcharrefreplace") for name, text in said.items()}
    )
    assert read(book).record == read(plain).record
    done, expected = after_run(tmp_path, book), after_run(tmp_path, plain)
    for part in ("xl/workbook.xml", part_of(plain, "校验结果"), part_of(plain, "收支总表")):
        assert package_of(done).part(part) == package_of(expected).part(part)


def test_a_part_in_an_encoding_that_no_office_writes_is_damaged():
    part = b'<?xml version="1.0" encoding="UTF-7"?><workbook/>'
    with pytest.raises(UnusableInput, match="已损坏"):
        package_of(with_members(silent_sample(), {"xl/workbook.xml": part})).part("xl/workbook.xml")
