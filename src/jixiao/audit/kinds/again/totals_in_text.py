"""涉及楼栋416栋、居民17560户: beside other totals of a table one that is its total but for a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable
from jixiao.model.outcome import Severity

_UNIT = re.compile(r"（(?P<unit>[^（）]{1,4})）$")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_TELLING = 4  # digits
_FEW = 2  # other totals of the table in the sentence
_ENOUGH = 3  # digits of both together


def totals_in_text(context: AuditContext) -> Iterator[StatedRelation]:
    """Each count whose sentence has at least two other totals of the table, and whose own column adds up."""
    for table in context.tables:
        totals = _totals(table)
        if len(totals) <= _FEW:
            continue
        for sentence in context.sentences:
            yield from _judged(sentence, totals, table)


def _totals(table: EntryTable) -> dict[str, list[tuple[str, StatedFigure]]]:
    """Unit -> head and cell of the row of totals, of the columns that add up to it."""
    total = table.total() if table.whole else None
    found: dict[str, list[tuple[str, StatedFigure]]] = {}
    rows = [entry for entry in table.entries if entry is not total and entry.figures]
    for column, cell in total.figures.items() if total else ():
        unit = _UNIT.search(table.heads.get(column, ""))
        if unit and cell.value == sum(row.value(column) for row in rows):
            found.setdefault(unit["unit"], []).append((table.heads[column], cell))
    return found


def _judged(
    sentence: Sentence, totals: dict[str, list[tuple[str, StatedFigure]]], table: EntryTable
) -> Iterator[StatedRelation]:
    own = [f for f in sentence.figures if f.measure in (Metric.COUNT, Metric.MONEY) and f.role in _ROLES]
    held = [f for f in own if any(_digits(f) == _digits(cell) for _, cell in totals.get(f.unit, ()))]
    if len(held) < _FEW or sum(len(_digits(f)) for f in held) < _ENOUGH:
        return
    for figure in own:
        cells = totals.get(figure.unit, [])
        if figure in held or figure.measure is not Metric.COUNT or len(cells) != 1:
            continue
        relation = same_figure(
            "TOTAL-TABLE", figure, cells[0][1], f"《{table.title or '表'}》的合计", Severity.WARNING
        )
        if len(_digits(figure)) >= _TELLING and slip_in(figure, relation):
            yield relation


def _digits(figure: StatedFigure) -> str:
    return re.sub(r"[^\d.]", "", figure.written)
