"""The block of amounts above the indicators of a self-evaluation form: the row of the execution."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.header_rows import column_range
from jixiao.frameworks.columns.header_words import header_word, role_of
from jixiao.frameworks.columns.score_table import ScoreColumns
from jixiao.frameworks.wording.names import Weight, printed_name, weight_of
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words

_LABELLED = re.compile(r"(?:分值|权重|满分)[:(]?(\d+(?:\.\d+)?)分?\)?")
_TOTALS = ("合计", "总计", "总额")
_PART = "其中"
_FORMULA = re.compile(r"=?[A-Z][÷/][A-Z]$")  # 执行率B/A


class ExecutionRow(msgspec.Struct, frozen=True):
    """The row that carries the points. `opening`: the form divides by the opening budget; `vague`: it may."""

    weight: Weight
    opening: bool
    row: int
    vague: bool = False


def execution_in(table: SourceTable, first: int, last: int) -> ExecutionRow | None:
    """The execution row of a money block between two rows; None if there is none."""
    header = next((row for row in range(first, last + 1) if _is_money_header(table, row)), None)
    if header is None:
        return None
    columns = column_range(table)
    weights = [column for column in columns if role_of(table.seen(header, column)) == "weight"]
    whole_year, opening = (
        any(_says(table, header, column, kind) for column in columns) for kind in ("whole_year", "opening")
    )
    kind = (opening and not whole_year, not (opening or whole_year))
    weighed = {row: weight for row in range(header + 1, last + 1) if (weight := _weight(table, row, weights))}
    total = next((row for by in (_is_total, _may_be_total) for row in weighed if by(table, row)), None)
    if total is not None:
        return ExecutionRow(weighed[total], kind[0], total, kind[1])
    bare = _weight(table, header + 1, weights) if header < last and _is_bare(table, header + 1) else None
    if bare:
        return ExecutionRow(bare, kind[0], header + 1, kind[1])
    beside = _beside(table, header) or _labelled(table, header)
    return ExecutionRow(beside, kind[0], header, kind[1]) if beside else None


def block_above(tables: Sequence[SourceTable], columns: ScoreColumns) -> ExecutionRow | None:
    """The block that stands in a table of its own above the form; tables with standards have a row for it."""
    if "standard" in columns.roles or "target" not in columns.roles:
        return None
    blocks = (execution_in(table, min(table.rows), max(table.rows)) for table in tables if table.rows)
    return next((block for block in blocks if block), None)


def _is_money_header(table: SourceTable, row: int) -> bool:
    cells = [header_word(cell.text) for cell in table.rows.get(row, {}).values()]
    words = score_table_words().money
    rates = [cell for cell in cells if _FORMULA.sub("", cell) in words.rate]
    executed = any(word in cell for cell in cells for word in words.executed if cell not in rates)
    budgeted = any(word in cell for cell in cells for word in (*words.whole_year, *words.opening))
    weighed = any(role_of(cell) == "weight" for cell in cells)
    return executed and (bool(rates) or (budgeted and weighed))


def _says(table: SourceTable, row: int, column: int, kind: str) -> bool:
    words = getattr(score_table_words().money, kind)
    return any(word in tidy(table.seen(row, column)) for word in words)


def _is_total(table: SourceTable, row: int) -> bool:
    words = score_table_words().money.total_rows
    return any(header_word(cell.text) in words for cell in table.rows.get(row, {}).values())


def _may_be_total(table: SourceTable, row: int) -> bool:
    """“部门预算支出合计”, by its last word."""
    labels = [header_word(cell.text) for cell in table.rows.get(row, {}).values()]
    return any(label.endswith(_TOTALS) and not label.startswith(_PART) for label in labels)


def _is_bare(table: SourceTable, row: int) -> bool:
    """Whether a row holds figures only: the one row of amounts of a form that has no others."""
    cells = [cell for cell in table.rows.get(row, {}).values() if cell.text.strip()]
    return bool(cells) and all(weight_of(cell.text, cell.number) for cell in cells)


def _weight(table: SourceTable, row: int, columns: list[int]) -> Weight | None:
    for column in columns:
        merge = table.merge(row, column)
        top, left = (merge.top, merge.left) if merge else (row, column)
        cell = table.rows.get(top, {}).get(left)
        if cell and (weight := weight_of(cell.text, cell.number)):
            return weight
    return None


def _beside(table: SourceTable, header: int) -> Weight | None:
    """“预算执行情况（10分）” in front of the block."""
    names = (printed_name(table.seen(header, column)) for column in column_range(table))
    return next((name.weight for name in names if name.weight), None)


def _labelled(table: SourceTable, header: int) -> Weight | None:
    """“执行率 | 98% | 权重 | 10”, “分值10”: a block that is one row of labels, each before its figure."""
    texts = [tidy(cell.text) for _, cell in sorted(table.rows.get(header, {}).items()) if cell.text.strip()]
    inside = (_LABELLED.fullmatch(text) for text in texts)
    behind = (weight_of(text, None) for label, text in pairwise(texts) if role_of(label) == "weight")
    found = [Weight(Decimal(match[1])) for match in inside if match]
    return next((weight for weight in (*found, *behind) if weight), None)
