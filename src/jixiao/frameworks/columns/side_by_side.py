"""A score table that is printed in two halves beside each other: the same headers twice in a row."""

from __future__ import annotations

from jixiao.documents.document import SourceTable
from jixiao.frameworks.wording.texts import tidy

FEWEST = 3  # headers that repeat


def halves(table: SourceTable, row: int, columns: range) -> list[range]:
    """The columns of each half; all of them where nothing repeats."""
    heads = [(column, tidy(cell.text)) for column, cell in sorted(table.rows.get(row, {}).items())]
    words = [word for _, word in heads]
    size = next((place for place in range(FEWEST, len(words)) if words[place] == words[0]), 0)
    if not size or len(words) % size or words != words[:size] * (len(words) // size):
        return [columns]
    begins = [column for column, _ in heads[::size]]
    ends = [*begins[1:], columns.stop]
    return [range(begin, end) for begin, end in zip(begins, ends, strict=True)]
