"""The columns of a score table, found by the words over them, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.header_words import LONGEST, explains, header_word, role_of
from jixiao.frameworks.names import weight_of
from jixiao.frameworks.split import awards
from jixiao.frameworks.texts import tidy

DEEPEST = 3  # rows of a header
FEWEST = 3  # columns of a score table
_RANKS = "一二三四"  # of 一级指标 and its like
_NEEDED = frozenset(["weight", "standard", "target"])  # one of them, beside a level


class ScoreColumns(msgspec.Struct, frozen=True):
    """Column numbers by role. `levels`: from the highest to the indicator; `weights`: of which level."""

    levels: tuple[int, ...]
    weights: Mapping[int, int]
    roles: Mapping[str, tuple[int, ...]]
    first_row: int
    last_row: int
    percent: bool = False  # weights are headed %
    together: bool = False  # explanation and standard stand in one column

    @property
    def name(self) -> int:
        return self.levels[-1]

    @property
    def telling(self) -> int:
        """How much of a score table it has: a summary or a list of data has less."""
        return len(_NEEDED & self.roles.keys())


def headers_in(table: SourceTable) -> Iterator[ScoreColumns]:
    """The headers of a table, one below the other."""
    columns = column_range(table)
    row, end = min(table.rows, default=1), max(table.rows, default=0)
    while row <= end:
        found = _header_at(table, row, columns)
        if found:
            yield found
        row = found.last_row + 1 if found else row + 1


def column_range(table: SourceTable) -> range:
    """All columns in which something stands."""
    numbers = [column for cells in table.rows.values() for column in cells]
    ends = [merge.right for merge in table.merges]
    return range(min(numbers, default=1), max([*numbers, *ends], default=0) + 1)


# -------------------------------------------------------------------------------------------- rows of headers
def _header_at(table: SourceTable, row: int, columns: range) -> ScoreColumns | None:
    """The header that begins in a row; None if none does."""
    roles = {column: role for column in columns if (role := role_of(table.seen(row, column)))}
    kinds = set(roles.values())
    if "level" not in kinds or len(roles) < FEWEST or not _wordy(table, row):
        return None
    if not kinds & _NEEDED and not any(_awards_below(table, row, column) for column in roles):
        return None
    last = row
    for below in range(row + 1, row + DEEPEST):
        if not _continues(table, row, below, columns):
            break
        last = below
    return _columns(table, range(row, last + 1), columns)


def _wordy(table: SourceTable, row: int) -> bool:
    """No header cell is a figure, and none a sentence; a figure in brackets may stand below its words."""
    return not any(
        "。" in cell.text or (weight_of(cell.text, cell.number) and not tidy(cell.text).startswith("("))
        for cell in table.rows.get(row, {}).values()
    )


def _awards_below(table: SourceTable, row: int, column: int) -> bool:
    """Whether a column holds standards, whatever its header calls it: 评价内容."""
    texts = [cells[column].text for below, cells in table.rows.items() if below > row and column in cells]
    sentences = [text for text in texts if len(text) > LONGEST]
    return len(sentences) >= FEWEST and sum(map(awards, sentences)) * 2 > len(sentences)


def _continues(table: SourceTable, first: int, row: int, columns: range) -> bool:
    """Whether a row is one more of the header: words of headers are all that it says, if anything."""
    own = {column: cell.text for column, cell in table.rows.get(row, {}).items() if cell.text.strip()}
    covered = [merge for column in columns if (merge := table.merge(first, column)) and merge.bottom == row]
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


# ---------------------------------------------------------------------------------------------------- columns
def _columns(table: SourceTable, rows: range, columns: range) -> ScoreColumns | None:
    found: dict[int, tuple[str, str]] = {}
    unnamed: dict[int, int] = {}  # a column of figures under the header of a level
    for column in columns:
        merge = table.merge(rows[-1], column)
        if merge and merge.bottom > rows[-1]:
            continue  # a label that stands beside rows below, too
        if merge and merge.left < column:
            if _figures(table, rows, column):
                unnamed[column] = merge.left
            elif (
                merge.left in found and found[merge.left][0] == "level" and _stands_below(table, rows, column)
            ):
                found[column] = found[merge.left]  # several levels under one header
        elif role_and_text := _role(table, rows, column):
            found[column] = role_and_text
    roles = {
        role: tuple(column for column, (each, _) in found.items() if each == role)
        for role, _ in found.values()
    }
    levels = _levels({column: text for column, (role, text) in found.items() if role == "level"})
    if not levels:
        return None
    beside = tuple(
        c for c, (role, _) in found.items() if role == "level" and c > min(levels) and c not in levels
    )
    roles["explanation"] = (*roles.get("explanation", ()), *beside)  # 考核内容 beside 三级指标
    heads = [text for role, text in found.values() if role == "weight"]
    return ScoreColumns(
        levels,
        _weights({c: found[c][1] for c in roles.get("weight", ())}, {c: found[c][1] for c in levels})
        | {level: column for column, level in unnamed.items() if level in levels},
        roles,
        rows[0],
        rows[-1],
        any("%" in tidy(text) for text in heads),
        any(explains(text) for role, text in found.values() if role == "standard"),
    )


def _role(table: SourceTable, rows: range, column: int) -> tuple[str, str] | None:
    """By the lowest header cell that says something."""
    texts = (table.seen(row, column) for row in reversed(rows))
    return next(((role, text) for text in texts if (role := role_of(text))), None)


def _stands_below(table: SourceTable, rows: range, column: int) -> bool:
    """Whether cells of their own stand below this part of a header."""
    return any(column in cells for row, cells in table.rows.items() if row > rows[-1])


def _figures(table: SourceTable, rows: range, column: int) -> bool:
    """Whether a column holds nothing but figures below its header."""
    cells = [cells[column] for row, cells in table.rows.items() if row > rows[-1] and column in cells]
    return bool(cells) and all(cell.number is not None or tidy(cell.text).isdecimal() for cell in cells)


def _levels(texts: Mapping[int, str]) -> tuple[int, ...]:
    """By the rank in their names, else as they stand; a label in front of ranked ones is none."""
    ranks = {column: _rank(text) for column, text in texts.items()}
    ranked = [column for column, rank in ranks.items() if rank is not None]
    if len(ranked) > 1:
        behind = [column for column in texts if ranks[column] is None and column > min(ranked)]
        named = [] if any(ranks[column] == 2 for column in ranked) else behind[:1]
        return (*sorted(ranked, key=lambda column: ranks[column] or 0), *named)
    return tuple(texts)


def _rank(text: str) -> int | None:
    word = header_word(text)
    return next((_RANKS.index(sign) for sign in word if sign in _RANKS), None)


def _weights(heads: Mapping[int, str], levels: Mapping[int, str]) -> dict[int, int]:
    """Each belongs to the level on its left; a single one, else the last, to the indicators."""
    columns, name = tuple(heads), tuple(levels)[-1]
    if len(columns) < 2:
        return dict(zip((name,), columns, strict=False))
    if len(columns) == len(levels) and min(columns) > max(levels):
        return dict(zip(levels, _by_rank(heads), strict=True))
    weights: dict[int, int] = {}
    for column in columns:
        weights.setdefault(
            max((level for level in levels if level < column), default=next(iter(levels))), column
        )
    if name not in weights:
        last = max(columns)
        weights = {level: column for level, column in weights.items() if column != last} | {name: last}
    return weights


def _by_rank(heads: Mapping[int, str]) -> list[int]:
    """一级权重, 二级权重, 三级权重, in this order; as they stand where they name no rank."""
    return sorted(heads, key=lambda column: (_rank(heads[column]) or 0, column))
