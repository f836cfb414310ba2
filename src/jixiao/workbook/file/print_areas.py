"""The print areas in xl/workbook.xml: those of the tool are set anew, those that people have set stay.

A hidden name beside each print area says what the tool has set; while both agree, nobody has changed it. (A
formula as print area would follow the content by itself, but LibreOffice prints such a sheet whole.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape  # xml.sax.saxutils takes 20 ms to import

from lxml import etree

PRINT_AREA, SET_BY_US = "_xlnm.Print_Area", "JixiaoPrintArea"
NOTHING = "$XFD$1"  # a cell of a hidden column: the sheet is left out when the workbook is printed

_NAME = re.compile(rb"<(?:\w+:)?definedName\b([^>]*)>([^<]*)<")
_NUMBER = re.compile(rb"[0-9]{1,9}")
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")

Spans = dict[tuple[str, int], "re.Match[bytes]"]


def with_print_areas(workbook: bytes, areas: Mapping[str, str]) -> bytes:
    """xl/workbook.xml with what is to be printed of some sheets, as $A$1:$C$9; every other byte as it was."""
    spans = _spans(workbook)
    changes: dict[tuple[int, int], bytes] = {}
    for number, sheet in _sheets(workbook):
        if sheet in areas and _is_ours(spans, number):
            reference = escape(area_of(sheet, areas[sheet]), quote=False).encode()
            changes |= {spans[name, number].span(2): reference for name in (PRINT_AREA, SET_BY_US)}
    for (start, end), reference in sorted(changes.items(), reverse=True):
        workbook = workbook[:start] + reference + workbook[end:]
    return workbook


def area_of(sheet: str, area: str) -> str:
    """As a defined name has it: 'Sheet'!$A$1:$C$9"""
    return "'" + sheet.replace("'", "''") + "'!" + area


def same_area(one: str, other: str) -> bool:
    """Programs put a sheet's name in quotation marks, or do not."""
    return one.replace("'", "") == other.replace("'", "")


def _is_ours(spans: Spans, number: int) -> bool:
    known, present = spans.get((SET_BY_US, number)), spans.get((PRINT_AREA, number))
    return known is not None and present is not None and same_area(_text(known), _text(present))


def _text(match: re.Match[bytes]) -> str:
    return unescape(match[2].decode())


def _sheets(workbook: bytes) -> Iterator[tuple[int, str]]:
    """Number, as names of one sheet have it, and name of each sheet."""
    found = etree.fromstring(workbook).iterfind("{*}sheets/{*}sheet")
    return enumerate(sheet.get("name", "") for sheet in found)


def _spans(workbook: bytes) -> Spans:
    """Where the names that belong to one sheet stand: name and number of the sheet -> element."""
    found: Spans = {}
    for match in _NAME.finditer(workbook):
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        number = attributes.get(b"localSheetId", b"")
        if _NUMBER.fullmatch(number) and b"name" in attributes:
            found[attributes[b"name"].decode(), int(number)] = match
    return found
