"""Workbooks with parts that are missing, exchanged, doubled, or lead out of the file."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from random import Random

from attack.kinds import some
from attack.sample_book import BOOK, SHEET, STRINGS, books, changed, part, sample


@books.kind
def a_part_left_out(random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sample())) as archive:
        names = archive.namelist()
    return changed(dict.fromkeys(random.sample(names, random.randint(1, 8))))


@books.kind
def a_part_in_place_of_another(random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sample())) as archive:
        one, other = random.sample(
            [name for name in archive.namelist() if name.endswith((".xml", ".rels"))], 2
        )
        return changed({one: archive.read(other)})


@books.kind
def a_part_twice(random: Random) -> bytes:
    target = io.BytesIO(sample())
    with zipfile.ZipFile(target, "a") as out:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            out.writestr(
                random.choice((SHEET, BOOK, STRINGS)), random.choice((b"", b"<a/>", part(SHEET).encode()))
            )
    return target.getvalue()


@books.kind
def paths_out_of_the_file(random: Random) -> bytes:
    return changed(
        {
            random.choice(
                ("../../a.xml", "/etc/passwd", "C:\\a.xml", "xl\\..\\..\\a.xml", "a\0b", "x" * 60_000)
            ): "<a/>"
        }
    )


@books.kind
def relations_that_lead_astray(random: Random) -> bytes:
    name = "xl/_rels/workbook.xml.rels"
    strange = random.choice(
        (
            "../../../etc/passwd",
            "http://127.0.0.1:1/a.xml",
            "",
            "workbook.xml",
            "/xl/workbook.xml",
            "file:///etc/passwd",
            "worksheets/sheet3.xml",
        )
    )
    return changed(
        {
            name: re.sub(
                r'Target="[^"]*"',
                lambda m: f'Target="{strange}"' if random.random() < 0.4 else m[0],
                part(name),
            )
        }
    )


@books.kind
def another_kind_of_file(random: Random) -> bytes:
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", "<a/>")
    xlsb = io.BytesIO()
    with zipfile.ZipFile(xlsb, "w") as out:
        out.writestr("xl/workbook.bin", b"x")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.randbytes(5000)
    return random.choice(
        (
            ods.getvalue(),
            xlsb.getvalue(),
            old,
            b"\x89PNG" + random.randbytes(999),
            b"{}",
            b"a,b\n1,2",
            "甲\t1".encode("gbk"),
            b"<?xml version='1.0'?><a/>",
            bytes(9999),
            b"%PDF-1.4",
            b"{\\rtf1}",
        )
    )


@books.kind
def an_archive_in_an_archive(random: Random) -> bytes:
    inner = zlib.compress(bytes(some(random, 100_000_000)))
    return changed({"xl/embeddings/a.zip": inner, "xl/media/image1.bmp": bytes(some(random, 100_000_000))})
