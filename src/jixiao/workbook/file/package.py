"""An Office file as a package of parts: opened safely, members reachable by name, nothing changed."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from functools import cached_property
from io import BytesIO
from pathlib import Path

import msgspec
from lxml import etree

from jixiao.archives import unpacked_member
from jixiao.encoded_parts import as_utf8
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.markup import REFUSED, too_much
from jixiao.workbook.file.markup import WORKBOOK as WORKBOOK
from jixiao.workbook.file.markup import FileKind as FileKind
from jixiao.workbook.file.markup import damaged as damaged
from jixiao.workbook.file.markup import parse_xml as parse_xml

# Limits that a filled workbook stays far below; beyond them a file is refused unread.
MAX_FILE = 50 * 2**20
MAX_TOTAL = 200 * 2**20
MAX_PART = 100 * 2**20
MAX_RATIO = 200
RATIO_FROM = 2**20  # small parts may compress as well as they like
MAX_MEMBERS = 2000
_TEXTS = (".xml", ".rels")
_UNPACKED = (".xml", ".rels", ".vml")  # and whatever else is read; the others are only copied
MAX_XML = 16 * 2**20  # of a part that is read as a whole: as a tree it takes thirty times as much
MAX_PARSED = 64 * 2**20  # of all that is read of a file; a filled workbook has two

_MEMBER = b"PK\x03\x04"  # begins each member of a zip
_ENTRY = b"PK\x01\x02"  # begins each entry of a zip's directory
_END = struct.Struct("<4s8sI4s2s")  # of a zip: a sign, the length of its directory, of a comment (4.3.16)
_LOCATOR = 20  # bytes in front of it that a zip with longer numbers has (4.3.15)
_LEAST = 46  # bytes of an entry of the directory without its name
# What zipfile raises for damaged bytes, besides BadZipFile.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


class Package(msgspec.Struct, frozen=True, dict=True):
    """The members of the file; `content` is the whole file as read.

    The name of a part counts whatever its letter case and its slashes, as programs take it.
    """

    path: Path
    content: bytes
    archive: zipfile.ZipFile
    kind: FileKind = WORKBOOK

    def part(self, name: str) -> bytes:
        """The bytes of a part; markup in UTF-8. Raises UnusableInput if it is missing or damaged."""
        member = self.member(name)
        if member is None:
            raise UnusableInput(
                f"“{self.path.name}”不完整，缺少 {name}。请用 {self.kind.program} 打开后另存一份再试。"
            )
        if _swells(member):
            raise _swollen(self.path, self.kind)
        try:
            content = unpacked_member(self.content, member) or self.archive.read(member)
            return as_utf8(content) if folded(name).endswith(_TEXTS) and content else content
        except _BROKEN as error:
            raise damaged(self.path, self.kind) from error

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part. Raises UnusableInput; a DOCTYPE is refused."""
        content = self.part(name)
        if len(content) > MAX_XML:
            raise too_much(self.path, self.kind)
        self.spend(len(content))
        return parse_xml(content, self.path, self.kind)

    def spend(self, size: int) -> None:
        """Count bytes that are parsed. Raises UnusableInput when they are more than any filled file has."""
        self._parsed.append(size)
        if sum(self._parsed) > MAX_PARSED:
            raise too_much(self.path, self.kind)

    @cached_property
    def remembered(self) -> dict[str, object]:
        """What was made of small parts that many ask for, by their names."""
        return {}

    @cached_property
    def _parsed(self) -> list[int]:
        return []

    def sheet(self, name: str) -> etree._Element:
        """The root element of a worksheet's part. Raises UnusableInput."""
        root = self.xml(name)
        if root.find("{*}sheetData") is None:
            raise damaged(self.path)
        return root

    def has(self, name: str) -> bool:
        return folded(name) in self._members

    def member(self, name: str) -> zipfile.ZipInfo | None:
        """The member of the zip that holds a part."""
        return self._members.get(folded(name))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file, as the file has them."""
        return tuple(self.archive.NameToInfo)

    @cached_property
    def _members(self) -> dict[str, zipfile.ZipInfo]:
        return {folded(name): member for name, member in self.archive.NameToInfo.items()}


def folded(name: str) -> str:
    """The name of a part as it is compared with another."""
    return name.replace("\\", "/").lstrip("/").lower()


def opened_archive(path: Path, content: bytes, kind: FileKind) -> Package:
    """The package in the bytes of a file, of bearable size. Raises UnusableInput."""
    if _may_list_more(content) and content.count(_ENTRY) > MAX_MEMBERS:
        raise _swollen(path, kind)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _BROKEN as error:
        raise damaged(path, kind) from error
    _check_members(path, content, archive, kind)
    return Package(path, content, archive, kind)


def _may_list_more(content: bytes) -> bool:
    """False where the end of the file says that its directory is too short for too many members."""
    if len(content) < _END.size or content[-_END.size - _LOCATOR :].startswith(b"PK\x06\x07"):
        return True
    sign, _, length, _, comment = _END.unpack(content[-_END.size :])
    return bool(sign != b"PK\x05\x06" or comment != b"\0\0" or length > MAX_MEMBERS * _LEAST)


def read_bytes(path: Path, kind: FileKind) -> bytes:
    """The bytes of a file that may be of the kind. Raises UnusableInput."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnusableInput(f"“{path}”是文件夹，请指定里面的{kind.name}文件（{kind.endings}）。")
        if not stat.S_ISREG(status.st_mode):
            raise UnusableInput(f"“{path}”不是普通文件，请指定{kind.name}文件（{kind.endings}）。")
        if status.st_size > MAX_FILE:
            raise UnusableInput(
                f"“{path.name}”超过 {MAX_FILE // 2**20} MB，不像是{kind.expected}，未予读取。"
                "请检查是否选错了文件。"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnusableInput(f"找不到文件“{path}”，请检查路径和文件名。") from None
    except PermissionError:
        raise UnusableInput(f"没有权限读取“{path}”，或文件被其他程序占用。请关闭文件后再试。") from None
    except OSError as error:
        from jixiao.system_words import reason_of

        raise UnusableInput(f"无法读取“{path}”（{reason_of(error)}）。请检查路径和文件名。") from error
    except ValueError:  # a NUL in the path
        raise UnusableInput(f"路径“{path}”里有不能用的字符。请检查路径和文件名。") from None


def _check_members(path: Path, content: bytes, archive: zipfile.ZipFile, kind: FileKind) -> None:
    members = archive.infolist()
    if not all(content.startswith(_MEMBER, member.header_offset) for member in members):
        raise damaged(path, kind)
    if any(member.flag_bits & 1 for member in members):
        raise UnusableInput(f"“{path.name}”是加密的压缩包，不能读取。请取消密码后再试。")
    unpacked = [member for member in members if member.filename.lower().endswith(_UNPACKED)]
    total = sum(member.file_size for member in unpacked)
    if any(map(_swells, unpacked)) or total > MAX_TOTAL or len(members) > MAX_MEMBERS:
        raise _swollen(path, kind)
    names = [folded(member.filename) for member in members]
    if len(set(names)) < len(names):
        twice = next(name for number, name in enumerate(names) if name in names[:number])
        raise UnusableInput(
            f"“{path.name}”里面的 {twice} 出现了两次，不知道以哪一个为准。{REFUSED}"
            f"请用 {kind.program} 打开，核对内容后另存一份再试。"
        )
    if any(".." in name.split("/") for name in names) or any(m.filename.startswith("/") for m in members):
        raise UnusableInput(
            f"“{path.name}”的内部路径不正常，为安全起见不予读取。{REFUSED}"
            f"请用 {kind.program} 打开后另存一份再试。"
        )


def _swells(member: zipfile.ZipInfo) -> bool:
    """A picture may be as large as it likes: it is copied as it lies there, and never unpacked."""
    packed = max(member.compress_size, 1)
    return member.file_size > MAX_PART or member.file_size > max(RATIO_FROM, MAX_RATIO * packed)


def _swollen(path: Path, kind: FileKind) -> UnusableInput:
    return UnusableInput(
        f"“{path.name}”解压后过大，不像是{kind.expected}，为安全起见不予读取。{REFUSED}请检查是否选错了文件。"
    )
