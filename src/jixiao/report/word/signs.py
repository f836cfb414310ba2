"""Text of a run that stands in no text element: signs of their own, formulas, words within drawings."""

from __future__ import annotations

from lxml import etree

from jixiao.report.word.wordml import w

HYPHEN, SYMBOL = w("noBreakHyphen"), w("sym")
IN_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
IN_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
SIGNS = (HYPHEN, SYMBOL, IN_FORMULA, IN_DRAWING)
_UNKNOWN = "\ufffd"
_PICTURES = ("wingdings", "webdings")  # fonts whose signs at the places of digits are none
_SYMBOLS = range(0xF020, 0xF100)  # where Word puts the signs of such fonts; behind 0xF0 is the place there


def text_of(element: etree._Element) -> str:
    """What people read there; a hyphen or a symbol is one character."""
    if element.tag == HYPHEN:
        return "\u2011"
    return _symbol(element) if element.tag == SYMBOL else element.text or ""


def _symbol(element: etree._Element) -> str:
    try:
        place = int(element.get(w("char"), ""), 16)
    except ValueError:
        return _UNKNOWN
    if place in _SYMBOLS and not element.get(w("font"), "").lower().startswith(_PICTURES):
        place -= 0xF000
    sign = chr(place) if 0x20 <= place < 0xD800 or 0xE000 <= place < 0xFDD0 else _UNKNOWN
    return sign
