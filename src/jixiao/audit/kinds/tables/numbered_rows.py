"""Rows that are numbered below another one: 1、业务专项, 2、运行专项 come to 项目支出 in each column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_NUMBER = re.compile(r"(?:（(\d{1,2})）|(\d{1,2})[、.．])(?=[\u4e00-\u9fff“])")
_FEWEST = 2


def numbered_rows(context: AuditContext) -> Iterator[StatedRelation]:
    """Where all columns but one hold, and at least two do."""
    for table in context.tables:
        rows = [entry for entry in table.entries if entry.side == 0] if table.whole else []
        for place, whole in enumerate(rows):
            parts = _below(rows[place + 1 :])
            if len(parts) >= _FEWEST and not _NUMBER.match(whole.name) and not whole.is_total:
                relations = list(_columns(whole, parts, table))
                broken = [one for one in relations if one.outcome() is Outcome.INCONSISTENT]
                if len(relations) - len(broken) >= _FEWEST and len(broken) <= 1:
                    yield from relations


def _below(rows: Sequence[TableEntry]) -> list[TableEntry]:
    """1、…, 2、…, 3、… up to the first row that goes on otherwise; rows of 其中 below them are left out."""
    found: list[TableEntry] = []
    for row in rows:
        match = _NUMBER.match(row.name)
        if match is None and found and re.match("其中|其他车辆", row.name):
            continue
        if match is None or int(match[1] or match[2]) != len(found) + 1:
            break
        found.append(row)
    return found


def _columns(whole: TableEntry, parts: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    for column, figure in whole.figures.items():
        summed = figure.measure in (Metric.MONEY, Metric.COUNT) and figure.value
        if summed and all(column in part.figures for part in parts):
            of = f"下列{len(parts)}项之和"
            cells = [part.figures[column] for part in parts]
            yield sum_of("TABLE-NUMBERED", figure, cells, of, Directness.EQUAL, note=table.note)
