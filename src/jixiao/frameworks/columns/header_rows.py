"""The rows of a score table's header: where it begins, and how many lines it has."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.column_content import awards_below, may_be_header, roles_by_content
from jixiao.frameworks.columns.header_words import header_word, role_of
from jixiao.frameworks.wording.names import weight_of
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words

DEEPEST = 3  # rows of a header
_SOON = 20  # rows below what only looks like a header
FEWEST = 3  # columns of a score table
NEEDED = frozenset(["weight", "standard", "target"])  # one of them, beside a level


def header_rows(table: SourceTable, row: int, columns: range) -> range | None:
    """The rows of the header that begins in a row; None if none does."""
    if not _wordy(table, row) or not _is_headed(table, row, columns):
        return None
    last = row
    for below in range(row + 1, row + DEEPEST):
        if not _continues(table, row, below, columns):
            break
        last = below
    return range(row, last + 1)


def _is_headed(table: SourceTable, row: int, columns: range) -> bool:
    """Whether the words of a row, or what stands below them, make the columns of a score table."""
    if not any(cell.text.strip() for cell in table.rows.get(row, {}).values()):
        return False  # a blank row of the unit's, beside levels that reach down from above
    roles = _roles(table, row, columns)
    kinds = set(roles.values())
    if _is_named(table, row, roles):
        return True
    if len(table.rows.get(row, {})) < FEWEST or not may_be_header(table, row, columns):
        return False
    kinds |= set(roles_by_content(table, row, columns, roles).values())
    alike = {"level", "weight"} <= kinds and bool(kinds & {"standard", "target"})
    return alike and not _named_below(table, row, columns)


def _roles(table: SourceTable, row: int, columns: range) -> dict[int, str]:
    return {column: role for column in columns if (role := role_of(table.seen(row, column)))}


def _is_named(table: SourceTable, row: int, roles: Mapping[int, str]) -> bool:
    """Whether known words stand over levels and what they earn."""
    kinds = set(roles.values())
    cells = {(merge.top, merge.left) if (merge := table.merge(row, c)) else (row, c) for c in roles}
    enough = "level" in kinds and len(roles) >= FEWEST and len(cells) > 1  # no title over all columns
    return enough and (bool(kinds & NEEDED) or any(awards_below(table, row, column) for column in roles))


def _named_below(table: SourceTable, row: int, columns: range) -> bool:
    """Whether a header of known words follows soon: what stands above it are the unit's tasks and amounts."""
    rows = (each for each in table.rows if row < each <= row + _SOON and _wordy(table, each))
    return any(_is_named(table, each, _roles(table, each, columns)) for each in rows)


def _wordy(table: SourceTable, row: int) -> bool:
    """No header cell is a figure, and none a sentence; a figure in brackets may stand below its words."""
    return not any(
        "。" in cell.text or (weight_of(cell.text, cell.number) and not tidy(cell.text).startswith("("))
        for cell in table.rows.get(row, {}).values()
    )


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
        role_of(text) or not header_word(text) or _divides(table, row, column)
        for column, text in own.items()  # what only stands in brackets says nothing
    )
    if any(map(is_slot, own.values())):
        return False
    named = any(map(role_of, own.values()))  # 投入 | 预算编制 below 指标名称 are levels already
    return _wordy(table, row) and known and (bool(covered) or (len(own) > 1 and named))


def is_slot(text: str) -> bool:
    """Whether a cell only numbers an indicator that the unit is to name: 指标1："""
    words = score_table_words()
    return any(pattern.fullmatch(tidy(text)) for pattern in words.patterns(words.rows, "slot_names"))


def _divides(table: SourceTable, row: int, column: int) -> bool:
    """Whether a cell stands below a header over several columns: 名称 and 分值 below 一级指标."""
    merge = table.merge(row - 1, column)
    return merge is not None and merge.right > merge.left and merge.bottom == row - 1


def column_range(table: SourceTable) -> range:
    """All columns in which something stands."""
    numbers = [column for cells in table.rows.values() for column in cells]
    ends = [merge.right for merge in table.merges]
    return range(min(numbers, default=1), max([*numbers, *ends], default=0) + 1)
