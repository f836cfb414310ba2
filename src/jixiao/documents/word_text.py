"""The text of a paragraph of a Word document, without what is deleted, hidden, struck out or a mark."""

from __future__ import annotations

import msgspec
from lxml import etree

from jixiao.report.word.looks import Looks, StyleLooks, looks_of
from jixiao.report.word.wordml import w

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


_R, _T, _BOX, _P = w("r"), w("t"), w("txbxContent"), w("p")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_DROPPED = {w("del"), w("moveFrom"), w("pPr"), w("rPr"), _FALLBACK}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Written(msgspec.Struct):
    """`struck`: figures are struck out, so that nobody knows what counts. `boxes`: text boxes beside it.

    `pieces`: where each text element begins in the text.
    """

    text: str = ""
    struck: bool = False
    boxes: list[etree._Element] = []
    pieces: list[tuple[int, etree._Element]] = []


def paragraph_text(paragraph: etree._Element, styles: StyleLooks | None = None) -> Written:
    """What people read in a paragraph. `styles`: what the styles of the document say."""
    written = Written()
    _add(paragraph, written, styles or {})
    return written


def _add(element: etree._Element, written: Written, styles: StyleLooks) -> None:
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
        elif child.tag != _R:
            _add(child, written, styles)
        else:
            _add_run(child, written, looks_of(child, styles), styles)


def _add_run(run: etree._Element, written: Written, looks: Looks, styles: StyleLooks) -> None:
    if looks.struck:
        text = "".join(t.text or "" for t in run.iterfind(_T))
        written.struck = written.struck or any(map(str.isdigit, text))
    elif not looks.hidden and not (looks.raised and _is_mark(run, written.text)):
        begun = len(written.text)
        _add(run, written, styles)
        if looks.raised:
            written.text = written.text[:begun] + written.text[begun:].translate(_RAISED)


def _is_mark(run: etree._Element, before: str) -> bool:
    """A raised number is that of a note, unless it is of a unit, such as m²."""
    text = "".join(t.text or "" for t in run.iterfind(_T))
    return (
        any(map(str.isdigit, text)) and before != "" and not (before[-1].isascii() and before[-1].isalpha())
    )
