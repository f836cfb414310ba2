"""A foreign document as the import reads it: sheets of cells that know where they stand in their file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import (
    Block,
    Merge,
    SourceDocument,
    SourceParagraph,
    SourceTable,
    cell_address,
)
from jixiao.documents.merge_index import MergeIndex
from jixiao.importing.hidden_columns import rows_seen


@dataclass(frozen=True)
class Piece:
    """A block of the document, and the rows that it takes in a sheet."""

    first: int
    last: int
    block: Block


@dataclass(frozen=True)
class SourceSheet:
    """A worksheet, or all that a document holds: `pieces` below each other.

    `rows`: row -> column -> filled cell; both count from 1.
    """

    file: str
    name: str
    rows: Mapping[int, Mapping[int, SourceCell]]
    pieces: tuple[Piece, ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    def part(self, left: int, right: int, among: Iterable[int]) -> SourceSheet:
        """The columns from `left` up to, but without, `right`, of some rows; cells keep their places."""
        rows = {
            row: {column: cell for column, cell in self.rows[row].items() if left <= column < right}
            for row in among
        }
        return replace(self, rows={row: cells for row, cells in rows.items() if cells})

    @property
    def place(self) -> tuple[str, str]:
        """File and sheet, the same for all parts of it."""
        return self.file, self.name

    def is_text(self, row: int) -> bool:
        """Whether a row is a paragraph outside of all tables."""
        return isinstance(self._piece(row).block, SourceParagraph)

    def texts_above(self, row: int) -> Iterator[str]:
        """The paragraphs between a table and the one above it, from below."""
        while row > 1 and isinstance(block := self._piece(row - 1).block, SourceParagraph):
            row -= 1
            yield block.text

    def filled(self, first: int, last: int) -> list[int]:
        """The rows between these, both with them, in which something stands, from top to bottom."""
        return self._order[bisect_left(self._order, first) : bisect_right(self._order, last)]

    def begun(self, first: int, last: int) -> tuple[Piece, ...]:
        """The pieces that begin between these rows, both with them."""
        return self.pieces[
            bisect_left(self.pieces, first, key=_first) : bisect_right(self.pieces, last, key=_first)
        ]

    @cached_property
    def _order(self) -> list[int]:
        return sorted(self.rows)

    @cached_property
    def _index(self) -> MergeIndex:
        return MergeIndex(self.merges)

    def where(self, row: int, column: int) -> tuple[str, str]:
        """Worksheet, table or paragraph in which a cell stands, and its address there."""
        piece = self._piece(row)
        if isinstance(piece.block, SourceParagraph):
            return piece.block.place.words, ""
        return piece.block.place.words, cell_address(row - piece.first + 1, column)

    def _piece(self, row: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, row, key=_first) - 1]

    def seen(self, row: int, column: int) -> str:
        """The text that stands at a place, also where a merged cell covers it."""
        cell = self.rows.get(row, {}).get(column)
        if cell is not None:
            return cell.text
        merge = self._index.at(row, column) if self.merges else None
        master = self.rows.get(merge.top, {}).get(merge.left) if merge else None
        return master.text if master else ""


def _first(piece: Piece) -> int:
    return piece.first


def sheets_of(document: SourceDocument) -> Iterator[SourceSheet]:
    """Each worksheet by itself; of a document without worksheets everything in one."""
    apart: list[tuple[Block, ...]] = [(table,) for table in document.tables if table.place.sheet]
    for blocks in apart or [document.blocks]:
        yield _below_each_other(document.file, blocks)


def _below_each_other(file: str, blocks: tuple[Block, ...]) -> SourceSheet:
    """One sheet of all blocks; a paragraph is a row with one cell."""
    rows: dict[int, Mapping[int, SourceCell]] = {}
    merges: list[Merge] = []
    pieces: list[Piece] = []
    for block in blocks:
        above = pieces[-1].last if pieces else 0
        if isinstance(block, SourceParagraph):
            rows[above + 1] = {1: SourceCell(block.text)}
            pieces.append(Piece(above + 1, above + 1, block))
            continue
        rows |= {above + row: cells for row, cells in rows_seen(block).items()}
        merges += [Merge(above + m.top, m.left, above + m.bottom, m.right) for m in block.merges]
        pieces.append(Piece(above + 1, above + max(block.rows, default=1), block))
    name = blocks[0].place.sheet if blocks else ""
    hidden = any(isinstance(block, SourceTable) and block.hidden for block in blocks)
    return SourceSheet(file, name or PurePath(file).stem, rows, tuple(pieces), tuple(merges), hidden)
