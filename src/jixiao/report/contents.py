"""The table of contents, where a template has one: its entries as Word writes them, from the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from lxml import etree

from jixiao.report.wordml import SPACE, heading_levels, paragraph_style, parse, style_ids, w

# A field's instruction, as Word writes it: TOC \o "1-2" \h \z \t "附件标题,1"
FIELD = re.compile(r"^\s*TOC\b")
_HEADINGS = re.compile(r'\\o\s+"(\d)-(\d)"')
_STYLES = re.compile(r'\\t\s+"([^"]+)"')
_TOC_STYLE = "toc {}"  # Word's own name in every language

P, R, T = w("p"), w("r"), w("t")
FIELD_CHARACTER, INSTRUCTION = w("fldChar"), w("instrText")


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    level: int
    bookmark: str


def with_contents(document: bytes, styles: bytes) -> bytes:
    """The document with the entries of its TOC fields written; as it was if it has none.

    Each entry links to a bookmark at its heading and takes the page from there (PAGEREF). The field is marked
    dirty, so that Word fills the pages in when the report is opened; we do not know them, and say none.
    """
    if b"TOC" not in document:
        return document
    root = parse(document)
    fields = [found for found in root.iter(INSTRUCTION) if FIELD.match(found.text or "")]
    for number, instruction in enumerate(fields):
        levels = _levels(instruction.text or "", styles)
        entries = tuple(_marked(root, levels, number))
        _write(instruction, entries, style_ids(styles))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _levels(instruction: str, styles: bytes) -> dict[str, int]:
    """Id of a style -> the level on which its paragraphs are listed."""
    asked = _HEADINGS.search(instruction)
    lowest = int(asked[2]) if asked else 3
    levels = {style: level for style, level in heading_levels(styles).items() if level <= lowest}
    named = _STYLES.search(instruction)
    pairs = re.findall(r"([^,;]+)[,;]\s*(\d)", named[1]) if named else ()
    ids = style_ids(styles)
    return levels | {ids[name.strip().lower()]: int(level) for name, level in pairs}


def _marked(root: etree._Element, levels: Mapping[str, int], field: int) -> Iterator[_Entry]:
    """The paragraphs to be listed, each with a bookmark put around it."""
    taken = [int(mark.get(w("id"), "0")) for mark in root.iter(w("bookmarkStart"))]
    ids = count(max(taken, default=0) + 1)
    for paragraph in root.iter(P):
        level = levels.get(paragraph_style(paragraph), 0)
        text = "".join(piece.text or "" for piece in paragraph.iter(T)).strip()
        if level and text:
            entry = _Entry(text, level, f"_Toc{field}{next(ids):05}")
            _mark(paragraph, entry.bookmark)
            yield entry


def _mark(paragraph: etree._Element, name: str) -> None:
    number = str(int(name[-5:]))
    start = etree.Element(w("bookmarkStart"), {w("id"): number, w("name"): name})
    paragraph.insert(0 if paragraph.find(w("pPr")) is None else 1, start)
    paragraph.append(etree.Element(w("bookmarkEnd"), {w("id"): number}))


def _write(instruction: etree._Element, entries: Sequence[_Entry], ids: Mapping[str, str]) -> None:
    """Put one paragraph per entry in the place of the field's paragraphs."""
    old = _paragraphs_of(instruction)
    if not entries or not old:
        return
    lines = [_line(entry, ids) for entry in entries]
    place = 0 if lines[0].find(w("pPr")) is None else 1
    begin = (_sign("begin", dirty=True), _instructed(instruction.text or ""), _sign("separate"))
    lines[0][place:place] = begin
    lines[-1].append(_sign("end"))
    for line in lines:
        old[0].addprevious(line)
    for paragraph in old:
        _remove(paragraph)


def _paragraphs_of(instruction: etree._Element) -> list[etree._Element]:
    """The paragraphs from the field's beginning to its end; other fields may stand between."""
    paragraph = next(instruction.iterancestors(P))
    found: list[etree._Element] = []
    depth = 0
    for sibling in (paragraph, *paragraph.itersiblings()):
        found.append(sibling)
        for sign in sibling.iter(FIELD_CHARACTER):
            depth += {"begin": 1, "end": -1}.get(sign.get(w("fldCharType"), ""), 0)
        if depth <= 0:
            return found
    return []


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _line(entry: _Entry, ids: Mapping[str, str]) -> etree._Element:
    paragraph = etree.Element(P)
    if style := ids.get(_TOC_STYLE.format(entry.level)):
        properties = etree.SubElement(paragraph, w("pPr"))
        etree.SubElement(properties, w("pStyle"), {w("val"): style})
    link = etree.SubElement(paragraph, w("hyperlink"), {w("anchor"): entry.bookmark, w("history"): "1"})
    tab = etree.Element(R)
    etree.SubElement(tab, w("tab"))
    page = (_sign("begin"), _instructed(f" PAGEREF {entry.bookmark} \\h "), _sign("separate"))
    link.extend([_said(entry.text), tab, *page, _said(""), _sign("end")])
    return paragraph


def _sign(kind: str, *, dirty: bool = False) -> etree._Element:
    run = etree.Element(R)
    sign = etree.SubElement(run, FIELD_CHARACTER, {w("fldCharType"): kind})
    if dirty:
        sign.set(w("dirty"), "true")
    return run


def _instructed(text: str) -> etree._Element:
    return _run(INSTRUCTION, text)


def _said(text: str) -> etree._Element:
    return _run(T, text)


def _run(tag: str, text: str) -> etree._Element:
    run = etree.Element(R)
    inner = etree.SubElement(run, tag, {SPACE: "preserve"})
    inner.text = text
    return run
