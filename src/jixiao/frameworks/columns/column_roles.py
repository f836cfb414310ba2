"""What each column below a header holds: by the words over it, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.cells_below import CellsBelow, cells_below
from jixiao.frameworks.columns.column_content import holds_texts, roles_by_content
from jixiao.frameworks.columns.header_words import heads_bands, role_of
from jixiao.frameworks.columns.standard_columns import gives_points, grade_columns, steps_beside
from jixiao.frameworks.wording.texts import tidy

_OPENING = "年初"
_CODE = re.compile(r"[A-Z]?\d{0,3}(?:[-.]\d{1,3})*|\(?[一二三四五六七八九十]{1,3}\)?|\(\d{1,2}\)")


class ColumnRole(msgspec.Struct, frozen=True):
    role: str
    head: str  # what stands over it


class ColumnRoles(msgspec.Struct, frozen=True):
    """`unnamed`: columns of figures under the header of a level -> that level.

    `grades`, `points`: columns of the standard, below 优 and its like, and with nothing but points.
    """

    roles: Mapping[int, ColumnRole]
    unnamed: Mapping[int, int]
    grades: Mapping[int, str]
    points: tuple[int, ...]

    def head(self, column: int) -> str:
        """What stands over a column, if that told its role."""
        return self.roles[column].head if column in self.roles else ""

    def of(self, role: str) -> tuple[int, ...]:
        return tuple(column for column, each in self.roles.items() if each.role == role)

    def named(self, role: str) -> dict[int, str]:
        return {column: self.roles[column].head for column in self.of(role)}


def column_roles(table: SourceTable, rows: range, columns: range) -> ColumnRoles:
    """The roles of the columns that a header stands over."""
    below = cells_below(table, rows)
    grades = grade_columns(table, rows, columns)
    found: dict[int, ColumnRole] = {}
    unnamed: dict[int, int] = {}
    points: list[int] = []
    only = _only_weight(table, rows, columns)
    for column in columns:
        merge = table.merge(rows[-1], column)
        if merge and merge.bottom > rows[-1]:
            continue  # a label that stands beside rows below, too
        if column in grades:
            found[column] = ColumnRole("standard", grades[column])
        elif merge and merge.left < column:
            if _figures(table, rows, column):
                unnamed[column] = merge.left
            elif merge.left in found and found[merge.left].role == "level" and below.count(column):
                found[column] = found[merge.left]  # several levels under one header
        elif gives_points(table, rows, column) and column != only:
            found[column] = ColumnRole("standard", "")
            points.append(column)
        elif role := _role(table, rows, column):
            found[column] = (
                ColumnRole("number", role.head) if _coded(role, below.texts.get(column, ())) else role
            )
    for column in (*_beside_weights(table, rows, found), *_of_bands(found)):
        found.pop(column, None)
    known = {column: each.role for column, each in found.items()}
    if not points and not grades and (steps := steps_beside(table, rows[-1], known, columns)):
        found |= {column: ColumnRole("standard", table.seen(rows[-1], column)) for column in steps}
        points.append(steps[1])
    found |= _by_content(table, rows, columns, found)
    found |= _former_targets(found)
    found |= _explaining(found, below, (*grades, *points))
    found |= _defining(found, below)
    return ColumnRoles(dict(sorted(found.items())), unnamed, grades, tuple(points))


def _coded(role: ColumnRole, below: tuple[str, ...]) -> bool:
    """Whether nothing but A1, （一） or 2.1 stands there, which number the names beside them."""
    texts = [tidy(text) for text in below] if role.role == "level" else []
    return bool(texts) and all(map(_CODE.fullmatch, texts)) and not all(map(str.isdecimal, texts))


def _only_weight(table: SourceTable, rows: range, columns: range) -> int:
    """分值 | 具体标准 below 评价标准: the column of weights, if there is no other; else 0."""
    weights = [c for c in columns if any(role_of(table.seen(row, c)) == "weight" for row in rows)]
    return weights[0] if len(weights) == 1 else 0


def _role(table: SourceTable, rows: range, column: int) -> ColumnRole | None:
    """By the lowest header cell that says something."""
    heads = [table.seen(row, column) for row in reversed(rows)]
    texts = dict.fromkeys(text for text in heads if text.strip())
    known = [ColumnRole(role, text) for text in texts if (role := role_of(text))]
    found = next(iter(known), None)
    if [each.role for each in known] == ["level", "weight"]:  # 一级 | 二级 | 三级 below 权重
        return ColumnRole("weight", f"{known[0].head}{known[1].head}")
    says_more = found and found.role == "score" and holds_texts(table, rows[-1], column)
    return None if says_more else found


def _beside_weights(table: SourceTable, rows: range, found: Mapping[int, ColumnRole]) -> list[int]:
    """标准分 | 加权系数 below 分值构成: what only the common header calls a weight is none."""
    lowest = {c: table.seen(rows[-1], c) for c, each in found.items() if each.role == "weight"}
    own = {column for column, text in lowest.items() if role_of(text) == "weight"}
    others = (column for column, text in lowest.items() if text.strip() and not role_of(text))
    tops = {column: table.merge(rows[0], column) for column in lowest}
    return [c for c in others if tops[c] and any(tops[c] == tops[each] for each in own)]


def _of_bands(found: Mapping[int, ColumnRole]) -> list[int]:
    """权重 | 评分档次 | 档次分值: beside a column of weights, what a band of each gives."""
    weights = {column: each.head for column, each in found.items() if each.role == "weight"}
    banded = [column for column, head in weights.items() if heads_bands(head)]
    return banded if len(banded) < len(weights) else []


def _by_content(
    table: SourceTable, rows: range, columns: range, found: Mapping[int, ColumnRole]
) -> dict[int, ColumnRole]:
    """Where no header names a standard, weights or levels: the columns that hold some."""
    known = {column: each.role for column, each in found.items()}
    guessed = roles_by_content(table, rows[-1], columns, known)
    return {column: ColumnRole(role, table.seen(rows[-1], column)) for column, role in guessed.items()}


def _explaining(
    found: Mapping[int, ColumnRole], below: CellsBelow, others: tuple[int, ...]
) -> dict[int, ColumnRole]:
    """评价标准 | 计分办法: of two, the one that gives no points says what is looked at; figures: scores."""
    standards = [c for c, each in found.items() if each.role == "standard" and c not in others]
    awarding = [column for column in standards if below.awarding(column)]
    silent = [column for column in standards if column not in awarding and below.count(column)]
    kinds = {column: "score" if below.figures(column) else "explanation" for column in silent}
    return {c: ColumnRole(kind, found[c].head) for c, kind in kinds.items()} if awarding else {}


def _former_targets(found: Mapping[int, ColumnRole]) -> dict[int, ColumnRole]:
    """年初指标值 | 年度指标值（调整后）: what counts is what it was changed to."""
    targets = [column for column, each in found.items() if each.role == "target"]
    former = [column for column in targets if _OPENING in found[column].head]
    return {c: ColumnRole("former", found[c].head) for c in former if len(former) < len(targets)}


def _defining(found: Mapping[int, ColumnRole], below: CellsBelow) -> dict[int, ColumnRole]:
    """备注 that hold formulas explain the indicators."""
    remarks = [column for column, each in found.items() if each.role == "reason"]
    return {c: ColumnRole("explanation", found[c].head) for c in remarks if below.defining(c)}


def _figures(table: SourceTable, rows: range, column: int) -> bool:
    """Whether a column holds nothing but figures below its header."""
    cells = [cells[column] for row, cells in table.rows.items() if row > rows[-1] and column in cells]
    return bool(cells) and all(cell.number is not None or tidy(cell.text).isdecimal() for cell in cells)
