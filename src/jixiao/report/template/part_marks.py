"""Marks that preparing leaves in a part, so that the last pass over a filled one needs no tree.

What depends on the template alone is settled here once: which paragraphs are headings, what a line break in
a value turns into at its place, which drawings want a number, which charts want data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from jixiao.report.language.marks import BREAKS, CHART, HEADING, IDENTITY, RELATION, coded
from jixiao.report.word.wordml import CHART_ID, CHART_SHOWN, DRAWN, SPACE, paragraph_style, w, xml_inside

P, R, T, PROPERTIES, LOOKS = w("p"), w("r"), w("t"), w("pPr"), w("rPr")
BEGIN_TEXT = '<w:t xml:space="preserve">'
IN_ATTRIBUTE, IN_LINE = " ", f"</w:t><w:br/>{BEGIN_TEXT}"  # what a line break is where it begins no paragraph
DEEPEST_NUMBER = 4


class LineBreaks:
    """What a line break in a value turns into: each way once, known by its number."""

    def __init__(self) -> None:
        self.ways = [IN_ATTRIBUTE, IN_LINE]

    def mark(self, way: str) -> str:
        """The mark for a text in which line breaks are written in that way."""
        if way not in self.ways:
            self.ways.append(way)
        return f"{BREAKS}{coded(self.ways.index(way))}"


def tidied(root: etree._Element) -> etree._Element:
    """The part without what only looks like text, and with all namespaces declared at its root.

    A piece of it can then stand anywhere in it; and a tab is one of a text that is printed.
    """
    spaces = {prefix: space for each in root.iter("*") for prefix, space in each.nsmap.items() if prefix}
    etree.cleanup_namespaces(root, top_nsmap=spaces, keep_ns_prefixes=list(spaces))
    for element in root.iter():
        if element.tail and not element.tail.strip():
            element.tail = None
        if len(element) and element.text and not element.text.strip():
            element.text = None
        elif element.tag != T and element.text:
            element.text = element.text.replace("\t", " ")
    for cell in root.iter(w("tc")):
        if len(cell) == 0:
            etree.SubElement(cell, P)
    return root


def mark_spots(root: etree._Element, levels: Mapping[str, int], breaks: LineBreaks) -> None:
    """Mark the spots of a part. In its heading styles, `levels`, a value keeps its lines together."""
    for element in root.iter("*"):
        if element.tag == T:
            _mark_text(element, levels, breaks)
        elif has_tags(element.text):
            element.text = _on_one_line(str(element.text), breaks)
        for name, value in element.attrib.items():
            if has_tags(value):
                element.set(name, _on_one_line(str(value), breaks))
    for drawing in root.iter(DRAWN):
        drawing.set("id", IDENTITY)


def mark_headings(root: etree._Element, levels: Mapping[str, int]) -> None:
    """Begin each heading with a mark for its number, in a run that looks like its first one."""
    for paragraph in root.iter(P):
        level = levels.get(paragraph_style(paragraph), 0)
        first = next((run for run in paragraph.iter(R) if run.find(T) is not None), None)
        if 1 <= level <= DEEPEST_NUMBER and first is not None:
            number = etree.Element(R)
            number.extend(deepcopy(looks) for looks in first.findall(LOOKS))
            text = etree.SubElement(number, T, {SPACE: "preserve"})
            text.text = f"{HEADING}{level}"
            first.addprevious(number)


def mark_charts(root: etree._Element) -> Iterator[str]:
    """Mark the charts with a tag in their alternative text; yields the ids of their relations."""
    for drawing in root.iter(DRAWN):
        around = drawing.getparent()
        shown = None if around is None else next(around.iter(CHART_SHOWN), None)
        if around is None or shown is None or not has_tags(drawing.get("descr")):
            continue
        identity = shown.get(CHART_ID, "")
        shown.set(CHART_ID, f"{RELATION}{identity}{RELATION}")
        around.text = f"{CHART}{around.text or ''}"
        around[-1].tail = f"{around[-1].tail or ''}{CHART}"
        yield identity


def untouched_charts(root: etree._Element) -> set[str]:
    """The relations of the charts that are not marked."""
    return {
        identity for shown in root.iter(CHART_SHOWN) if RELATION not in (identity := shown.get(CHART_ID, ""))
    }


def has_tags(text: object) -> bool:
    """True if there is something to fill in a text."""
    return isinstance(text, str) and ("{{" in text or "{%" in text)


def _mark_text(text: etree._Element, levels: Mapping[str, int], breaks: LineBreaks) -> None:
    content = re.sub(r"[\r\n]", " ", text.text or "")  # Word takes them for spaces
    if has_tags(content) or "\t" in content:
        content = breaks.mark(_way(text, levels)) + content
    if content != content.strip() or "  " in content or has_tags(content):
        text.set(SPACE, "preserve")
    text.text = content


def _way(text: etree._Element, levels: Mapping[str, int]) -> str:
    """A line break in a value begins a new paragraph of the same kind; in a heading it stays a line break."""
    run = text.getparent()
    paragraph = run.getparent() if run is not None and run.tag == R else None
    if run is None or paragraph is None or paragraph.tag != P or paragraph_style(paragraph) in levels:
        return IN_LINE
    properties, looks = paragraph.find(PROPERTIES), run.find(LOOKS)
    if properties is not None and properties.find(w("sectPr")) is not None:
        return IN_LINE
    root = text.getroottree().getroot()
    kept = ["" if each is None else xml_inside(each, root) for each in (properties, looks)]
    return f"</w:t></w:r></w:p><w:p>{kept[0]}<w:r>{kept[1]}{BEGIN_TEXT}"


def _on_one_line(text: str, breaks: LineBreaks) -> str:
    return breaks.mark(IN_ATTRIBUTE) + re.sub(r"[\r\n\t]", " ", text)
