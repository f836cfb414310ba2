"""Score tables whose indicators stand side by side, a column each, turned upright: rows become columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, Merge, SourceDocument, SourceParagraph, SourceTable
from jixiao.frameworks.columns.score_table import headers_in

_WANTED = frozenset(["weight", "level"])
_SCORED = frozenset(["standard", "target"])
Rows = Mapping[int, Mapping[int, SourceCell]]


def upright(document: SourceDocument) -> SourceDocument:
    """The document with such tables turned; the lines above and below them are paragraphs."""
    blocks = (each for block in document.blocks for each in _turned(block))
    return replace(document, blocks=tuple(blocks))


def _turned(block: Block) -> Iterator[Block]:
    if not isinstance(block, SourceTable) or len(block.rows) < 2 or next(headers_in(block), None):
        yield block
        return
    inside = [row for row, cells in block.rows.items() if len(cells) > 1]
    first, last = min(inside, default=0), max(inside, default=0)
    turned = _transposed(block, first, last)
    header = next(headers_in(turned), None)
    roles = header.roles.keys() if header else frozenset()
    if not (roles >= _WANTED and roles & _SCORED):
        yield block
        return
    yield from _lines(block, (row for row in block.rows if row < first))
    yield turned
    yield from _lines(block, (row for row in block.rows if row > last))


def _transposed(table: SourceTable, first: int, last: int) -> SourceTable:
    rows: dict[int, dict[int, SourceCell]] = {}
    for row, cells in table.rows.items():
        for column, cell in cells.items() if first <= row <= last else ():
            rows.setdefault(column, {})[row] = cell
    merges = (each for each in table.merges if first <= each.top <= last)
    turned = tuple(Merge(each.left, each.top, each.right, each.bottom) for each in merges)
    return replace(table, rows=rows, merges=turned, pages={})


def _lines(table: SourceTable, rows: Iterator[int]) -> Iterator[SourceParagraph]:
    for row in sorted(rows):
        yield from (SourceParagraph(cell.text, table.place) for cell in table.rows[row].values())
