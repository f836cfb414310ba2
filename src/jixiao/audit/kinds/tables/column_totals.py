"""Totals of tables without codes: projects, units, sources of money, indicators listed below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import is_like_a_slip
from jixiao.audit.tables.column_measures import is_of
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_SUMMED = (Metric.MONEY, Metric.COUNT, Metric.SCORE)
_MEANS = re.compile("均|单价|标准|率|比|每")
_FEWEST = 2  # rows above a total
_INNER = re.compile(r"其中|小计|^（|^\(|^[一二三四五六七八九十]{1,3}、|含|^\d+[.、]\d")


def column_totals(context: AuditContext) -> Iterator[StatedRelation]:
    """The columns of each plain list that do not come to its total, if others do or a slip explains it."""
    for table in context.tables:
        if table.whole and not any(len(code) >= 3 for code in table.coded):
            yield from _of_table(table)


def _of_table(table: EntryTable) -> Iterator[StatedRelation]:
    total = table.total()
    rows = [entry for entry in table.entries if entry is not total and entry.figures and entry.side == 0]
    if total is None or len(rows) < _FEWEST or any(_INNER.search(row.name) or row.is_total for row in rows):
        return
    if total.number not in (table.entries[0].number, table.entries[-1].number):
        rows = [row for row in rows if row.number < total.number]
        if len(rows) < _FEWEST:
            return
    summed = [column for column in total.figures if not _MEANS.search(table.heads.get(column, ""))]
    relations = [one for column in summed if (one := _sum(total, rows, column, table)) is not None]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    whole = all(set(row.figures) == set(total.figures) for row in rows)
    for relation in relations:
        near = (holding and _is_near(relation)) or (whole and _is_very_near(relation))
        if relation in holding or near or is_like_a_slip(relation):
            yield relation


def _is_near(relation: StatedRelation) -> bool:
    """Whether the sum is not so far off that the column holds something else, such as means."""
    computed = relation.computed()
    return computed is not None and abs(computed.value - relation.target.value) < abs(relation.target.value)


def _is_very_near(relation: StatedRelation) -> bool:
    """Whether three rows or more nearly come to their total."""
    computed = relation.computed()
    gap = abs(computed.value - relation.target.value) if computed else None
    return gap is not None and len(relation.operands) > _FEWEST and 5 * gap < abs(relation.target.value)


def _sum(
    total: TableEntry, rows: Sequence[TableEntry], column: int, table: EntryTable
) -> StatedRelation | None:
    parts: list[StatedFigure] = [row.figures[column] for row in rows if column in row.figures]
    whole = total.figures[column]
    if len(parts) < _FEWEST or not (is_of((whole, *parts), whole.measure) and is_of([whole], *_SUMMED)):
        return None
    if 3 * len(parts) < 2 * len(rows):  # cells that stand in other columns than they seem to
        return None
    of = f"以上{len(rows)}行之和"
    return sum_of("TABLE-TOTAL", whole, parts, of, Directness.EQUAL, note=table.note)
