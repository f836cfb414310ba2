"""How large a sheet may be in which a score table is looked for: what is larger is data, or hostile."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from jixiao.documents.document import Block, Merge, SourceDocument, SourceTable

MOST_ROWS, MOST_COLUMNS = 1_000, 120  # the longest tables that are handed out have two hundred rows


def within_bounds(document: SourceDocument) -> tuple[SourceDocument, tuple[str, ...]]:
    """The document without the tables that are too large, and what is said of them."""
    kept: list[Block] = []
    told: list[str] = []
    for block in document.blocks:
        if isinstance(block, SourceTable) and _too_large(block):
            told.append(f"“{block.place.words}”超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列，不像评分表，没有读")
        else:
            kept.append(_cut(block) if isinstance(block, SourceTable) else block)
    return replace(document, blocks=tuple(kept)), tuple(told)


def _too_large(table: SourceTable) -> bool:
    return max(table.rows, default=0) > MOST_ROWS or _right(table) > MOST_COLUMNS


def _right(table: SourceTable) -> int:
    return max((max(cells, default=0) for cells in table.rows.values()), default=0)


def _cut(table: SourceTable) -> SourceTable:
    """Merged cells reach no further than the bounds: whole columns are merged by a slip."""
    return replace(table, merges=tuple(_merges(table)))


def _merges(table: SourceTable) -> Iterator[Merge]:
    last = max(table.rows, default=0)
    for merge in table.merges:
        if merge.top <= MOST_ROWS and merge.left <= MOST_COLUMNS:
            bottom = merge.bottom if merge.bottom <= MOST_ROWS else max(last, merge.top)
            yield replace(merge, bottom=bottom, right=min(merge.right, MOST_COLUMNS))
