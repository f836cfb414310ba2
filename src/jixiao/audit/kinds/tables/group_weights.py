"""Weights of a level against its members: 过程 20 above 预算执行 10, 财务管理 8, 资产管理 7 are 25."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.report_table import ReportTable, TableLine
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.score_points import FULL, SUBTOTAL, TOTAL, figure_of
from jixiao.model.outcome import Outcome

_FEWEST = 2  # groups
_MOST_BROKEN = 3  # one of so many


def group_weights(context: AuditContext) -> Iterator[StatedRelation]:
    """Each level of each table with a column of weights for two levels, where most of them come out."""
    for table in context.text.tables:
        columns, rows = _below_header(table)
        for upper, lower in pairwise(columns):
            found = [_relation(*group, table) for group in _groups(rows, upper, lower)]
            broken = [one for one in found if one.outcome() is Outcome.INCONSISTENT]
            if len(found) >= _FEWEST and len(broken) * _MOST_BROKEN <= len(found):
                yield from found


def _below_header(table: ReportTable) -> tuple[list[int], list[TableLine]]:
    """The columns of weights, and the lines below the header as far as the row of totals."""
    for number, line in enumerate(table.lines):
        columns = [cell.column for cell in line.cells if FULL.search(cell.text)]
        if len(columns) > 1 and table.aligned:
            rows = table.lines[number + 1 :]
            end = next((n for n, row in enumerate(rows) if TOTAL.match(row.cells[0].text)), len(rows))
            return columns, [row for row in rows[:end] if not _is_subtotal(row)]
    return [], []


def _is_subtotal(line: TableLine) -> bool:
    return any(SUBTOTAL.match(cell.text) for cell in line.cells[:3])


def _groups(
    rows: list[TableLine], upper: int, lower: int
) -> Iterator[tuple[StatedFigure, list[StatedFigure]]]:
    """A weight of the upper level with those of the lower one beside and below it, as far as the next."""
    groups: list[tuple[StatedFigure, list[StatedFigure]]] = []
    for row in rows:
        cells = {cell.column: cell for cell in row.cells}
        if whole := figure_of(cells.get(upper)):
            groups.append((whole, []))
        part = figure_of(cells.get(lower))
        if part is None and not cells.get(lower):
            continue  # a member of a member
        if part is None or not groups:
            return
        groups[-1][1].append(part)
    if any(len(parts) > 1 for _, parts in groups) and all(parts for _, parts in groups):
        yield from groups


def _relation(whole: StatedFigure, parts: list[StatedFigure], table: ReportTable) -> StatedRelation:
    return StatedRelation(
        "SCORE-GROUP", AuditKind.SCORE, whole, tuple(parts), SignedSum(), Directness.EQUAL,
        f"所属{len(parts)}项权重之和", exact=True,
    )  # fmt: skip
