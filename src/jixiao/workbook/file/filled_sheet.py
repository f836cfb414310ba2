"""A sheet's part as a tree of what is filled in it; a large one is read piece by piece.

Most of a form is cells that have only a style or whose formula shows nothing, and other formulas of which it
matters only that they are there: all that is left out before the part is parsed, which halves the time.
Programs leave a million formatted rows and cells behind, which cost a gigabyte as a tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from jixiao.workbook.file.markup import PARSING, damaged, parse_xml, too_much, without_doctype
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.plain_cells import PlainCell, plain_cells

WHOLE = 4 * 2**20  # bytes up to which a sheet is read at once
PIECE = 2**19
# Bytes from the end of one row to the end of the next; before the first, behind the last
MOST_BETWEEN = 8 * 2**20
MOST_KEPT = 500_000  # elements with and around what is filled, a row with all its cells counted
MOST_TEXT = 32 * 2**20  # characters of what is kept
# What stands behind the cells and says nothing about them.
_PASSED_OVER = (
    "conditionalFormatting",
    "dataValidation",
    "hyperlink",
    "brk",
    "protectedRange",
    "ignoredError",
)
# Rows and cells that have an address and nothing in them, as programs write them.
_EMPTY = re.compile(rb'<(?:row|c) r="[A-Z]{0,3}[0-9]{1,7}"[^<>]*/>')
# One without an address follows from the one before, so that none may be left out.
_UNADDRESSED = re.compile(rb"<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])(?![^<>]*\sr\s*=)")
_NO_MARKUP = (b"<![CDATA[", b"<!--")  # what looks like a row there is none
# Cells with a style and nothing in them, and those whose formula comes to an empty text, too; formulas: all
# unless one may show a picture.
_STYLED = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}" s="[0-9]{1,6}" ?/>')
_BLANK = re.compile(
    rb'<c r="[A-Z]{1,3}[0-9]{1,7}" s="[0-9]{1,6}"(?: ?/>'
    rb'| t="str"><f(?:>(?![=_Dd&])[^<]*</f>| t="shared" si="[0-9]+"/>)<v(?:/>|></v>)</c>)'
)
_FORMULA = re.compile(rb"<f>(?![=_Dd&])[^<]*</f>")
_ODD = re.compile(rb'<c(?! r=")[\s/>]|<!')  # a cell perhaps without an address, what is no markup
_PREFIXED = b":c"  # likewise perhaps such a cell
_FILLED = etree.XPath("*[*]")
_UNFILLED: Callable[[etree._Element], Any] = etree.XPath("*[not(*)]")


def filled_sheet(package: Package, part: str) -> etree._Element | None:
    """The root of a worksheet's part; None for a sheet of another kind, a chart. Raises UnusableInput.

    Rows, cells with content, columns and merged cells are those of the part; cells that show nothing may be
    left out, and the text of formulas. In a large part, rows and cells that have an address and no content
    are left out, with what stands behind them and is not asked for.
    """
    return _filled(package, part, _BLANK)


def filled_apart(package: Package, part: str) -> tuple[etree._Element | None, dict[str, PlainCell]]:
    """The same without the plain cells; those by their addresses. Raises UnusableInput."""
    content = package.part(part)
    lean = _without_blanks(content, _BLANK) if len(content) <= WHOLE else None
    if lean is None:
        return filled_sheet(package, part), {}
    package.spend(len(lean))
    rest, plain = plain_cells(lean)
    return _sheet(parse_xml(rest, package.path, package.kind)), plain


def sheet_with_formulas(package: Package, part: str) -> etree._Element | None:
    """The same with the cells of all formulas, whatever they show. Raises UnusableInput."""
    return _filled(package, part, _STYLED)


def _filled(package: Package, part: str, blank: re.Pattern[bytes]) -> etree._Element | None:
    content = package.part(part)
    large = len(content) > WHOLE
    addressed = not large or _UNADDRESSED.search(content) is None
    if not large:
        content = _without_blanks(content, blank) or content
    elif addressed and not any(sign in content for sign in _NO_MARKUP):
        content = _FORMULA.sub(b"<f/>", blank.sub(b"", _EMPTY.sub(b"", content)))
    package.spend(len(content))
    large = len(content) > WHOLE
    root = _lean(package, content, addressed) if large else parse_xml(content, package.path, package.kind)
    return _sheet(root)


def _sheet(root: etree._Element) -> etree._Element | None:
    return root if root.find("{*}sheetData") is not None else None


def _without_blanks(content: bytes, blank: re.Pattern[bytes]) -> bytes | None:
    """Without blank cells, formulas without text; None where a cell may not say where it stands."""
    lean = _FORMULA.sub(b"<f/>", blank.sub(b"", content))
    return None if _PREFIXED in lean or _ODD.search(lean) else lean


def _lean(package: Package, content: bytes, addressed: bool) -> etree._Element:
    """Raises UnusableInput for broken XML, and for more than a form or a report holds."""
    tags = ("{*}row", *(f"{{*}}{name}" for name in _PASSED_OVER))
    parser = etree.XMLPullParser(events=("end",), tag=tags, **PARSING)
    kept = written = done = 0
    for start in range(0, len(content), PIECE):
        _fed(package, parser.feed, content[start : start + PIECE])
        for _, element in _read(parser):
            done = start
            if etree.QName(element).localname != "row":
                _cut(element)
                continue
            if addressed:
                _leaned(element)
            kept += len(element) + 1 if element.getparent() is not None else 0
            written += sum(map(len, element.itertext()))
        if kept > MOST_KEPT or written > MOST_TEXT or start - done > MOST_BETWEEN:
            raise too_much(package.path, package.kind)
    root: etree._Element = _fed(package, parser.close)
    return without_doctype(root, package.path, package.kind)


def _read(parser: Any) -> Iterator[tuple[str, etree._Element]]:
    return iter(parser.read_events())


def _fed(package: Package, step: Callable[..., Any], *piece: bytes) -> Any:
    try:
        return step(*piece)
    except etree.XMLSyntaxError as error:
        raise damaged(package.path, package.kind) from error


def _leaned(row: etree._Element) -> None:
    if not _FILLED(row):
        _cut(row)
        return
    for cell in _UNFILLED(row):
        row.remove(cell)


def _cut(element: etree._Element) -> None:
    around = element.getparent()
    if around is not None:
        around.remove(element)
