"""The text of a paragraph of a Word document, without what is deleted, hidden or struck out."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)  # Word's own name in every language


def w(name: str) -> str:
    """A name in WordprocessingML's namespace, as lxml wants it."""
    return f"{{{_MAIN}}}{name}"


_R, _T, _BOX, _P = w("r"), w("t"), w("txbxContent"), w("p")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_DROPPED = {w("del"), w("moveFrom"), w("pPr"), w("rPr"), _FALLBACK}
_OFF = ("0", "false", "off")


class Written(msgspec.Struct):
    """`struck`: figures are struck out, so that nobody knows what counts. `boxes`: text boxes beside it.

    `pieces`: where each text element begins in the text.
    """

    text: str = ""
    struck: bool = False
    boxes: list[etree._Element] = []
    pieces: list[tuple[int, etree._Element]] = []


def paragraph_text(paragraph: etree._Element) -> Written:
    """What people read in a paragraph."""
    written = Written()
    _add(paragraph, written)
    return written


def _add(element: etree._Element, written: Written) -> None:
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag == _BOX:
            written.boxes.append(child)
        elif child.tag == _T:
            written.pieces.append((len(written.text), child))
            written.text += child.text or ""
        elif child.tag in _SIGNS:
            written.text += _SIGNS[child.tag]
        elif child.tag != _R or _is_shown(child, written):
            _add(child, written)


def _is_shown(run: etree._Element, written: Written) -> bool:
    properties = run.find(w("rPr"))
    if properties is None:
        return True
    struck = _is_on(properties, "strike") or _is_on(properties, "dstrike")
    text = "".join(t.text or "" for t in run.iterfind(_T)) if struck else ""
    written.struck = written.struck or any(map(str.isdigit, text))
    return not struck and not _is_on(properties, "vanish")


def _is_on(properties: etree._Element, name: str) -> bool:
    found = properties.find(w(name))
    return found is not None and found.get(w("val"), "1") not in _OFF


def headings(styles: etree._Element) -> dict[str, int]:
    """Id of each heading style -> its level."""
    levels = {}
    for style in styles.iterfind(w("style")):
        name = style.find(w("name"))
        match = _HEADING.fullmatch(name.get(w("val"), "")) if name is not None else None
        if match:
            levels[style.get(w("styleId"), "")] = int(match[1])
    return levels
