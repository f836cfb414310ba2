"""Columns of means: 人均支出 is the amount of the row over its count, in most rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric
from jixiao.audit.relations.formulas import Quotient
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_MEAN = re.compile("均|单价|单位(?:面积)?(?:成本|造价|投资)|每[亩户人平公吨]")
_FEWEST = 3  # rows that must bear it out
_UNITS = ((1, 1), (10**4, 1), (1, 10**4))  # an amount in 万元, its mean in 元; of 万亩
_SIZE = re.compile(r"（万?(?:亩|公顷|平方米|㎡|公里|千米|米|吨|公斤|立方米|户|人|人次)）$|[面产]积$")


def column_means(context: AuditContext) -> Iterator[StatedRelation]:
    """The rows whose mean is not what amount and count of the row come to."""
    for table in context.tables:
        for column in table.columns if table.whole else ():
            if _MEAN.search(table.heads.get(column, "")):
                yield from _best(column, table)


def _best(mean: int, table: EntryTable) -> Sequence[StatedRelation]:
    rows = [entry for entry in table.entries if mean in entry.figures]
    money = [c for c in table.columns if c != mean and _is_of(rows, c, Metric.MONEY)]
    counts = [c for c in table.columns if c != mean and _is_counted(rows, c, table)]
    money = [c for c in money if c not in counts]
    best: list[StatedRelation] = []
    for amount, count, unit in product(money, counts, _UNITS):
        found = [_relation(entry, (mean, amount, count), unit, table) for entry in rows]
        holding = sum(one.outcome() in (Outcome.PASSED, Outcome.ROUNDING) for one in found)
        if holding >= _FEWEST and holding * 3 >= len(found) * 2:
            best = found
    return best


def _is_counted(rows: Sequence[TableEntry], column: int, table: EntryTable) -> bool:
    """Whether a column counts, or says how large something is: 建设面积（亩）."""
    size = _SIZE.search(table.heads.get(column, "")) and _is_of(rows, column, Metric.MONEY)
    return bool(size) or _is_of(rows, column, Metric.COUNT)


def _is_of(rows: Sequence[TableEntry], column: int, measure: Metric) -> bool:
    return all(column in row.figures and row.figures[column].measure is measure for row in rows)


def _relation(
    entry: TableEntry, columns: tuple[int, int, int], unit: tuple[int, int], table: EntryTable
) -> StatedRelation:
    target, amount, count = (entry.figures[column] for column in columns)
    of = f"{amount.written}÷{count.written}"
    return StatedRelation(
        "TABLE-MEAN",
        AuditKind.RATIO,
        target,
        (amount, count),
        Quotient(times=unit[0] * int(count.scale or 1), unit=unit[1]),
        Directness.EQUAL,
        of,
        note=table.note,
    )
