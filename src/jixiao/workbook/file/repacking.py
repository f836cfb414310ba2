"""A package packed again with some parts changed: all other members byte for byte."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from jixiao.archives import add_packed, packed, packed_member
from jixiao.workbook.file.package import Package, folded

_UTF8, _SIZES_BEHIND = 0x800, 0x08  # flags of a member (APPNOTE.TXT 4.4.4)


class _Copied(zipfile.ZipInfo):
    """A member that keeps the bytes of its name: programs in China write them in GBK and do not say so."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - as zipfile asks for it
        if self.flag_bits & _UTF8:
            return self.filename.encode(), self.flag_bits
        return self.filename.encode("cp437"), self.flag_bits


def with_parts(package: Package, parts: Mapping[str, bytes | None]) -> bytes:
    """The file with some parts replaced, or (None) left out.

    Members keep their order, the others their raw bytes, and all of them the bytes of their names.
    """
    changed = {folded(name): content for name, content in parts.items()}
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for member in package.archive.infolist():
            copy = _Copied(member.orig_filename, member.date_time)
            copy.filename = member.orig_filename  # with the slashes that it has
            copy.external_attr = member.external_attr
            copy.create_system = member.create_system
            copy.flag_bits = member.flag_bits & ~_SIZES_BEHIND
            name = folded(member.filename)
            if name not in changed:
                add_packed(out, copy, packed_member(package.content, member))
            elif (content := changed[name]) is not None:
                add_packed(out, copy, packed(content))
    return target.getvalue()
