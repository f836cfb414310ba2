"""Zip archives without a clock: the same members give the same bytes, and what is compressed stays so."""

from __future__ import annotations

import io
import os
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import IO, Any, TypeAlias

import msgspec

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")
_FIRST_DAY = rb"\g<1>1980-01-01T00:00:00Z"
_ANY_SYSTEM, _PLAIN_FILE = 0, 0o600 << 16
_HEAD = 30  # bytes in front of the name of a member
_NAME_AND_EXTRA = struct.Struct("<HH")  # their lengths, in front of a member (APPNOTE.TXT 4.3.7)


class Packed(msgspec.Struct, frozen=True):
    """A member as it lies in a zip: compressed, with the length and the checksum of its content."""

    raw: bytes
    method: int  # of compression, as zipfile numbers them
    size: int
    checksum: int

    @property
    def content(self) -> bytes:
        return zlib.decompress(self.raw, -15) if self.method == zipfile.ZIP_DEFLATED else self.raw


Member: TypeAlias = bytes | Packed


def packed(content: bytes) -> Packed:
    """Compress a member once, to be written often."""
    deflate = zlib.compressobj(wbits=-15)
    raw = deflate.compress(content) + deflate.flush()
    return Packed(raw, zipfile.ZIP_DEFLATED, len(content), zlib.crc32(content))


@lru_cache(maxsize=64)
def packed_once(content: bytes) -> Packed:
    """The same for what many files have in common, such as styles: it is compressed once in a process."""
    return packed(content)


def stored(content: bytes) -> Packed:
    """A member as it is, where compressing would gain nothing: it is an archive itself."""
    return Packed(content, zipfile.ZIP_STORED, len(content), zlib.crc32(content))


def content_of(member: Member) -> bytes:
    """The bytes of a member, compressed or not."""
    return member.content if isinstance(member, Packed) else member


def packed_member(archive: bytes, info: zipfile.ZipInfo) -> Packed:
    """A member of an archive, without unpacking it."""
    start = _start(archive, info)
    raw = archive[start : start + info.compress_size]
    return Packed(raw, info.compress_type, info.file_size, info.CRC)


def unpacked_member(archive: bytes, info: zipfile.ZipInfo) -> bytes:
    """The content of a member that lies there as most do, in one step.

    Empty for any other, also for one that is damaged: zipfile says what is wrong with it.
    """
    named = archive.startswith(info.filename.encode(), info.header_offset + _HEAD)
    if info.compress_type != zipfile.ZIP_DEFLATED or not named:
        return b""
    start, inflate = _start(archive, info), zlib.decompressobj(-15)
    raw = memoryview(archive)[start : start + info.compress_size]
    try:
        content = inflate.decompress(raw, info.file_size + 1)
    except zlib.error:
        return b""
    sound = inflate.eof and len(content) == info.file_size and zlib.crc32(content) == info.CRC
    return content if sound else b""


def _start(archive: bytes, info: zipfile.ZipInfo) -> int:
    name, extra = _NAME_AND_EXTRA.unpack_from(archive, info.header_offset + _HEAD - _NAME_AND_EXTRA.size)
    return info.header_offset + _HEAD + int(name) + int(extra)


def add_packed(out: zipfile.ZipFile, info: zipfile.ZipInfo, member: Packed) -> None:
    """Write a member with its compressed bytes as they are; `info` gives its name, date and system.

    zipfile itself can only compress anew, which takes a report a fifth of its time.
    """
    target = out.fp
    assert target is not None
    info.compress_type, info.file_size, info.CRC = member.method, member.size, member.checksum
    info.compress_size, info.header_offset = len(member.raw), target.tell()
    target.write(info.FileHeader(zip64=False))
    target.write(member.raw)
    out.filelist.append(info)
    out.NameToInfo[info.filename] = info
    out.start_dir = target.tell()


def zipped(members: Mapping[str, Member]) -> bytes:
    """A zip of the members in their order, without traces of the time and the system it was written on."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name, member in members.items():
            info = zipfile.ZipInfo(name)  # dated on the first day of zips: no clock
            info.create_system, info.external_attr = _ANY_SYSTEM, _PLAIN_FILE
            add_packed(out, info, member if isinstance(member, Packed) else packed(member))
    return target.getvalue()


def without_clock(archive: bytes) -> bytes:
    """An Office file that a library has made, without the moment at which it was."""
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        members: dict[str, Member] = {info.filename: packed_member(archive, info) for info in made.infolist()}
    if _CORE in members:
        members[_CORE] = undated(_CORE, content_of(members[_CORE]))
    return zipped(members)


def undated(name: str, content: bytes) -> bytes:
    """A member of an Office file; of that which says when the file was saved, without the moment."""
    return _MOMENT.sub(_FIRST_DAY, content) if name == _CORE else content


def members_of(archive: bytes) -> dict[str, bytes]:
    """What is in a zip, unpacked, in its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        return {name: made.read(name) for name in made.namelist()}


class UndatedZip(zipfile.ZipFile):
    """What a library writes an Office file into, member by member: the same again, whenever it is written."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file, "w", zipfile.ZIP_DEFLATED)

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """A member, of which the moment is cut out if it says one."""
        name, content = str(zinfo_or_arcname), data.encode() if isinstance(data, str) else data
        super().writestr(_info(name), undated(name, content))

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """A file as a member, piece by piece."""
        info = _info(str(arcname))
        with open(filename, "rb") as file:  # noqa: PTH123
            info.file_size = os.fstat(file.fileno()).st_size  # what is larger than usual is said beforehand
            with self.open(info, "w") as member:
                shutil.copyfileobj(file, member)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = _ANY_SYSTEM, _PLAIN_FILE
    return info
