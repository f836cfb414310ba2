"""A web page, also one that calls itself .xls, as many systems export tables: its paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from jixiao.documents.bounds import MAX_FILE, MOST_COLUMNS, WIDEST, span, too_wide
from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, Merge, SourceParagraph, SourcePlace, SourceTable
from jixiao.documents.page_bounds import refuse_crowded_tags, refuse_cut_short
from jixiao.documents.texts import decoded

_MARKS = (b"<html", b"<table", b"<!doctype html")
_SKIPPED = {"script", "style", "head", "title", "noscript"}
_HEADING = re.compile("h([1-6])")
# What stands within a line; everything else begins a paragraph.
_INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
}
_INLINE |= {"label", "mark", "nobr", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u"}
_FORMULA = re.compile(r'="([^"]*)"')  # how some systems keep Excel from reading a code as a number
_ENDINGS = (".htm", ".html")


def is_web_page(path: Path, beginning: bytes) -> bool:
    """Whether a file that begins like this is a page: by its ending, or with tables that can be read."""
    start = decoded(beginning).lstrip().lower().encode()
    if not start.startswith(b"<") or path.stat().st_size > MAX_FILE:
        return False
    content = decoded(path.read_bytes()).lower().encode()
    if not any(mark in content for mark in _MARKS):
        return False
    return b"<tr" in content or (path.suffix.lower() in _ENDINGS and b"<frameset" not in content)


def read_web_page(path: Path) -> Iterator[Block]:
    """What stands in the page, from top to bottom. Raises UnusableInput."""
    return _Page(path.name).blocks(_root(path.read_bytes(), path.name))


def _root(content: bytes, name: str) -> etree._Element:
    parser, page = etree.HTMLParser(encoding="utf-8", no_network=True), decoded(content)
    refuse_crowded_tags(page, name)
    root = etree.fromstring(page.encode(), parser)
    refuse_cut_short(parser, name)
    return root


class _Page:
    """Counts the paragraphs and tables that have been."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.paragraphs = self.tables = 0
        self.line: list[str] = []

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        yield from self._walk(root)
        yield from self._paragraph()

    def _walk(self, element: etree._Element) -> Iterator[Block]:
        """What stands in an element; a table around other tables is only there for the layout."""
        apart = element.tag not in _INLINE
        if apart:
            yield from self._paragraph()
        if element.tag == "table" and element.find(".//table") is None:
            yield from self._table(element)
            return
        self.line.append(str(element.text or ""))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from self._walk(child)
            self.line.append(str(child.tail or ""))
        if apart:
            heading = _HEADING.fullmatch(str(element.tag))
            yield from self._paragraph(int(heading[1]) if heading else 0)

    def _paragraph(self, heading: int = 0) -> Iterator[SourceParagraph]:
        text = " ".join("".join(self.line).split())
        self.line.clear()
        if text:
            self.paragraphs += 1
            yield SourceParagraph(text, SourcePlace(paragraph=self.paragraphs), heading)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        for caption in element.iter("caption"):
            self.line.append(_text(caption))
            yield from self._paragraph()
        self.tables += 1
        table = _Rows(self.name)
        rows = list(element.iter("tr"))
        for number, row in enumerate(rows, 1):
            table.add(row, number, len(rows))
        yield SourceTable(SourcePlace(table=self.tables), table.rows, tuple(table.merges))


class _Rows:
    """The rows of a table. `covered`: column -> the last row that a cell above or before covers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[int, dict[int, SourceCell]] = {}
        self.merges: list[Merge] = []
        self.covered: dict[int, int] = {}

    def add(self, row: etree._Element, number: int, last: int) -> None:
        """Cells go to the first place that no cell above or before them covers."""
        column = 1
        for cell in row.iterchildren("td", "th"):
            while self.covered.get(column, 0) >= number:
                column += 1
            right = column + min(span(cell.get("colspan")), WIDEST) - 1
            bottom = min(number + span(cell.get("rowspan")) - 1, last)
            if right > MOST_COLUMNS:
                raise too_wide(self.name)
            self.covered |= dict.fromkeys(range(column, right + 1), bottom)
            if (bottom, right) != (number, column):
                self.merges.append(Merge(number, column, bottom, right))
            if text := _text(cell):
                self.rows.setdefault(number, {})[column] = SourceCell(text)


def _text(element: etree._Element) -> str:
    text = "".join(str(piece) for piece in element.itertext() if piece).strip()
    formula = _FORMULA.fullmatch(text)
    return formula[1] if formula else text
