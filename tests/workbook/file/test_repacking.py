"""A package packed again with some parts changed: the others keep bytes, order and names."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from workbook.books import package_of, raw_members
from workbook.books import silent_sample as sample

from jixiao.workbook.file.repacking import with_parts

SHEET = "xl/worksheets/sheet3.xml"


def test_all_other_members_keep_their_compressed_bytes_and_their_order():
    before, after = raw_members(sample()), raw_members(with_parts(package_of(sample()), {SHEET: b"<new/>"}))
    assert list(after) == list(before)
    assert [name for name in before if after[name] != before[name]] == [SHEET]


def test_the_new_file_is_a_sound_zip_with_the_new_part():
    written = with_parts(package_of(sample()), {SHEET: b"<new/>"})
    with ZipFile(BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.read(SHEET) == b"<new/>"


def test_members_written_as_a_stream_are_copied_too():
    """Some programs write sizes behind the data instead of before it."""

    class Stream(BytesIO):
        def seek(self, offset: int, whence: int = 0) -> int:
            raise OSError

    streamed = Stream()
    with ZipFile(streamed, "w") as out:
        out.writestr("a.xml", b"<a/>" * 100)
        out.writestr("b.xml", b"<b/>")
    with ZipFile(BytesIO(streamed.getvalue())) as before:
        assert [member.flag_bits for member in before.infolist()] == [0x08, 0x08]
    written = with_parts(package_of(streamed.getvalue()), {"b.xml": b"<c/>"})
    assert ZipFile(BytesIO(written)).read("a.xml") == b"<a/>" * 100
    assert [member.flag_bits for member in ZipFile(BytesIO(written)).infolist()] == [0, 0]


def test_what_a_zip_says_of_its_members_stays():
    before = BytesIO()
    with ZipFile(before, "w") as out:
        for number, name in enumerate(("a.xml", "部件.xml"), 1):
            member = ZipInfo(name, (2020 + number, 5, 6, 7, 8, 10))
            member.external_attr, member.create_system = number << 16, number
            out.writestr(member, b"<a/>")
    after = ZipFile(BytesIO(with_parts(package_of(before.getvalue()), {"a.xml": b"<b/>"})))

    def said(member):
        return member.filename, member.date_time, member.external_attr, member.create_system, member.flag_bits

    assert [said(member) for member in after.infolist()] == [
        ("a.xml", (2021, 5, 6, 7, 8, 10), 1 << 16, 1, 0),
        ("部件.xml", (2022, 5, 6, 7, 8, 10), 2 << 16, 2, 0x800),
    ]


def test_a_name_keeps_its_bytes_though_they_are_gbk():
    """Programs in China write names of members so, and do not say it; zipfile reads them as code page 437."""
    before = BytesIO()
    with ZipFile(before, "w") as out:
        for name in ("xl/media/图片.png", "a.xml", "b.xml"):
            out.writestr(name, b"<a/>")
    utf8, gbk = "图片".encode(), "图片甲".encode("gbk")
    assert len(utf8) == len(gbk)
    book = before.getvalue().replace(utf8, gbk).replace(b"\x00\x08", b"\x00\x00")
    package = package_of(book)
    assert [member.flag_bits for member in package.archive.infolist()] == [0, 0, 0]
    written = with_parts(package, {"A.xml": b"<b/>", "b.xml": None})
    assert written.count(gbk) == book.count(gbk) == 2
    after = ZipFile(BytesIO(written))
    assert [member.flag_bits for member in after.infolist()] == [0, 0]
    assert after.read("a.xml") == b"<b/>"
    assert after.testzip() is None
