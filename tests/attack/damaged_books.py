"""Workbooks of which bytes are missing, wrong or packed as nobody packs them."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

from attack.kinds import some
from attack.sample_book import BOOK, SHEET, books, changed, part, sample


@books.kind
def cut_off(random: Random) -> bytes:
    return sample()[: random.randrange(len(sample()))]


@books.kind
def bytes_overwritten(random: Random) -> bytes:
    content = bytearray(sample())
    for _ in range(random.randint(1, 400)):
        content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content)


@books.kind
def a_block_of_zeros(random: Random) -> bytes:
    content, size = bytearray(sample()), random.choice((512, 4096, 65536))
    at = random.randrange(len(content) - size)
    content[at : at + size] = bytes(size)
    return bytes(content)


@books.kind
def directory_overwritten(random: Random) -> bytes:
    content = bytearray(sample())
    at = content.rfind(b"PK\x01\x02") - random.randrange(2000)
    content[at : at + 40] = random.randbytes(40)
    return bytes(content)


@books.kind
def something_before_or_behind(random: Random) -> bytes:
    rubbish = random.choice((b"\r\n", b"\xef\xbb\xbf", random.randbytes(5000), bytes(70_000)))
    return random.choice((rubbish + sample(), sample() + rubbish))


@books.kind
def nothing_but_a_beginning(random: Random) -> bytes:
    return random.choice((b"", b"PK", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"PK\x05\x06" + b"\xff" * 18))


@books.kind
def sizes_that_lie(random: Random) -> bytes:
    """The directory says that a part is small, and it is large."""
    book = changed({SHEET: part(SHEET) + " " * random.choice((10, 80_000_000))})
    content = bytearray(book)
    for found in re.finditer(rb"PK\x01\x02", book):
        name = content[found.start() + 46 : found.start() + 46 + len(SHEET)]
        if bytes(name) == SHEET.encode():
            content[found.start() + 24 : found.start() + 28] = random.choice((5000, 0, 2**31)).to_bytes(
                4, "little"
            )
    return bytes(content)


@books.kind
def checksums_that_lie(random: Random) -> bytes:
    content = bytearray(sample())
    for found in re.finditer(rb"PK\x01\x02", sample()):
        if random.random() < 0.3:
            content[found.start() + 16 : found.start() + 20] = random.randbytes(4)
    return bytes(content)


@books.kind
def unknown_packing(random: Random) -> bytes:
    method, content = random.choice((1, 9, 12, 14, 93, 99)), bytearray(sample())
    for found in re.finditer(rb"PK\x01\x02", sample()):
        content[found.start() + 10 : found.start() + 12] = method.to_bytes(2, "little")
    return bytes(content)


@books.kind
def said_to_be_encrypted(random: Random) -> bytes:
    content = bytearray(sample())
    for found in re.finditer(rb"PK\x01\x02", sample()):
        content[found.start() + 8] |= random.choice((0, 1))
    return bytes(content)


@books.kind
def parts_packed_otherwise(random: Random) -> bytes:
    """bzip2 and lzma, which pack a gigabyte of blanks into nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", random.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))) as out:
        for name in (BOOK, "xl/_rels/workbook.xml.rels", SHEET):
            out.writestr(name, part(name) + " " * some(random, 90_000_000))
    return target.getvalue()
