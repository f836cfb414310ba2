"""Zips: the same members give the same bytes, whenever and wherever; what is compressed stays as it is."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from jixiao.archives import UndatedZip, content_of, packed, packed_member, stored, unpacked_member, zipped

MEMBERS = {
    "[Content_Types].xml": b"<Types/>" * 50,
    "word/document.xml": "正文".encode() * 2000,
    "word/图.bin": b"",
    "empty.xml": b"",
}


def opened(archive: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archive))


def of_another_program(method: int) -> bytes:
    """With a date, a system and extra bytes of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in MEMBERS.items():
            info = zipfile.ZipInfo(name, (2024, 12, 31, 23, 59, 58))
            info.compress_type, info.create_system, info.extra = method, 3, b"\x99\x99\x02\x00xy"
            archive.writestr(info, content)
    return buffer.getvalue()


def test_a_zip_holds_its_members_in_their_order_and_sound() -> None:
    archive = opened(zipped(MEMBERS | {"more": packed(b"x" * 10)}))
    assert archive.testzip() is None
    assert archive.namelist() == [*MEMBERS, "more"]
    assert {name: archive.read(name) for name in MEMBERS} == MEMBERS


def test_nothing_in_a_zip_tells_when_and_where_it_was_written() -> None:
    about = {
        (info.date_time, info.create_system, info.external_attr, info.extra, info.comment)
        for info in opened(zipped(MEMBERS)).infolist()
    }
    assert about == {((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16, b"", b"")}


def test_members_are_compressed_unless_they_are_stored() -> None:
    archive = opened(zipped({"a": b"x" * 1000, "b": stored(b"x" * 1000)}))
    assert [info.compress_type for info in archive.infolist()] == [
        zipfile.ZIP_DEFLATED,
        zipfile.ZIP_STORED,
    ]
    assert archive.getinfo("a").compress_size < 100
    assert archive.read("b") == b"x" * 1000


def test_a_member_packed_beforehand_gives_the_same_zip() -> None:
    assert zipped({name: packed(content) for name, content in MEMBERS.items()}) == zipped(MEMBERS)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_members_of_another_zip_go_over_without_being_unpacked(method: int) -> None:
    old = of_another_program(method)
    members = {info.filename: packed_member(old, info) for info in opened(old).infolist()}
    new = opened(zipped(members))
    assert new.testzip() is None
    for name, content in MEMBERS.items():
        assert new.read(name) == content
        assert members[name].raw == packed_member(zipped(members), new.getinfo(name)).raw
        assert new.getinfo(name).compress_type == method


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_the_content_of_a_packed_member_can_be_had(method: int) -> None:
    old = of_another_program(method)
    members = {info.filename: packed_member(old, info) for info in opened(old).infolist()}
    assert {name: content_of(member) for name, member in members.items()} == MEMBERS


def test_a_zip_of_nothing_is_one() -> None:
    assert opened(zipped({})).namelist() == []


def test_a_member_is_unpacked_in_one_step_and_never_one_that_is_damaged() -> None:
    archive = of_another_program(zipfile.ZIP_DEFLATED)
    members = {info.filename: info for info in opened(archive).infolist()}
    assert {name: unpacked_member(archive, info) for name, info in members.items()} == MEMBERS
    info = members["word/document.xml"]
    info.CRC ^= 1
    assert unpacked_member(archive, info) == b""
    assert unpacked_member(archive[: info.header_offset + 60], info) == b""
    info.CRC, info.file_size = info.CRC ^ 1, info.file_size - 1
    assert unpacked_member(archive, info) == b""


def test_a_library_that_writes_what_day_it_is_gives_the_same_file_every_day(tmp_path: Path) -> None:
    (tmp_path / "sheet.xml").write_bytes(b"<sheet/>" * 100)

    def made(moment: str) -> bytes:
        buffer = io.BytesIO()
        with UndatedZip(buffer) as archive:
            core = f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
            archive.writestr("docProps/core.xml", core)
            archive.write(tmp_path / "sheet.xml", "xl/sheet.xml")
        return buffer.getvalue()

    first = made("2026-01-01T00:00:00Z")
    os.utime(tmp_path / "sheet.xml", (0, 10**9))
    assert made("2026-02-02T02:02:02Z") == first
    assert opened(first).testzip() is None
    assert opened(first).read("xl/sheet.xml") == b"<sheet/>" * 100
