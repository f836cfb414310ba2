"""A document -> its passages in one run of text, and its tables, whatever kind of file it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.audit.document.lines import (
    NOTE,
    UNIT_LINE,
    as_caption,
    goes_on,
    is_heading,
    is_title,
    page_numbers,
    usual_width,
)
from jixiao.audit.document.passage import Passage, SourcePiece, alike, tight
from jixiao.audit.document.report_table import (
    LONG,
    PrintedTables,
    ReportTable,
    TableCell,
    TableLine,
    is_header,
    scale_in,
    width_of,
)
from jixiao.documents.document import SourceDocument, SourceParagraph, SourceTable, cell_address

_LINED = ("pdf", "txt")  # kinds of file in which a paragraph is a line
_FAR = 4  # blocks above a table in which its title stands

MOST_LINES = 100  # of a paragraph; no longer one is joined


class ReportText(msgspec.Struct):
    """`passages`: all, in order, rows of tables among them. `length`: of the text without white space."""

    kind: str
    passages: list[Passage]
    tables: list[ReportTable]
    length: int = 0

    @property
    def prose(self) -> Iterator[Passage]:
        return (passage for passage in self.passages if not passage.row)


def read_text(document: SourceDocument) -> ReportText:
    """Passages and tables in reading order."""
    reader = _Reader(document)
    reader.read()
    tables = [table for table in reader.tables if table.lines]
    return ReportText(document.kind, reader.passages, tables, reader.at)


class _Reader:
    def __init__(self, document: SourceDocument) -> None:
        self.document = document
        self.passages: list[Passage] = []
        self.tables: list[ReportTable] = []
        self.at = 0
        self.lined = document.kind in _LINED
        self.usual = usual_width([p.text for p in document.paragraphs]) if self.lined else 0.0
        self.printed = PrintedTables(self.tables)
        lines = (
            (i, alike(tight(b.text))) for i, b in enumerate(document.blocks) if isinstance(b, SourceParagraph)
        )
        self.numbers = page_numbers(list(lines)) if self.lined else frozenset[int]()
        self.noted: ReportTable | None = None  # the table that a note below it is about

    def read(self) -> None:
        index = 0
        while index < len(self.document.blocks):
            block = self.document.blocks[index]
            if index in self.numbers:
                self.at += len(tight(block.text)) if isinstance(block, SourceParagraph) else 0
                index += 1
            elif isinstance(block, SourceTable):
                self.printed.current = None
                self._table(block, index)
                index += 1
            else:
                index = self._paragraph(block, index)

    def _paragraph(self, block: SourceParagraph, index: int) -> int:
        """Take a paragraph with the lines that belong to it; the next block."""
        text = alike(tight(block.text))
        if self.lined and self.printed.has_row(text, block.text, self._line(index + 1)):
            self.printed.add(alike(block.text), self._add([index], row=True))
            return index + 1
        group, last = [index], index
        while self.lined and len(group) < MOST_LINES:
            following = last + 1
            while following in self.numbers:
                following += 1  # the number of a page within a paragraph is no part of it
            if not self._joins(group[-1], following):
                break
            group.append(following)
            last = following
        self._add(group, heading=bool(block.heading) or (is_heading(text) and len(group) == 1))
        return last + 1

    def _line(self, index: int) -> str:
        """The text of a paragraph, "" where there is none."""
        block = self.document.blocks[index] if index < len(self.document.blocks) else None
        return block.text if isinstance(block, SourceParagraph) else ""

    def _joins(self, index: int, following: int) -> bool:
        if following >= len(self.document.blocks):
            return False
        one, other = self.document.blocks[index], self.document.blocks[following]
        if not isinstance(one, SourceParagraph) or not isinstance(other, SourceParagraph):
            return False
        if other.apart and following - index == 1:  # the number of a page stands between blank lines, too
            return False
        text = alike(tight(other.text))
        if is_header(other.text, self._line(following + 1)):
            return False
        return not is_title(text) and not UNIT_LINE.search(text) and goes_on(one.text, other.text, self.usual)

    def _add(self, group: Sequence[int], *, heading: bool = False, row: bool = False) -> Passage:
        pieces, raw = [], ""
        for index in group:
            block = self.document.blocks[index]
            assert isinstance(block, SourceParagraph)
            pieces.append(SourcePiece(len(raw), index, block.text))
            raw += tight(block.text)
        place = self.document.blocks[group[0]].place
        passage = self._passage(raw, pieces, place.page, place.paragraph, place.words)
        passage.heading, passage.row = heading, row
        if is_title(passage.text):
            self.noted = None
        self.noted = self.printed.current or self.noted
        if NOTE.match(passage.text) and self.noted is not None:
            self.noted.notes.append(passage)
        return passage

    def _passage(
        self, raw: str, pieces: Sequence[SourcePiece], page: int, paragraph: int, words: str
    ) -> Passage:
        passage = Passage(len(self.passages), raw, alike(raw), self.at, tuple(pieces), page, paragraph, words)
        self.passages.append(passage)
        self.at += len(raw)
        return passage

    def _table(self, block: SourceTable, index: int) -> None:
        """A table of the file: a passage for each row, and one for each cell that holds a text."""
        title, scale = self._above(index)
        table = ReportTable(title, scale, [], True, [], block, len(self.tables) + 1)
        for row, cells in sorted(block.rows.items()):
            filled = [(column, cell.text) for column, cell in sorted(cells.items()) if tight(cell.text)]
            if filled:
                table.lines.append(self._filled(block, index, row, filled))
                table.scale = table.scale or scale_in(table.lines[-1].passage.text)
        self.tables.append(table)
        self.noted = table
        self._prose_of(table)

    def _filled(self, block: SourceTable, index: int, row: int, filled: list[tuple[int, str]]) -> TableLine:
        raw, pieces, places = "", list[SourcePiece](), list[tuple[int, int, int]]()
        for column, text in filled:
            pieces.append(SourcePiece(len(raw), index, text, row, column))
            places.append((len(raw), len(raw) + len(tight(text)), column))
            raw += tight(text)
        passage = self._passage(raw, pieces, block.page(row), 0, f"{block.place.words}第{row}行")
        passage.row = True
        cells = (
            TableCell(passage.text[start:end], passage, start, end, column, width_of(block, row, column))
            for start, end, column in places
        )
        return TableLine(tuple(cells), passage, row)

    def _prose_of(self, table: ReportTable) -> None:
        """Sentences in cells are read like paragraphs; they stand where the cell stands."""
        for line in table.lines:
            for cell, piece in zip(line.cells, line.passage.pieces, strict=True):
                if len(cell.text) > LONG and re.search(r"[，。；]", cell.text):
                    own = line.passage
                    moved = SourcePiece(0, piece.block, piece.text, piece.row, piece.column)
                    self.passages.append(
                        Passage(
                            len(self.passages),
                            own.raw[cell.start : cell.end],
                            cell.text,
                            own.at + cell.start,
                            (moved,),
                            own.page,
                            0,
                            f"{own.words}（{cell_address(piece.row, piece.column)}）",
                        )
                    )

    def _above(self, index: int) -> tuple[str, Decimal]:
        """The title and the unit in the paragraphs above a table."""
        scale = Decimal(0)
        for block in reversed(self.document.blocks[max(index - _FAR, 0) : index]):
            if isinstance(block, SourceTable):
                break
            text = alike(tight(block.text))
            scale = scale or scale_in(text)
            if is_title(text):
                return as_caption(text), scale
        return "", scale
