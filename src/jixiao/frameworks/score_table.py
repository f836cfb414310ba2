"""The columns of a score table, found by the words over them, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.header_rows import NEEDED, awards_below, header_rows
from jixiao.frameworks.header_words import explains, header_word, role_of
from jixiao.frameworks.side_by_side import halves
from jixiao.frameworks.standard_columns import gives_points, grade_columns
from jixiao.frameworks.texts import tidy

_RANKS = "一二三四"  # of 一级指标 and its like


class ScoreColumns(msgspec.Struct, frozen=True):
    """Column numbers by role. `levels`: from the highest to the indicator; `weights`: of which level."""

    levels: tuple[int, ...]
    weights: Mapping[int, int]
    roles: Mapping[str, tuple[int, ...]]
    first_row: int
    last_row: int
    percent: bool = False  # weights are headed %
    together: bool = False  # explanation and standard stand in one column
    columns: range = range(0)  # the part of the table that the header stands over
    grades: Mapping[int, str] = {}  # columns of the standard below 优, 良, 中, 差
    points: tuple[int, ...] = ()  # columns of the standard that only hold the points of what is beside them

    @property
    def name(self) -> int:
        return self.levels[-1]

    @property
    def telling(self) -> int:
        """How much of a score table it has: a summary or a list of data has less."""
        return len(NEEDED & self.roles.keys())


def headers_in(table: SourceTable) -> Iterator[ScoreColumns]:
    """The headers of a table, one below the other; of one in two halves, the left one first."""
    columns = column_range(table)
    row, end = min(table.rows, default=1), max(table.rows, default=0)
    while row <= end:
        rows = header_rows(table, row, columns)
        parts = halves(table, row, columns) if rows else []
        found = [head for part in parts if rows and (head := _columns(table, rows, part))]
        yield from found
        row = found[0].last_row + 1 if found else row + 1


def column_range(table: SourceTable) -> range:
    """All columns in which something stands."""
    numbers = [column for cells in table.rows.values() for column in cells]
    ends = [merge.right for merge in table.merges]
    return range(min(numbers, default=1), max([*numbers, *ends], default=0) + 1)


# ---------------------------------------------------------------------------------------------------- columns
def _columns(table: SourceTable, rows: range, columns: range) -> ScoreColumns | None:
    found: dict[int, tuple[str, str]] = {}
    unnamed: dict[int, int] = {}  # a column of figures under the header of a level
    points: tuple[int, ...] = ()
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
        elif gives_points(table, rows, column):
            found[column], points = ("standard", ""), (*points, column)
        elif role_and_text := _role(table, rows, column):
            found[column] = role_and_text
    grades = grade_columns(table, rows, columns)
    found |= {column: ("standard", "") for column in grades}
    kinds = {role for role, _ in found.values()}
    if not kinds & {"standard", "target"}:
        unknown = (column for column in columns if column not in found)
        found |= {column: ("standard", "") for column in unknown if awards_below(table, rows[-1], column)}
    roles = {
        role: tuple(column for column, (each, _) in found.items() if each == role)
        for role, _ in found.values()
    }
    named = {column: text for column, (role, text) in found.items() if role == "level"}
    levels = _levels(named, max(roles.get("weight", ()), default=max(columns)))
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
        columns,
        grades,
        points,
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


def _levels(texts: Mapping[int, str], weight: int) -> tuple[int, ...]:
    """By the rank in their names, else as they stand; a label in front of ranked ones is none.

    Of unranked ones, what stands behind the weight only tells of the indicator: 指标内容.
    """
    ranks = {column: _rank(text) for column, text in texts.items()}
    ranked = [column for column, rank in ranks.items() if rank is not None]
    if len(ranked) > 1:
        behind = [column for column in texts if ranks[column] is None and column > min(ranked)]
        named = [] if any(ranks[column] == 2 for column in ranked) else behind[:1]
        return (*sorted(ranked, key=lambda column: ranks[column] or 0), *named)
    in_front = tuple(column for column in texts if column < weight)
    return in_front if len(in_front) > 1 else tuple(texts)


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
