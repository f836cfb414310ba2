"""Cells of a sheet that hold a number or a shared text and nothing else, as most filled ones: by a pattern.

What is left of the sheet is parsed, and so is every cell that has a formula, a text of its own or an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_PLAIN = re.compile(
    rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"((?: s="[0-9]{1,6}")?)((?: t="[ns]")?)>'
    rb"<v>(-?[0-9][0-9.]{0,30}(?:E[+-]?[0-9]{1,3})?)</v></c>"
)
_STEP = 5  # what stands before a cell, and what is found of it
_HOLLOW = re.compile(rb"<row [^<>]*></row>")
_TEXT = ' t="s"'


class PlainCell(msgspec.Struct, frozen=True):
    """`value` is the number as it is written or, of a `text`, its place among the shared ones."""

    value: str
    text: bool
    style: str


def plain_cells(sheet: bytes) -> tuple[bytes, dict[str, PlainCell]]:
    """The sheet without its plain cells and the rows of which nothing is left; and those cells by address.

    Of a sheet in which every cell says where it stands, without comments; one that has names of elements
    from several places, or a cell twice, stays whole.
    """
    before, begin, rest = sheet.partition(b"<sheetData>")
    rows, end, after = rest.partition(b"</sheetData>")
    if not end or b"<worksheet " not in before or sheet.count(b"xmlns=") != 1:
        return sheet, {}
    pieces = _PLAIN.split(rows)
    cells = dict(_found(*(_texts(pieces[number::_STEP]) for number in range(1, _STEP))))
    if len(cells) < len(pieces) // _STEP:
        return sheet, {}
    left = _HOLLOW.sub(b"", b"".join(pieces[::_STEP]))
    return b"".join((before, begin, left, end, after)), cells


def _texts(pieces: list[bytes]) -> list[str]:
    return b"\n".join(pieces).decode("ascii").split("\n") if pieces else []


def _found(
    addresses: list[str], styles: list[str], kinds: list[str], values: list[str]
) -> Iterator[tuple[str, PlainCell]]:
    for address, style, kind, value in zip(addresses, styles, kinds, values, strict=True):
        yield address, PlainCell(value, kind == _TEXT, style[4:-1])
