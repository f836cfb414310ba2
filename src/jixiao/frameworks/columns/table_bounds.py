"""How large a sheet and its cells may be where a score table is looked for: what is larger is no table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from jixiao.documents.bounds import too_much
from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, Merge, SourceDocument, SourceTable, cell_address

MOST_ROWS, MOST_COLUMNS = 1_000, 120  # the longest tables that are handed out have two hundred rows
# Of all tables of a document together: sixty projects with a table each have a tenth of it.
MOST_PLACES = 200_000  # rows times columns
MOST_TEXT = 500_000  # characters
MOST_IN_CELL = 5_000  # characters; the longest text that a form asks for has 4,000
MOST_DIGITS = 40  # in a row; the longest number has twenty
# Lengths of standards with their explanations, squared: the longest may take so many looks as they have pairs
# of characters. Three hundred rows of two hundred characters have a tenth of it.
MOST_SOUGHT = 150_000_000
MOST_SEARCHED = 5_000_000  # places that are looked through below headers, for each header anew

_FIGURE = re.compile(rf"[0-9]{{{MOST_DIGITS}}}")

T = TypeVar("T")


def within_bounds(document: SourceDocument) -> tuple[SourceDocument, tuple[str, ...]]:
    """The document without the tables that are too large, and what is said of them.

    Raises UnusableInput for more tables, or more text in them, than anybody hands out.
    """
    kept: list[Block] = []
    told: list[str] = []
    places = written = 0
    for block in document.blocks:
        if isinstance(block, SourceTable) and not _too_large(block):
            places += len(block.rows) * _right(block)
            written += sum(len(cell.text) for row in block.rows.values() for cell in row.values())
        if places > MOST_PLACES or written > MOST_TEXT:
            raise too_much(document.file)
        if isinstance(block, SourceTable) and _too_large(block):
            told.append(f"“{block.place.words}”超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列，不像评分表，没有读")
        else:
            kept.append(_bounded(block, told) if isinstance(block, SourceTable) else block)
    return replace(document, blocks=tuple(kept)), tuple(told)


def bounded(headers: Iterable[T], table: SourceTable, left: list[int], file: str) -> Iterator[T]:
    """The headers of a table; each is paid for from the places that are `left` to be looked through.

    Raises UnusableInput when none are left: rows that all look like headers are no score table.
    """
    for header in headers:
        left[0] -= len(table.rows) * _right(table)
        if left[0] < 0:
            raise too_much(file)
        yield header


def _too_large(table: SourceTable) -> bool:
    return max(table.rows, default=0) > MOST_ROWS or _right(table) > MOST_COLUMNS


def _right(table: SourceTable) -> int:
    return max((max(cells, default=0) for cells in table.rows.values()), default=0)


def _bounded(table: SourceTable, told: list[str]) -> SourceTable:
    """Without what no cell of a score table says, which is told.

    Merged cells reach no further than the bounds: whole columns are merged by a slip.
    """
    rows = {
        row: {column: _read(cell, table, (row, column), told) for column, cell in cells.items()}
        for row, cells in table.rows.items()
    }
    return replace(table, rows=rows, merges=tuple(_merges(table)))


def _read(cell: SourceCell, table: SourceTable, at: tuple[int, int], told: list[str]) -> SourceCell:
    """A cell that is longer than any is left to people, whole: its text is told of and none of it is read."""
    figure = _FIGURE.search(cell.text)
    if len(cell.text) <= MOST_IN_CELL and figure is None:
        return cell
    why = f"{MOST_DIGITS} 位以上的数" if figure else f"{len(cell.text)} 个字"
    told.append(f"“{table.place.words}”{cell_address(*at)}里有{why}，不像评分表，没有读，请对照原表填写")
    return SourceCell(f"（原表此处有{why}，没有读）")


def _merges(table: SourceTable) -> Iterator[Merge]:
    last = max(table.rows, default=0)
    for merge in table.merges:
        if merge.top <= MOST_ROWS and merge.left <= MOST_COLUMNS:
            bottom = merge.bottom if merge.bottom <= MOST_ROWS else max(last, merge.top)
            yield replace(merge, bottom=bottom, right=min(merge.right, MOST_COLUMNS))
