"""The rows of a score table's header: where it begins, and how many lines it has."""

from __future__ import annotations

from jixiao.documents.document import SourceTable
from jixiao.frameworks.header_words import header_word, role_of
from jixiao.frameworks.names import weight_of
from jixiao.frameworks.split import awards
from jixiao.frameworks.texts import tidy

DEEPEST = 3  # rows of a header
FEWEST = 3  # columns of a score table, and standards of a column that is known by them
SHORTEST = 10  # characters of a standard that says when points are given
NEEDED = frozenset(["weight", "standard", "target"])  # one of them, beside a level


def header_rows(table: SourceTable, row: int, columns: range) -> range | None:
    """The rows of the header that begins in a row; None if none does."""
    roles = {column: role for column in columns if (role := role_of(table.seen(row, column)))}
    kinds = set(roles.values())
    if "level" not in kinds or len(roles) < FEWEST or not _wordy(table, row):
        return None
    if not kinds & NEEDED and not any(awards_below(table, row, column) for column in roles):
        return None
    last = row
    for below in range(row + 1, row + DEEPEST):
        if not _continues(table, row, below, columns):
            break
        last = below
    return range(row, last + 1)


def _wordy(table: SourceTable, row: int) -> bool:
    """No header cell is a figure, and none a sentence; a figure in brackets may stand below its words."""
    return not any(
        "。" in cell.text or (weight_of(cell.text, cell.number) and not tidy(cell.text).startswith("("))
        for cell in table.rows.get(row, {}).values()
    )


def awards_below(table: SourceTable, row: int, column: int) -> bool:
    """Whether a column holds standards, whatever its header calls it: 评价内容."""
    texts = [cells[column].text for below, cells in table.rows.items() if below > row and column in cells]
    sentences = [text for text in texts if len(text) > SHORTEST]
    return len(sentences) >= FEWEST and sum(map(awards, sentences)) * 2 > len(sentences)


def _continues(table: SourceTable, first: int, row: int, columns: range) -> bool:
    """Whether a row is one more of the header: words of headers are all that it says, if anything."""
    own = {column: cell.text for column, cell in table.rows.get(row, {}).items() if cell.text.strip()}
    covered = [
        merge
        for column in columns
        if (merge := table.merge(first, column)) and row <= merge.bottom < first + DEEPEST
    ]
    if not own:
        return bool(covered)
    known = all(
        role_of(text) or not header_word(text) or (covered and _divides(table, row, column))
        for column, text in own.items()  # what only stands in brackets says nothing
    )
    return _wordy(table, row) and known and (bool(covered) or len(own) > 1)


def _divides(table: SourceTable, row: int, column: int) -> bool:
    """Whether a cell stands below a header over several columns: 名称 and 分值 below 一级指标."""
    merge = table.merge(row - 1, column)
    return merge is not None and merge.right > merge.left and merge.bottom == row - 1
