"""Columns of a worksheet that are hidden: old weights and scores, which nobody sees and nobody means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, Merge, SourceTable
from jixiao.frameworks.wording.texts import shown
from jixiao.workbook.file.cells import column_letters

_LONGEST = 40  # characters of a column that are told


def hidden_columns(block: Block) -> Iterator[str]:
    """Each hidden column of a table in which something is written, with its first texts."""
    if not isinstance(block, SourceTable) or block.hidden:
        return
    for column in sorted(block.hidden_columns & {each for cells in block.rows.values() for each in cells}):
        texts = (shown(cells[column].text) for cells in block.rows.values() if column in cells)
        if said := " ".join(text for text in texts if text):
            yield f"“{block.place.words}”{column_letters(column)}列是隐藏的（{said[:_LONGEST]}）"


def without_hidden_columns(block: Block) -> Block:
    """What begins in a hidden column and reaches further begins in the next column that is seen."""
    if not isinstance(block, SourceTable) or not block.hidden_columns:
        return block
    hidden = block.hidden_columns
    rows = {row: _outside(cells, hidden) for row, cells in block.rows.items()}
    merges = []
    for merge in block.merges:
        left = next((each for each in range(merge.left, merge.right + 1) if each not in hidden), 0)
        master = block.rows.get(merge.top, {}).get(merge.left)
        if left and master and left != merge.left:
            rows.setdefault(merge.top, {})[left] = master
        merges += [Merge(merge.top, left, merge.bottom, merge.right)] if left else []
    kept = {row: dict(sorted(cells.items())) for row, cells in sorted(rows.items()) if cells}
    return replace(block, rows=kept, merges=tuple(merges))


def _outside(cells: Mapping[int, SourceCell], hidden: frozenset[int]) -> dict[int, SourceCell]:
    return {column: cell for column, cell in cells.items() if column not in hidden}
