"""A text as it is stored, plain or in runs of different looks -> what a person reads of it."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

HALF, _HALVES = "\ufffd", range(0xD800, 0xE000)  # half of a character is none
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel stores what XML cannot carry, above all line ends
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ALIGNED = {"superscript": _RAISED, "subscript": _LOWERED}
_OFF = ("0", "false", "off")
_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(", re.IGNORECASE)


class StoredText(msgspec.Struct, frozen=True):
    """`text` is without what is struck out: whoever strikes words out has taken them back."""

    text: str
    struck: bool = False


def plain_text(text: str) -> StoredText:
    """One without looks of its own."""
    return StoredText(_unescaped(text))


def stored_text(item: etree._Element) -> StoredText:
    """A shared or inline string; phonetic hints are left out.

    Raised digits become characters that are raised by themselves: a footnote's mark is no digit of a figure.
    """
    if len(item) == 1 and item[0].tag.endswith("}t"):  # as most are
        return plain_text(item[0].text or "")
    texts, struck = [], False
    for child in item:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            texts.append(child.text or "")
        elif tag == "r":
            text = "".join([piece.text or "" for piece in child.iterfind("{*}t")])
            look = child.find("{*}rPr")
            if look is not None and is_struck(look):
                struck = struck or bool(text)
            else:
                texts.append(text if look is None else _aligned(text, look))
    return StoredText(_unescaped("".join(texts)), struck)


def is_struck(look: etree._Element) -> bool:
    """True for a font, of a run or of a style, that is struck through."""
    strike = look.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in _OFF


def _aligned(text: str, look: etree._Element) -> str:
    align = look.find("{*}vertAlign")
    table = None if align is None else _ALIGNED.get(align.get("val", ""))
    return text if table is None else text.translate(table)


def is_picture(text: str) -> bool:
    """True for what WPS stores in a cell that shows a picture: =DISPIMG("ID_…",1)."""
    return "(" in text and _PICTURE.match(text) is not None


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text).replace("\r\n", "\n") if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return HALF if code in _HALVES else chr(code)
