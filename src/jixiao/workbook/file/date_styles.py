"""Which styles of a workbook show a number as a date or in per cent: stored are days, or a ratio."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from jixiao.workbook.file.package import Package
from jixiao.workbook.file.relations import main_part, part_of_kind

Wanted: TypeAlias = Callable[[str, dict[str, str]], bool]  # of the number of a format, and of the book's own

STYLES = "xl/styles.xml"  # where they lie if nothing says where
# Formats that every program knows by number, those of Chinese and Japanese Excel too
_KNOWN = frozenset((*range(14, 23), *range(27, 37), *range(50, 59)))
_NUMBER = re.compile(r"[0-9]{1,9}")
_WORDS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # of a format: literal text, colours, conditions
# A point that is only drawn before digits, or a comma behind the last one
_SCALED = re.compile(r"""[0#?](?:[!\\]\.|"\.")[0#?]|[0#?],+(?![0#?,.])""")
_LONGEST = 1_000  # characters of a format; Excel opens no file with more than 255
_PERCENT = frozenset((9, 10))
_MOST_KNOWN = 16
_DAY_OR_YEAR = re.compile("[dye]", re.IGNORECASE)
_OTHER = re.compile("general|e[+-]", re.IGNORECASE)  # has letters of dates and is none


def styles_part(package: Package) -> str:
    """Where the workbook keeps its styles, whether that is there or not."""
    return part_of_kind(package, main_part(package), "styles") or STYLES


def date_styles(package: Package) -> frozenset[str]:
    """The numbers of the cell styles with a format of dates. Raises UnusableInput."""
    return _styles(package, _is_date)


def percent_styles(package: Package) -> frozenset[str]:
    """The same of those with a format in per cent."""
    return _styles(package, _is_percent)


def scaled_styles(package: Package) -> frozenset[str]:
    """The same of those that show a smaller number than the one stored, as 0!.0, shows 元 as 万元."""
    return _styles(package, _is_scaled)


def shows_percent(code: str) -> bool:
    """True of a format such as 0.00%."""
    return "%" in _WORDS.sub("", code)


def _styles(package: Package, wanted: Wanted) -> frozenset[str]:
    """Known by the bytes of the part, which thousands of workbooks of one form have in common."""
    part = styles_part(package)
    if not package.has(part):
        return frozenset()
    asked = package.part(part), wanted
    if asked not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[asked] = _among(package.xml(part), wanted)
    return _known[asked]


_known: dict[tuple[bytes, Wanted], frozenset[str]] = {}


def _among(root: etree._Element, wanted: Wanted) -> frozenset[str]:
    own = own_formats(root)
    used = [style.get("numFmtId", "") for style in root.iterfind("{*}cellXfs/{*}xf")]
    found = {number for number in set(used) if wanted(number, own)}
    return frozenset([str(style) for style, number in enumerate(used) if number in found])


def own_formats(root: etree._Element) -> dict[str, str]:
    """The formats that a workbook brings, by their numbers."""
    formats = root.iterfind("{*}numFmts/{*}numFmt")
    return {each.get("numFmtId", ""): each.get("formatCode", "")[:_LONGEST] for each in formats}


def _is_date(number: str, own: dict[str, str]) -> bool:
    if number in own:
        code = _OTHER.sub("", _WORDS.sub("", own[number]))
        return _DAY_OR_YEAR.search(code) is not None
    return _NUMBER.fullmatch(number) is not None and int(number) in _KNOWN


def _is_scaled(number: str, own: dict[str, str]) -> bool:
    return _SCALED.search(own.get(number, "")) is not None


def _is_percent(number: str, own: dict[str, str]) -> bool:
    if number in own:
        return shows_percent(own[number])
    return _NUMBER.fullmatch(number) is not None and int(number) in _PERCENT
