"""Tables that lie on their side: the last column of a row is the total of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_TOTAL = re.compile("(?:合计|总计|总分|小计)(?:（[^）]*）)?$")
_MOST = 3  # rows; a table with more is learnt from its rows
_FEWEST = 3  # columns that are summed


def row_totals(context: AuditContext) -> Iterator[StatedRelation]:
    """The rows of each such table, if at least one of them comes out."""
    for table in context.tables:
        last = table.columns[-1] if table.columns else 0
        if table.whole and len(table.columns) > _FEWEST and _TOTAL.search(table.heads.get(last, "")):
            rows = [entry for entry in table.entries if entry.name and _is_summed(entry, table)]
            relations = [_relation(entry, table) for entry in rows[: _MOST + 1]]
            holding = sum(one.outcome() is not Outcome.INCONSISTENT for one in relations)
            if len(rows) <= _MOST and holding and holding * 2 >= len(relations):
                yield from relations


def _is_summed(entry: TableEntry, table: EntryTable) -> bool:
    full = len(entry.figures) == len(table.columns)
    measures = {figure.measure for figure in entry.figures.values()}
    return full and measures <= {Metric.MONEY} | {Metric.SCORE} and len(measures) == 1 and not _is_rate(entry)


def _is_rate(entry: TableEntry) -> bool:
    return re.search("率|占比|比重|均|单价", entry.name) is not None


def _relation(entry: TableEntry, table: EntryTable) -> StatedRelation:
    *parts, whole = (entry.figures[column] for column in table.columns)
    return sum_of("TABLE-ROW", whole, parts, "同一行其他各栏之和", Directness.EQUAL, note=table.note)
