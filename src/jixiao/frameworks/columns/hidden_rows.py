"""Rows and columns hidden or struck out: left out of a score table, unless only they make it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from msgspec.structs import replace

from jixiao.documents.document import Block, Merge, SourceDocument, SourceTable
from jixiao.frameworks.columns.hidden_columns import hidden_columns, without_hidden_columns
from jixiao.frameworks.wording.texts import shown

FEWEST = 2  # struck cells that take a row back
_LONGEST = 40  # characters of a row that is told


class _Summed(Protocol):
    @property
    def adds_up(self) -> bool: ...


Read = TypeVar("Read", bound=_Summed)


def read_seen(
    document: SourceDocument, read: Callable[[SourceDocument], Read | None]
) -> tuple[Read | None, tuple[str, ...]]:
    """The table that people see, and what is said of the rest of it; all of it where that alone adds up."""
    told = [each for block in document.blocks for each in _left_out(block)]
    if not told:
        return read(document), ()
    seen = read(replace(document, blocks=tuple(map(_seen, document.blocks))))
    if seen is None or not seen.adds_up:
        whole = read(document)
        if whole is not None and (seen is None or whole.adds_up):
            return whole, tuple(f"{each}，算上它合计才相符，已读入，请核对" for each, _ in told)
    return seen, tuple(f"{each}，没有读；要读请先{mend}" for each, mend in told)


def _left_out(block: Block) -> Iterator[tuple[str, str]]:
    """What is left out of a table, and what to do to have it read."""
    yield from ((each, "取消隐藏") for each in (*_hidden(block), *hidden_columns(block)))
    if isinstance(block, SourceTable) and not block.hidden:
        for row in _struck(block):
            yield f"“{block.place.words}”第{row}行划了删除线（{_text(block, row)}）", "去掉删除线"


def _seen(block: Block) -> Block:
    return without_hidden_columns(_without_hidden(block))


def _rows(table: SourceTable) -> list[int]:
    """The hidden rows in which something is written."""
    filled = (row for row in table.rows if row in table.hidden_rows)
    return [row for row in filled if any(cell.text.strip() for cell in table.rows[row].values())]


def _hidden(block: Block) -> Iterator[str]:
    if not isinstance(block, SourceTable) or block.hidden:
        return
    for row in _rows(block):
        yield f"“{block.place.words}”第{row}行是隐藏的（{_text(block, row)}）"


def _text(table: SourceTable, row: int) -> str:
    return " ".join(shown(cell.text) for cell in table.rows[row].values() if cell.text.strip())[:_LONGEST]


def _struck(table: SourceTable) -> list[int]:
    """The rows in which all is struck out but for a level that goes on below them."""
    found = []
    for row, cells in table.rows.items():
        own = {column: cell for column, cell in cells.items() if cell.text.strip()}
        struck = [column for column, cell in own.items() if cell.struck]
        others = (table.merge(row, column) for column in own if column not in struck)
        if len(struck) >= FEWEST and all(merge and merge.bottom > row for merge in others):
            found.append(row)
    return found


def _without_hidden(block: Block) -> Block:
    """What begins in a hidden row and reaches further begins in the next row that is seen."""
    if not isinstance(block, SourceTable) or not (hidden := {*block.hidden_rows, *_struck(block)}):
        return block
    rows = {row: dict(cells) for row, cells in block.rows.items() if row not in hidden}
    merges = []
    for merge in block.merges:
        top = next((row for row in range(merge.top, merge.bottom + 1) if row not in hidden), 0)
        master = block.rows.get(merge.top, {}).get(merge.left)
        if top and master and top != merge.top:
            rows.setdefault(top, {})[merge.left] = replace(master, trouble="")
        merges += [Merge(top, merge.left, merge.bottom, merge.right)] if top else []
    return replace(block, rows=dict(sorted(rows.items())), merges=tuple(merges))
