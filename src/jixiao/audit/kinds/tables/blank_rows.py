"""Printed tables whose rows lack blank cells: the first figure of a row is the sum of those behind it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric
from jixiao.audit.kinds.tables.score_tables import is_of_scores
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome, Severity

_FEWEST = 4  # rows from which it is learnt
_SHARE = 4  # of which three must hold


def blank_rows(context: AuditContext) -> Iterator[StatedRelation]:
    """The rows of each table that has learnt it from nearly all others, and the columns of its total."""
    for table in context.tables:
        if table.whole or table.table.aligned or not table.table.scale or is_of_scores(table.table):
            continue
        rows = [entry for entry in table.entries if len(entry.figures) > 1 and _is_money(entry)]
        relations = [_relation(row, table) for row in rows]
        holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
        if len(rows) >= _FEWEST and len(holding) * _SHARE >= len(rows) * (_SHARE - 1):
            yield from holding
            for one in relations:
                if one not in holding and any(slip_in(figure, one) for figure in one.figures):
                    yield one


def _is_money(entry: TableEntry) -> bool:
    return all(figure.measure is Metric.MONEY for figure in entry.figures.values())


def _relation(row: TableEntry, table: EntryTable) -> StatedRelation:
    whole, *parts = row.figures.values()
    of = "同一行后面各数之和"
    return sum_of("TABLE-BLANKS", whole, parts, of, Directness.EQUAL, Severity.WARNING, note=table.note)
