"""One source of money in the text against its row: 市级资金支出214.37万元, 市级配套资金 in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.audit.tables.entries import EntryTable
from jixiao.model.outcome import Outcome, Severity

_SOURCE = r"(?P<source>中央|省级|市级|区级|县级|县（市、区）级|自治区|自筹)"
_SAID = re.compile(
    rf"{_SOURCE}[^，。；]{{0,6}}资金(?:实际|累计)?(?P<what>支出|到位|下达|安排|预算|使用|支付)(?:数|金额)?(?:为|共|：)*$"
)
_ROW = re.compile(_SOURCE)
_HEADS = {
    "使用": "支出|使用|支付",
    "支付": "支出|使用|支付",
    "支出": "支出|使用|支付",
    "下达": "下达|到位",
    "安排": "安排|预算",
}
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_FEWEST = 2  # sources in a table that is about them


def source_rows(context: AuditContext) -> Iterator[StatedRelation]:
    """Each such amount with the one cell of its source and its column; told if a slip explains the gap."""
    tables = [table for table in context.tables if table.table.scale and len(_rows(table)) >= _FEWEST]
    for sentence in context.sentences if tables else ():
        for figure in sentence.figures:
            said = _SAID.search(figure.words) if figure.measure is Metric.MONEY else None
            if said is None or figure.role not in _ROLES or figure.year not in (0, context.year):
                continue
            cells = [cell for table in tables for cell in _cells(table, said)]
            if len({cell.value for cell in cells}) == 1:
                relation = _relation(figure, cells[0])
                holds = relation.outcome() is not Outcome.INCONSISTENT
                if holds or cells[0].value in set(variants(figure)):
                    yield relation


def _rows(table: EntryTable) -> dict[str, dict[int, StatedFigure]]:
    """Source -> the figures of its row; of a source with more than one row nothing."""
    found: dict[str, dict[int, StatedFigure]] = {}
    twice = set[str]()
    for entry in table.entries:
        if match := _ROW.match(entry.name):
            twice |= {match["source"]} & found.keys()
            found[match["source"]] = entry.figures
    return {source: figures for source, figures in found.items() if source not in twice}


def _cells(table: EntryTable, said: re.Match[str]) -> list[StatedFigure]:
    figures = _rows(table).get(said["source"], {})
    wanted = re.compile(_HEADS.get(said["what"], said["what"]))
    return [
        cell for column, cell in figures.items()
        if wanted.search(head := table.heads.get(column, "")) and not re.search("率|比|占", head)
    ]  # fmt: skip


def _relation(figure: StatedFigure, cell: StatedFigure) -> StatedRelation:
    of = "表中该项资金的数"
    return same_figure("SOURCE-TABLE", figure, cell, of, Severity.WARNING)
