"""A Word document (.docx): its paragraphs and tables as people see them, tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import msgspec
from lxml import etree

from jixiao.documents.bounds import MOST_COLUMNS, MOST_PIECES, WIDEST, span, too_much, too_wide
from jixiao.documents.cells import STRUCK, SourceCell
from jixiao.documents.document import Block, Merge, SourceParagraph, SourcePlace, SourceTable
from jixiao.documents.word_text import Written, paragraph_text
from jixiao.report.word.looks import StyleLooks, style_looks
from jixiao.report.word.wordml import AROUND, headings, inside, w
from jixiao.workbook.file.package import Package, damaged

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"

_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_DELETED_ROW = f"{w('trPr')}/{w('del')}"


class WordSource(msgspec.Struct, frozen=True):
    """Where the text of a block stands in the file: its lines, for a table those of each cell.

    A line's characters begin at that place of the block's or cell's text; what it was stripped of makes the
    place smaller.
    """

    lines: tuple[tuple[int, Written], ...] = ()
    cells: Mapping[tuple[int, int], tuple[tuple[int, Written], ...]] = {}


def read_word_document(package: Package) -> Iterator[Block]:
    """What stands in the body, from top to bottom. Raises UnusableInput."""
    return (block for block, _ in located_blocks(package, package.xml(DOCUMENT)))


def located_blocks(package: Package, root: etree._Element) -> Iterator[tuple[Block, WordSource]]:
    """The same blocks, each with the elements of the document's part that hold its text."""
    body = root.find(w("body"))
    if body is None:
        raise damaged(package.path, package.kind)
    if next(islice(body.iter(w("t")), MOST_PIECES, None), None) is not None:
        raise too_much(package.path.name)
    styles = package.xml(STYLES) if package.has(STYLES) else None
    levels = {} if styles is None else headings(styles)
    return _Body(package.path, levels, style_looks(styles)).blocks(body)


class _Body:
    """Counts the paragraphs and tables that have been."""

    def __init__(self, path: Path, levels: dict[str, int], looks: StyleLooks) -> None:
        self.path, self.levels, self.looks = path, levels, looks
        self.paragraphs = self.tables = 0

    def blocks(self, element: etree._Element) -> Iterator[tuple[Block, WordSource]]:
        """A table of one column around other tables is only there for the layout."""
        for child in element:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL and _is_layout(child):
                for cell in child.iterfind(f"{_TR}/{_TC}"):
                    yield from self.blocks(cell)
            elif child.tag == _TBL:
                self.tables += 1
                rows = _Rows(self.path, self.looks)
                yield rows.table(child, SourcePlace(table=self.tables)), WordSource(cells=rows.lines)
            elif child.tag in AROUND:
                yield from self.blocks(child)

    def _paragraph(self, element: etree._Element) -> Iterator[tuple[Block, WordSource]]:
        written = paragraph_text(element, self.looks)
        if text := written.text.strip():
            self.paragraphs += 1
            style = element.find(f"{w('pPr')}/{w('pStyle')}")
            level = self.levels.get(style.get(w("val"), ""), 0) if style is not None else 0
            block = SourceParagraph(text, SourcePlace(paragraph=self.paragraphs), level)
            yield block, WordSource(((_stripped(written.text), written),))
        for box in written.boxes:
            yield from self.blocks(box)


def _is_layout(table: etree._Element) -> bool:
    rows = table.findall(_TR)
    return all(len(row.findall(_TC)) == 1 for row in rows) and table.find(f".//{_TC}//{_TBL}") is not None


class _Rows:
    """The rows of a table. `open`: column -> where a cell began that may go on in the next row."""

    def __init__(self, path: Path, looks: StyleLooks) -> None:
        self.path, self.looks = path, looks
        self.rows: dict[int, dict[int, SourceCell]] = {}
        self.spans: dict[tuple[int, int], Merge] = {}
        self.open: dict[int, tuple[int, int]] = {}
        self.lines: dict[tuple[int, int], tuple[tuple[int, Written], ...]] = {}

    def table(self, element: etree._Element, place: SourcePlace) -> SourceTable:
        number = 0
        for row in inside(element, _TR):
            if row.find(_DELETED_ROW) is None:
                number += 1
                self._row(row, number)
        merges = tuple(m for m in self.spans.values() if (m.top, m.left) != (m.bottom, m.right))
        return SourceTable(place, self.rows, merges)

    def _row(self, row: etree._Element, number: int) -> None:
        column = 1 + _value(row, "trPr", "gridBefore", default=0)
        going_on: dict[int, tuple[int, int]] = {}
        for cell in inside(row, _TC):
            right = column + _value(cell, "tcPr", "gridSpan", default=1) - 1
            if right > MOST_COLUMNS:
                raise too_wide(self.path.name)
            going_on[column] = self._cell(cell, number, column, right)
            column = right + 1
        self.open = going_on

    def _cell(self, cell: etree._Element, row: int, left: int, right: int) -> tuple[int, int]:
        """Put the cell at its place; where it goes on with the one above, that one grows."""
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        above = self.open.get(left)
        if merged is not None and merged.get(w("val"), "continue") != "restart" and above:
            self.spans[above] = msgspec.structs.replace(self.spans[above], bottom=row)
            return above
        self.spans[(row, left)] = Merge(row, left, row, right)
        written = [paragraph_text(paragraph, self.looks) for paragraph in cell.iter(_P)]
        if lines := [line for line in written if line.text.strip()]:
            text = "\n".join(line.text.strip() for line in lines)
            trouble = STRUCK if any(line.struck for line in written) else ""
            self.rows.setdefault(row, {})[left] = SourceCell(text, None, trouble)
            self.lines[(row, left)] = tuple(_begun(lines))
        return row, left


def _begun(lines: Iterable[Written]) -> Iterator[tuple[int, Written]]:
    """The lines of a cell, which its text has below each other, and where their characters begin."""
    place = 0
    for line in lines:
        yield place + _stripped(line.text), line
        place += len(line.text.strip()) + 1


def _stripped(text: str) -> int:
    """The place at which a text begins when the blanks in front of it are left out."""
    return len(text.lstrip()) - len(text)


def _value(element: etree._Element, properties: str, name: str, *, default: int) -> int:
    found = element.find(f"{w(properties)}/{w(name)}")
    return min(span(found.get(w("val"))), WIDEST) if found is not None else default
