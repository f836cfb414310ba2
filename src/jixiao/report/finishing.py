"""The last pass over a filled part: heading numbers, line breaks, merged cells, ids. Text stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from jixiao.report.charts.data import without_data
from jixiao.report.charts.placing import remove_empty_charts
from jixiao.report.language.marks import CHART, MERGE, known, unmarked
from jixiao.report.wordml import DRAWN, SPACE, paragraph_style, w

Number = Callable[[int, int], str]  # count, level -> the number as printed

# What is not simply text: line ends, tabs, our own marks, white space that Word would drop.
_SPECIAL = re.compile(rf"[\n\t{MERGE}{CHART}]|^\s|\s$|  ")

P, R, T, TR, TC, TBL = w("p"), w("r"), w("t"), w("tr"), w("tc"), w("tbl")


def finish(xml: str, levels: Mapping[str, int], number: Number) -> bytes:
    """Complete one part of the document."""
    root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
    number_headings(root, levels, number)
    special = [text for text in root.iter(T) if text.text and _SPECIAL.search(text.text)]
    for table in _tables_to_merge(special):
        merge_cells(table)
    for text in special:
        text.text = without_data(text.text or "").replace(MERGE, "")  # outside a table nothing can be merged
        _keep_spaces(text)
        _break_lines(text, levels)
    remove_empty_charts(root)
    for count, drawing in enumerate(root.iter(DRAWN), 1):
        drawing.set("id", str(count))
    for cell in root.iter(TC):
        if len(cell) == 0 or cell[-1].tag != P:
            etree.SubElement(cell, P)  # Word calls a cell that does not end in a paragraph damaged
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _tables_to_merge(texts: Iterable[etree._Element]) -> list[etree._Element]:
    """The tables in which a cell is marked, each once."""
    marked = (text for text in texts if MERGE in (text.text or ""))
    return list(dict.fromkeys(table for text in marked for table in text.iterancestors(TBL)))


def number_headings(root: etree._Element, levels: Mapping[str, int], number: Number) -> None:
    """Put numbers in front of headings, counted from the tree: a heading restarts all levels below it."""
    counts = [0] * 10
    for paragraph in root.iter(P):
        level = levels.get(paragraph_style(paragraph), 0)
        if 1 <= level <= 4:
            counts[level] += 1
            counts[level + 1 :] = [0] * (9 - level)
            _prepend(paragraph, known(str(number(counts[level], level))))


def _prepend(paragraph: etree._Element, text: str) -> None:
    first = next((run for run in paragraph.iter(R) if run.find(T) is not None), None)
    if first is None:
        return
    run = _like(first)
    run.append(_text(text))
    first.addprevious(run)


def merge_cells(table: etree._Element) -> None:
    """Merge each marked cell with the one above if both say the same, and so do the marked ones before."""
    above: dict[int, str] = {}
    for row in table.findall(TR):
        marked = dict(_marked_cells(row))
        fresh = False
        for column, cell in marked.items():
            said = _said(cell)
            fresh = fresh or above.get(column) != said
            _merge(cell, fresh)
            above[column] = said
        above = {column: text for column, text in above.items() if column in marked}


def _marked_cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 0
    for cell in row.findall(TC):
        if any(MERGE in (text.text or "") for text in cell.iter(T)):
            yield column, cell
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        column += 1 if span is None else int(span.get(w("val"), "1"))


def _said(cell: etree._Element) -> str:
    return unmarked("".join(text.text or "" for text in cell.iter(T)))


def _merge(cell: etree._Element, fresh: bool) -> None:
    for text in cell.iter(T):
        text.text = (text.text or "").replace(MERGE, "") if fresh else ""
    settings = cell.find(w("tcPr"))
    if settings is None:
        settings = etree.Element(w("tcPr"))
        cell.insert(0, settings)
    merge = etree.Element(w("vMerge"), {w("val"): "restart"} if fresh else {})
    before = [settings.find(w(name)) for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")]
    settings.insert(sum(element is not None for element in before), merge)


def _keep_spaces(text: etree._Element) -> None:
    said = text.text or ""
    if said != said.strip() or "  " in said:
        text.set(SPACE, "preserve")


def _break_lines(text: etree._Element, levels: Mapping[str, int]) -> None:
    """Line breaks in a value begin new paragraphs of the same kind; in headings they stay line breaks."""
    lines = (text.text or "").split("\n")
    splits = len(lines) > 1 and _splits(text, levels)
    last = _write(text, lines[0])
    for line in lines[1:]:
        start = _paragraph_after(last) if splits else _after(_after(last, etree.Element(w("br"))), _text(""))
        last = _write(start, line)


def _splits(text: etree._Element, levels: Mapping[str, int]) -> bool:
    run = text.getparent()
    paragraph = run.getparent() if run is not None else None
    if paragraph is None or paragraph.tag != P or paragraph_style(paragraph) in levels:
        return False
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}") is None


def _write(text: etree._Element, line: str) -> etree._Element:
    """Put one line into a text element, tabs as Word's own; returns the last element written."""
    first, *rest = line.split("\t")
    text.text = first
    for part in rest:
        text = _after(_after(text, etree.Element(w("tab"))), _text(part))
    return text


def _paragraph_after(text: etree._Element) -> etree._Element:
    """Begin a new paragraph behind a text element and move there what follows it."""
    run = text.getparent()
    assert run is not None
    paragraph = run.getparent()
    assert paragraph is not None
    new_run, new = _like(run), etree.Element(P)
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        new.append(deepcopy(properties))
    start = _text("")
    new_run.extend([start, *text.itersiblings()])
    new.extend([new_run, *run.itersiblings()])
    paragraph.addnext(new)
    return start


def _like(run: etree._Element) -> etree._Element:
    """An empty run with the same looks."""
    new = etree.Element(R)
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(deepcopy(properties))
    return new


def _text(said: str) -> etree._Element:
    element = etree.Element(T)
    element.set(SPACE, "preserve")
    element.text = said
    return element


def _after(element: etree._Element, new: etree._Element) -> etree._Element:
    element.addnext(new)
    return new
