"""Our zips are those that zipfile writes, byte for byte; what is compressed stays as it is."""

import io
import zipfile

import pytest

from jixiao.archives import content_of, packed, packed_member, stored, zipped

MEMBERS = {
    "[Content_Types].xml": b"<Types/>" * 50,
    "word/document.xml": "正文".encode() * 2000,
    "word/图.bin": b"",
    "empty.xml": b"",
}


def by_zipfile(members: dict[str, bytes], method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = method, 0, 0o600 << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def test_a_zip_of_contents_is_the_one_that_zipfile_writes() -> None:
    assert zipped(MEMBERS) == by_zipfile(MEMBERS, zipfile.ZIP_DEFLATED)


def test_members_can_be_stored_as_they_are() -> None:
    as_they_are = {name: stored(content) for name, content in MEMBERS.items()}
    assert zipped(as_they_are) == by_zipfile(MEMBERS, zipfile.ZIP_STORED)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_members_of_another_zip_go_over_without_being_unpacked(method: int) -> None:
    old = by_zipfile(MEMBERS, method)
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        members = {info.filename: packed_member(old, info) for info in archive.infolist()}
    assert zipped(members) == old
    assert {name: content_of(member) for name, member in members.items()} == MEMBERS


def test_a_zip_can_be_read_and_tested() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(MEMBERS | {"more": packed(b"x" * 10)}))) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml") == MEMBERS["word/document.xml"]


def test_a_zip_of_nothing_is_one() -> None:
    assert zipfile.ZipFile(io.BytesIO(zipped({}))).namelist() == []
