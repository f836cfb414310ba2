"""The table of contents, where a template has one: its entries as Word writes them, from the headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import msgspec
from lxml import etree

from jixiao.report.finish.contents_field import (
    FIELD_CHARACTER,
    INSTRUCTION,
    contents_fields,
    listed_levels,
    replace_field,
)
from jixiao.report.word.wordml import SPACE, paragraph_style, parse, style_ids, w

FIELD = "instrText"  # a document in which this does not stand has no contents
_TOC_STYLE = "toc {}"  # Word's own name in every language

P, R, T = w("p"), w("r"), w("t")


class _Entry(msgspec.Struct, frozen=True):
    text: str
    level: int
    bookmark: str


def with_contents(document: bytes, styles: bytes) -> bytes:
    """The document with the entries of its TOC fields written; as it was if it has none.

    Each entry links to a bookmark at its heading and takes the page from there (PAGEREF). The field is marked
    dirty, so that Word fills the pages in when the report is opened; we do not know them, and say none.
    """
    root = parse(document)
    fields = list(contents_fields(root))
    if not fields:
        return document
    ids = style_ids(styles)
    for number, field in enumerate(fields):
        levels = listed_levels(field.instruction, styles)
        if entries := tuple(_marked(root, levels, number)):
            replace_field(field, _lines(entries, field.instruction, ids))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _marked(root: etree._Element, levels: Mapping[str, int], field: int) -> Iterator[_Entry]:
    """The paragraphs to be listed, each with a bookmark put around it."""
    taken = {mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))}
    free = (number for number in count(1) if str(number) not in taken)
    for paragraph in root.iter(P):
        level = levels.get(paragraph_style(paragraph), 0)
        text = "".join(piece.text or "" for piece in paragraph.iter(T)).strip()
        if level and text:
            number = next(free)
            entry = _Entry(text, level, f"_Toc{field}{number:05}")
            _mark(paragraph, entry.bookmark, str(number))
            yield entry


def _mark(paragraph: etree._Element, name: str, identity: str) -> None:
    start = etree.Element(w("bookmarkStart"), {w("id"): identity, w("name"): name})
    paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, start)
    paragraph.append(etree.Element(w("bookmarkEnd"), {w("id"): identity}))


def _lines(entries: Sequence[_Entry], instruction: str, ids: Mapping[str, str]) -> list[etree._Element]:
    """One paragraph per entry, with the field's beginning in the first and its end in the last."""
    lines = [_line(entry, ids) for entry in entries]
    place = 0 if lines[0].find(w("pPr")) is None else 1
    lines[0][place:place] = (_sign("begin", dirty=True), _instructed(instruction), _sign("separate"))
    lines[-1].append(_sign("end"))
    return lines


def _line(entry: _Entry, ids: Mapping[str, str]) -> etree._Element:
    paragraph = etree.Element(P)
    if style := ids.get(_TOC_STYLE.format(entry.level)):
        properties = etree.SubElement(paragraph, w("pPr"))
        etree.SubElement(properties, w("pStyle"), {w("val"): style})
    link = etree.SubElement(paragraph, w("hyperlink"), {w("anchor"): entry.bookmark, w("history"): "1"})
    tab = etree.Element(R)
    etree.SubElement(tab, w("tab"))
    page = (_sign("begin"), _instructed(f" PAGEREF {entry.bookmark} \\h "), _sign("separate"))
    link.extend([_text_run(entry.text), tab, *page, _text_run(""), _sign("end")])
    return paragraph


def _sign(kind: str, *, dirty: bool = False) -> etree._Element:
    run = etree.Element(R)
    sign = etree.SubElement(run, FIELD_CHARACTER, {w("fldCharType"): kind})
    if dirty:
        sign.set(w("dirty"), "true")
    return run


def _instructed(text: str) -> etree._Element:
    return _run(INSTRUCTION, text)


def _text_run(text: str) -> etree._Element:
    return _run(T, text)


def _run(tag: str, text: str) -> etree._Element:
    run = etree.Element(R)
    inner = etree.SubElement(run, tag, {SPACE: "preserve"})
    inner.text = text
    return run
