"""The columns of a score table, found by the words over them, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.cells_below import CellsBelow, cells_below
from jixiao.frameworks.column_roles import ColumnRoles, column_roles
from jixiao.frameworks.header_rows import NEEDED, column_range, header_rows
from jixiao.frameworks.header_words import explains, header_word
from jixiao.frameworks.point_columns import indicator_levels
from jixiao.frameworks.side_by_side import halves
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
    weights_again: tuple[int, ...] = ()  # columns that print the weights of the indicators once more
    weights_above: tuple[int, ...] = ()  # columns of what a template sets for levels
    no_level: str = ""  # why the last level is read as points, where its header does not say so

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


# ---------------------------------------------------------------------------------------------------- columns
def _columns(table: SourceTable, rows: range, columns: range) -> ScoreColumns | None:
    found = column_roles(table, rows, columns)
    weights = found.of("weight")
    below = cells_below(table, rows)
    levels = _levels(found.named("level"), max(weights, default=max(columns)), below)
    if levels and (name := _name_beside(found, levels, below, columns)):
        levels = (*levels, name)
    if len(levels) == 1:  # 目标 | 指标: what the rows have in common, no target of theirs
        shared = (c for c in found.of("target") if c < levels[0] and below.count(c) < below.count(levels[0]))
        levels = (*shared, *levels)
    if not levels:
        return None
    levels, no_level = indicator_levels(table, rows, levels, weights)
    heads = found.named("weight")
    own = _weights(_own_weights(heads, levels, below), {column: found.head(column) for column in levels})
    again = _weights_again(heads, own, levels, below)
    unnamed = {level: column for column, level in found.unnamed.items() if level in levels}
    standards = found.named("standard").values()
    return ScoreColumns(
        levels,
        own | unnamed,
        _roles(found, levels),
        rows[0],
        rows[-1],
        any("%" in tidy(text) for text in heads.values()),
        any(explains(text) for text in standards),
        columns,
        found.grades,
        found.points,
        again,
        tuple(column for column in heads if column not in (*own.values(), *again)),
        no_level,
    )


def _roles(found: ColumnRoles, levels: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """考核内容 beside 三级指标 explains it."""
    kinds = dict.fromkeys(each.role for each in found.roles.values())
    roles = {role: tuple(c for c in found.of(role) if c not in levels) for role in kinds if role != "level"}
    beside = tuple(column for column in found.of("level") if column > min(levels) and column not in levels)
    return roles | {"level": levels, "explanation": (*roles.get("explanation", ()), *beside)}


def _name_beside(
    found: ColumnRoles, levels: tuple[int, ...], below: CellsBelow, columns: range
) -> int | None:
    """环节 | 考评事项 | 分值; 考核内容 | 权重 | 考核要点 | 标准分: names, where levels are fewer or repeat.

    It is a column of different short texts in front of the weights, whatever stands over it.
    """
    weights, level = found.of("weight"), levels[-1]
    if not weights or below.distinct(level) >= below.count(weights[-1]):
        return None
    if len(levels) > 1 and ((_rank(found.head(level)) or 0) > 1 or _has_weights(level, weights, below)):
        return None  # 三级指标, and 要点 beside it
    unknown = [c for c in columns if c not in found.roles and c not in found.unnamed]
    between = [c for c in sorted((*unknown, *found.of("explanation"))) if level < c < weights[-1]]
    wanted = below.count(weights[-1]) - 1  # the total has a weight, and no name
    few = below.distinct(level) * 2 <= wanted
    enough = wanted * 3 // 4 if few else wanted  # 人员管理 merged down over two weights has parts
    return next((c for c in between if below.names(c) and below.distinct(c) >= enough), None)


def _has_weights(level: int, weights: tuple[int, ...], below: CellsBelow) -> bool:
    """Whether some column has as many weights as there are names, and perhaps a total."""
    return any(0 <= below.count(column) - below.count(level) <= 1 for column in weights)


def _levels(texts: Mapping[int, str], weight: int, below: CellsBelow) -> tuple[int, ...]:
    """By the rank in their names, else as they stand; a label in front of ranked ones is none.

    Of unranked ones, what stands behind the weight only tells of the indicator: 指标内容. Where one stands in
    front, those behind with fewer cells are levels: 考核指标 | 分值 | 指标类别; 评价内容 tells of them.
    """
    ranks = {column: _rank(text) for column, text in texts.items()}
    ranked = [column for column, rank in ranks.items() if rank is not None]
    if len(ranked) > 1:
        behind = [column for column in texts if ranks[column] is None and column > min(ranked)]
        deepest = max(ranked, key=lambda column: ranks[column] or 0)
        tells = [column for column in behind if _tells_of(deepest, column, texts, below)]
        named = [] if ranks[deepest] == 2 else [column for column in behind if column not in tells][:1]
        return (*sorted(ranked, key=lambda column: ranks[column] or 0), *named)
    in_front = tuple(column for column in texts if column < weight)
    while len(in_front) > 1 and _tells_of(in_front[-2], in_front[-1], texts, below):
        in_front = in_front[:-1]  # 考核项目 | 考核内容及要求
    if len(in_front) > 1 or not in_front:
        return in_front or tuple(texts)
    name = in_front[0]
    most = below.count(name)
    others = [c for c in texts if c == name or below.count(c) > most or "内容" not in header_word(texts[c])]
    fewer = [column for column in others if below.count(column) < most]
    return (*fewer, name) if fewer else tuple(others)


def _tells_of(level: int, column: int, texts: Mapping[int, str], below: CellsBelow) -> bool:
    """二级指标 | 评价内容, a cell of each beside the other: what is looked at, and no further names."""
    return "内容" in header_word(texts[column]) and below.distinct(level) >= below.count(column) - 1 > 0


def _rank(text: str) -> int | None:
    word = header_word(text)
    return next((_RANKS.index(sign) for sign in word if sign in _RANKS), None)


def _own_weights(heads: Mapping[int, str], levels: tuple[int, ...], below: CellsBelow) -> dict[int, str]:
    """Without 权重设定值 beside 分值: what a template sets for levels has fewer cells than what rows have."""
    if len({_rank(head) for head in heads.values()} - {None}) == len(heads):
        return dict(heads)  # 二级分值, 三级分值
    behind = [column for column in heads if column > max(levels)]
    most = max((below.count(column) for column in behind), default=0)
    set_above = [column for column in behind if len(behind) == 2 and below.count(column) * 2 <= most]
    return {column: head for column, head in heads.items() if column not in set_above}


def _weights_again(
    heads: Mapping[int, str], own: Mapping[int, int], levels: tuple[int, ...], below: CellsBelow
) -> tuple[int, ...]:
    """指标权重(%) beside 标准分值: a column of weights that nobody owns, with as many cells as rows have."""
    taken = own.get(levels[-1])
    others = [column for column in heads if column not in own.values() and column > max(levels)]
    wanted = below.count(taken) if taken is not None else 0
    return tuple(column for column in others if wanted and below.count(column) * 10 >= wanted * 9)


def _weights(heads: Mapping[int, str], levels: Mapping[int, str]) -> dict[int, int]:
    """Each belongs to the level on its left; a single one, else the last, to the indicators."""
    columns, name = tuple(heads), tuple(levels)[-1]
    if len(columns) < 2:
        return dict(zip((name,), columns, strict=False))
    ranked = {_rank(text): level for level, text in levels.items()}
    named = {ranked[rank]: column for column, text in heads.items() if (rank := _rank(text)) in ranked}
    if None not in ranked and name in named and len(named) == len(columns):
        return named
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
