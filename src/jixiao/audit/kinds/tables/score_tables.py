"""Score tables: points got are no more than could be got, and both columns come to their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.report_table import ReportTable, TableLine
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.tables.score_points import FULL, POINTS, SUBTOTAL, TOTAL, figure_of
from jixiao.model.outcome import Outcome

_GOT = re.compile(r"(?:自评)?(?:得分|评分)(?:（分）)?$")
_FEWEST = 3  # rows of points


class _Row(msgspec.Struct, eq=False):
    full: StatedFigure | None
    got: StatedFigure | None
    total: bool
    sub: bool = False


def score_tables(context: AuditContext) -> Iterator[StatedRelation]:
    """Both kinds of relations of each table that has columns of points."""
    for table in context.text.tables:
        if table.aligned:
            yield from _of_table(list(_rows(table)), table)
    for entries in context.tables:
        if not entries.table.aligned:
            rows = list(_printed_rows(entries)) if entries.whole else []
            yield from _of_table(rows or list(_rows_by_their_ends(entries.table)), entries.table)


def is_of_scores(table: ReportTable) -> bool:
    """Whether a header has a column of full marks with one of points beside it."""
    return any(_has_both_heads(line) for line in table.lines)


def _has_both_heads(line: TableLine) -> bool:
    words = [cell.text for cell in line.cells]
    return any(FULL.search(one) and _GOT.search(other) for one, other in pairwise(words))


def _of_table(rows: list[_Row], table: ReportTable) -> Iterator[StatedRelation]:
    yield from _subtotals(rows, table)
    parts = [row for row in rows if not row.total and not row.sub and row.full and row.got]
    if len(parts) < _FEWEST:
        return
    for row in parts:
        if row.full is not None and row.got is not None and row.got.value > row.full.value:
            yield _relation("SCORE-OVER", row.full, (row.got,), "得分", table, upper=True)
    totals = [row for row in rows if row.total]
    if len(totals) != 1:
        return
    sums = [
        _relation("SCORE-TOTAL", whole, tuple(f for f in own if f is not None), f"各项{name}之和", table)
        for whole, own, name in (
            (totals[0].full, [row.full for row in parts], "分值"),
            (totals[0].got, [row.got for row in parts], "得分"),
        )
        if whole is not None
    ]
    holding = [one for one in sums if one.outcome() is not Outcome.INCONSISTENT]
    for one in sums:
        if holding:
            yield one


def _subtotals(rows: Sequence[_Row], table: ReportTable) -> Iterator[StatedRelation]:
    """小计: what stands above it, from the last one on; only where most of them come out."""
    found: list[StatedRelation] = []
    group: list[_Row] = []
    for row in rows:
        if not row.sub:
            group.append(row)
            continue
        group = _under(row, group)
        for whole, own, name in (
            (row.full, [one.full for one in group], "分值"),
            (row.got, [one.got for one in group], "得分"),
        ):
            parts = tuple(figure for figure in own if figure is not None)
            if whole is not None and parts and len(parts) == len(group):
                one = _relation("SCORE-SUBTOTAL", whole, parts, f"以上{len(parts)}项{name}之和", table)
                one.exact = True
                found.append(one)
        group = []
    broken = [one for one in found if one.outcome() is Outcome.INCONSISTENT]
    if len(broken) * 2 < len(found):
        yield from found


def _under(sub: _Row, group: list[_Row]) -> list[_Row]:
    """Those whose full marks make up those of 产出指标小计; rows of a group without one may come first."""
    full = [row.full.value if row.full else Decimal(0) for row in group]
    starts = [n for n in range(len(group)) if sub.full and sum(full[n:]) == sub.full.value]
    return group[starts[0] :] if starts and all(full[starts[0] :]) else group


def _rows(table: ReportTable) -> Iterator[_Row]:
    """The points of each row, in the columns that the header above it says."""
    full = got = 0
    for line in table.lines:
        heads = {cell.column: cell.text for cell in line.cells}
        fulls = [column for column, text in heads.items() if FULL.search(text)]
        gots = [column for column, text in heads.items() if _GOT.search(text)]
        if fulls and gots:
            full, got = fulls[-1], gots[-1]
        elif full:
            yield _row(line, full, got)


def _printed_rows(table: EntryTable) -> Iterator[_Row]:
    """The points of the rows of a table that is printed as text, below a header with a word for each."""
    fulls = [column for column, head in table.heads.items() if FULL.search(head)]
    gots = [column for column, head in table.heads.items() if _GOT.search(head)]
    if len(fulls) == len(gots) == 1:
        for entry in table.entries:
            full, got = entry.figures.get(fulls[0]), entry.figures.get(gots[0])
            yield _Row(full, got, bool(TOTAL.match(entry.name)), bool(SUBTOTAL.match(entry.name)))


def _rows_by_their_ends(table: ReportTable) -> Iterator[_Row]:
    """… 分值 得分 偏差原因: the last two numbers of each line below such a header, whatever stands before."""
    below = False
    for line in table.lines:
        below = below or _has_both_heads(line)
        points = [cell for cell in line.cells if POINTS.fullmatch(cell.text)]
        if below and len(points) > 1:
            total = any(TOTAL.match(cell.text) for cell in line.cells[:2])
            yield _Row(figure_of(points[-2]), figure_of(points[-1]), total, _is_subtotal(line))


def _row(line: TableLine, full: int, got: int) -> _Row:
    cells = {cell.column: cell for cell in line.cells}
    total = any(TOTAL.match(cell.text) for cell in line.cells[:2])
    return _Row(figure_of(cells.get(full)), figure_of(cells.get(got)), total, _is_subtotal(line))


def _is_subtotal(line: TableLine) -> bool:
    return any(SUBTOTAL.match(cell.text) for cell in line.cells[:3])


def _relation(
    rule: str,
    target: StatedFigure,
    operands: tuple[StatedFigure, ...],
    of: str,
    table: ReportTable,
    *,
    upper: bool = False,
) -> StatedRelation:
    return StatedRelation(
        rule,
        AuditKind.SCORE,
        target,
        operands,
        SignedSum(),
        Directness.EQUAL,
        of,
        upper=upper,
        exact=upper,
        note="得分不能大于分值。" if upper else "",
    )
