"""项目支出共4个，合计910.00万元，具体如下： before a table: one of the totals of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable
from jixiao.model.outcome import Outcome, Severity

_INTRODUCED = re.compile(r"(?:如下|见下表|如下表|见表\d*|如下所示|如下表所示|明细表)[^，。；]{0,6}[：:。]?$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_NEAR = 4  # passages between a sentence and its table
_TELLING = 3  # digits


def introduced_tables(context: AuditContext) -> Iterator[StatedRelation]:
    """Each amount of such a sentence that is none of the totals, if a slip makes it one."""
    tables = [(table.table.lines[0].passage.number, table) for table in context.tables if table.table.lines]
    for sentence in context.sentences:
        if not _INTRODUCED.search(sentence.text) or not sentence.figures:
            continue
        number = sentence.passage.number
        near = [table for first, table in tables if 0 < first - number <= _NEAR]
        totals = _totals(near[0]) if near else []
        money = [f for f in sentence.figures if f.measure is Metric.MONEY and f.role in _ROLES]
        if totals and money:
            yield from _judged(money[-1], totals, sentence)


def _totals(table: EntryTable) -> list[StatedFigure]:
    total = table.total() if table.whole else None
    cells = total.figures.items() if total else ()
    return [_scaled(cell, table.heads.get(column, ""), table) for column, cell in cells if _is_money(cell)]


def _is_money(cell: StatedFigure) -> bool:
    return cell.measure is Metric.MONEY


def _scaled(cell: StatedFigure, head: str, table: EntryTable) -> StatedFigure:
    """In the unit of its head, 支出金额（万元）, where the table has none."""
    if cell.scale > 1 or table.table.scale or "万元" not in head:
        return cell
    scale = Decimal(10**4)
    return msgspec.structs.replace(
        cell, value=cell.value * scale, step=cell.step * scale, scale=scale, unit="万元"
    )


def _judged(said: StatedFigure, totals: list[StatedFigure], sentence: Sentence) -> Iterator[StatedRelation]:
    relations = [_relation(said, total) for total in totals]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    if holding:
        yield holding[0]
        return
    likely = [one for one in relations if slip_in(said, one)]
    if len(likely) == 1 and len(str(int(said.value / (said.step or 1)))) >= _TELLING:
        yield likely[0]


def _relation(said: StatedFigure, total: StatedFigure) -> StatedRelation:
    of = "下表的合计"
    return same_figure("TABLE-INTRODUCED", said, total, of, Severity.WARNING)
