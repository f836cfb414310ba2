"""The last touches on a workbook that XlsxWriter has written, part by part; then a zip without a clock."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_EMPTY_RESULT = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?)(><f>[^<]*</f><v></v>)')
_FIXED_HEIGHT = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')
_MIDNIGHT = (1980, 1, 1, 0, 0, 0)


def parts_of(raw: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, in their order."""
    with ZipFile(BytesIO(raw)) as source:
        return {item.filename: source.read(item) for item in source.infolist()}


def finished(parts: Mapping[str, bytes], growing: Sequence[Collection[int]]) -> bytes:
    """`growing` lists for each sheet the rows (from 0) that Excel may make taller while people type."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name, part in parts.items():
            zipped.writestr(_entry(name), _touched(name, part, growing))
    return target.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _MIDNIGHT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # the same on every machine
    return entry


def _touched(name: str, part: bytes, growing: Sequence[Collection[int]]) -> bytes:
    sheet = _SHEET.fullmatch(name)
    if sheet is None:
        return part
    rows = growing[int(sheet[1]) - 1]
    part = _FIXED_HEIGHT.sub(lambda match: match[1] if int(match[2]) - 1 in rows else match[0], part)
    return _EMPTY_RESULT.sub(rb'\1 t="str"\2', part)  # calculated, and blank: not "never calculated"
