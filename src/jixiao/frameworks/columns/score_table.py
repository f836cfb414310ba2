"""The columns of a score table, found by the words over them, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.cells_below import CellsBelow, cells_below
from jixiao.frameworks.columns.column_roles import ColumnRoles, column_roles
from jixiao.frameworks.columns.header_rows import NEEDED, column_range, header_rows
from jixiao.frameworks.columns.header_words import explains
from jixiao.frameworks.columns.level_columns import levels_of, name_beside, rank_said
from jixiao.frameworks.columns.point_columns import indicator_levels
from jixiao.frameworks.columns.side_by_side import halves
from jixiao.frameworks.wording.texts import tidy


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
        parts = max((halves(table, each, columns) for each in rows or ()), key=len, default=[])
        found = [head for part in parts if rows and (head := _columns(table, rows, part))]
        yield from found
        row = found[0].last_row + 1 if found else row + 1


# ---------------------------------------------------------------------------------------------------- columns
def _columns(table: SourceTable, rows: range, columns: range) -> ScoreColumns | None:
    found = column_roles(table, rows, columns)
    weights = found.of("weight")
    below = cells_below(table, rows)
    levels = levels_of(found.named("level"), max(weights, default=max(columns)), below)
    if levels and (name := name_beside(found, levels, below, columns)):
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
    targets = roles.get("target", ())  # 绩效目标 in front of the levels is a goal of many rows
    if behind := tuple(column for column in targets if column > min(levels)):
        roles["target"] = behind
    beside = tuple(column for column in found.of("level") if column > min(levels) and column not in levels)
    return roles | {"level": levels, "explanation": (*roles.get("explanation", ()), *beside)}


def _own_weights(heads: Mapping[int, str], levels: tuple[int, ...], below: CellsBelow) -> dict[int, str]:
    """Without 权重设定值 beside 分值: what a template sets for levels has fewer cells than what rows have."""
    if len({rank_said(head) for head in heads.values()} - {None}) == len(heads):
        return dict(heads)  # 二级分值, 三级分值
    behind = [column for column in heads if column > max(levels)]
    most = max((below.count(column) for column in behind), default=0)
    named = below.count(max(levels))  # 权重 of each name, beside 标准分 of each of its bands
    few = [column for column in behind if below.count(column) * 2 <= most and below.count(column) < named]
    set_above = few if len(behind) == 2 else []
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
    ranked = {rank_said(text): level for level, text in levels.items()}
    named = {ranked[rank]: column for column, text in heads.items() if (rank := rank_said(text)) in ranked}
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
    return sorted(heads, key=lambda column: (rank_said(heads[column]) or 0, column))
