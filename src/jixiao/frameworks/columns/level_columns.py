"""Which columns below a header hold the levels and the names: by what stands over them, and what repeats."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.frameworks.columns.cells_below import CellsBelow
from jixiao.frameworks.columns.column_roles import ColumnRoles
from jixiao.frameworks.columns.header_words import header_word

_RANKS = "一二三四"  # of 一级指标 and its like


def levels_of(texts: Mapping[int, str], weight: int, below: CellsBelow) -> tuple[int, ...]:
    """By the rank in their names, else as they stand; a label in front of ranked ones is none.

    Of unranked ones, what stands behind the weight only tells of the indicator: 指标内容. Where one stands in
    front, those behind with fewer cells are levels: 考核指标 | 分值 | 指标类别; 评价内容 tells of them.
    """
    ranks = {column: rank_said(text) for column, text in texts.items()}
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
        return in_front or _deepest_last(tuple(texts), below)
    name = in_front[0]
    most = below.count(name)
    others = [c for c in texts if c == name or below.count(c) > most or "内容" not in header_word(texts[c])]
    fewer = [column for column in others if below.count(column) < most]
    return (*fewer, name) if fewer else tuple(others)


def _tells_of(level: int, column: int, texts: Mapping[int, str], below: CellsBelow) -> bool:
    """二级指标 | 评价内容, a cell of each beside the other: what is looked at, and no further names."""
    return "内容" in header_word(texts[column]) and below.distinct(level) >= below.count(column) - 1 > 0


def _deepest_last(columns: tuple[int, ...], below: CellsBelow) -> tuple[int, ...]:
    """指标名称 | 所属类别: the one whose texts repeat least has the names."""
    return tuple(sorted(columns, key=lambda column: column == _most_distinct(columns, below)))


def _most_distinct(columns: tuple[int, ...], below: CellsBelow) -> int:
    return max(columns, key=lambda column: (below.distinct(column), column))


def rank_said(text: str) -> int | None:
    """0 for 一级指标, 2 for 三级指标; None for a header that says no rank."""
    word = header_word(text)
    return next((_RANKS.index(sign) for sign in word if sign in _RANKS), None)


def name_beside(found: ColumnRoles, levels: tuple[int, ...], below: CellsBelow, columns: range) -> int | None:
    """环节 | 考评事项 | 分值; 考核内容 | 权重 | 考核要点 | 标准分: names, where levels are fewer or repeat.

    It is a column of different short texts in front of the weights, whatever stands over it.
    """
    weights, level = found.of("weight"), levels[-1]
    if not weights or below.distinct(level) >= below.count(weights[-1]):
        return None
    if len(levels) > 1 and ((rank_said(found.head(level)) or 0) > 1 or _has_weights(level, weights, below)):
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
