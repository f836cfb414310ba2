"""Accounts that a text names with their codes, 市场监督管理（2013899）9.45万元, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_CODED = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff、]{4,30})（(?P<code>\d{5}|\d{7})）")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_FEWEST = 3  # accounts that agree with a table, before another one is said to differ


class _Coded(msgspec.Struct, eq=False):
    passage: Passage
    name: str
    code: str
    start: int
    end: int
    figure: StatedFigure | None


def coded_names(context: AuditContext) -> Iterator[Judged]:
    """Names and amounts that differ from a table with which most of the accounts of the text agree."""
    coded = list(_coded_in(context))
    amounts: list[StatedRelation] = []
    for table in context.tables if len(coded) > _FEWEST else ():
        pairs = [(one, table.coded[one.code]) for one in coded if one.code in table.coded]
        alike = [one for one, entry in pairs if one.name == entry.name]
        if len(alike) < max(_FEWEST, len(pairs) // 2):
            continue
        for one, entry in pairs:
            if _is_another(one.name, entry.name) and not _is_somewhere(one.name, context):
                yield _fault(one, entry.name, table)
        amounts += _amounts([one for one, _ in pairs], table)
    right = {one.target for one in amounts if one.outcome() is not Outcome.INCONSISTENT}
    yield from (one for one in amounts if one.target not in right or one.severity is not Severity.WARNING)


def _coded_in(context: AuditContext) -> Iterator[_Coded]:
    for passage in context.text.prose:
        for match in _CODED.finditer(passage.text):
            amount = next(
                (f for f in context.figures.get(passage.number, ()) if f.start == match.end()), None
            )
            usable = amount is not None and amount.measure is Metric.MONEY and amount.role in _ROLES
            yield _Coded(
                passage, match["name"], match["code"], match.start(), match.end(), amount if usable else None
            )


def _is_another(name: str, other: str) -> bool:
    """Whether one is no piece of the other, as of a name that goes on in the next line, but much like it."""
    if name in other or other in name:
        return False
    start = next((n for n, (a, b) in enumerate(zip(name, other, strict=False)) if a != b), 0)
    tail = next((n for n, (a, b) in enumerate(zip(name[::-1], other[::-1], strict=False)) if a != b), 0)
    return tail > 1 and start > 1 and (start + tail) * 2 >= len(other)


def _is_somewhere(name: str, context: AuditContext) -> bool:
    return any(entry.name == name for table in context.tables for entry in table.entries)


def _amounts(coded: list[_Coded], table: EntryTable) -> Iterator[StatedRelation]:
    """The first figure of a row is what the text says; if nearly all are, one with a slip is told."""
    relations = []
    for one in coded:
        cell = next(iter(table.coded[one.code].figures.values()), None)
        if one.figure is not None and cell is not None and table.table.scale:
            relations.append(_relation(one.figure, cell, table))
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    if len(holding) < _FEWEST or len(holding) * 4 < len(relations) * 3:
        return
    yield from holding
    for broken in relations:
        if broken not in holding and any(slip_in(figure, broken) for figure in broken.figures):
            broken.severity = Severity.WARNING
            yield broken


def _relation(figure: StatedFigure, cell: StatedFigure, table: EntryTable) -> StatedRelation:
    of = f"《{table.title or '表'}》中的数"
    return same_figure("ACCOUNT-TABLE", figure, cell, of)


def _fault(one: _Coded, name: str, table: EntryTable) -> WordingFault:
    where = f"《{table.title}》" if table.title else "表"
    return WordingFault(
        "ACCOUNT-NAME",
        AuditKind.NAMING,
        one.passage,
        (one.start, one.start + len(one.name)),
        name,
        f"编码{one.code}这里叫“{one.name}”，{where}里叫“{name}”。",
        "请核对科目编码和名称，改成一致。",
        stated=one.name,
        quoted=(one.start, one.figure.end if one.figure else one.end),
    )
