"""Changes against what a table has of last year: 运行维护费28.50万元，比上年减少1.50万元, there 27万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.kinds.changes.compared_with import currents_of, priors_of
from jixiao.audit.kinds.changes.turned_words import turned
from jixiao.audit.relations.formulas import GrowthOfTwo, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable
from jixiao.model.outcome import Outcome, Severity

_EARLIER = re.compile(r"上年|去年|(?:19|20)\d\d年")
_DRESS = re.compile(
    r"^其中：|^[一二三四五六七八九十\d]+[、.．]|[“”]|(?:支出|收入)?(?:决算|预算)?(?:数|金额|总额)?$"
)
_SHORTEST = 3  # letters of a name


def table_changes(context: AuditContext) -> Iterator[Judged]:
    """Each change whose figure and the one before it stand in a table, and no earlier one in the text."""
    known = list(_pairs(context))
    for sentence in context.sentences if known else ():
        for compared in compared_in(sentence):
            said = compared.first.words
            against_last = _EARLIER.search(said) and not re.search(
                rf"(?!{context.year - 1})(?:19|20)\d\d年", said
            )
            if against_last and not list(priors_of(compared, context)):
                yield from _judged(compared, known, context)


def _judged(
    compared: ComparedFigures, known: list[tuple[str, StatedFigure, StatedFigure]], context: AuditContext
) -> Iterator[Judged]:
    for current in list(currents_of(compared, context))[:1]:
        name = _key(current.label)
        pairs = [
            (cell, prior)
            for label, cell, prior in known
            if len(name) >= _SHORTEST
            and label == name
            and cell.quantity.meets(current.quantity)
            and prior.value
        ]
        if len({prior.value for _, prior in pairs}) != 1:
            continue
        for one in _relations(compared, current, pairs[0][1]):
            word = turned(one, compared)
            if word or one.outcome() is not Outcome.INCONSISTENT or slip_in(one.target, one):
                yield word or one


def _relations(
    compared: ComparedFigures, current: StatedFigure, prior: StatedFigure
) -> Iterator[StatedRelation]:
    sign, amount, rate = compared.direction, compared.amount, compared.rate
    of = f"{current.written}与表中上年数{prior.written}之差"
    if amount is not None and amount.value > 0 and amount.fits(current):
        yield _relation("CHANGE-AMOUNT", amount, (current, prior), SignedSum((sign, -sign)), of)
    elif rate is not None and rate.value > 0:
        yield _relation("CHANGE-RATE", rate, (current, prior), GrowthOfTwo(sign), f"{of}除以后者")


def _relation(
    rule: str,
    target: StatedFigure,
    operands: tuple[StatedFigure, ...],
    formula: SignedSum | GrowthOfTwo,
    of: str,
) -> StatedRelation:
    return StatedRelation(
        rule, AuditKind.CHANGE, target, operands, formula, Directness.RATE, of, Severity.WARNING
    )


def _key(name: str) -> str:
    return _DRESS.sub("", name)


def _pairs(context: AuditContext) -> Iterator[tuple[str, StatedFigure, StatedFigure]]:
    """(name, figure of the report's year, the one of the year before), whichever way a table lies."""
    if not context.year:
        return
    for table in context.tables:
        if table.whole and table.table.scale:
            yield from _by_columns(table, context.year)
            yield from _by_rows(table, context.year)


def _by_columns(table: EntryTable, year: int) -> Iterator[tuple[str, StatedFigure, StatedFigure]]:
    """名称 2023年 2022年: of a row with two sides each with its own columns."""
    for entry in table.entries:
        own = [column for column in entry.figures if _is_of(table.heads.get(column, ""), year)]
        last = [column for column in entry.figures if _is_of(table.heads.get(column, ""), year - 1)]
        if len(own) == len(last) == 1:
            yield from _pair(_key(entry.name), entry.figures[own[0]], entry.figures[last[0]])


def _by_rows(table: EntryTable, year: int) -> Iterator[tuple[str, StatedFigure, StatedFigure]]:
    """年度 A B C / 2022年 … / 2023年 …"""
    rows = {entry.name: entry for entry in table.entries if entry.figures}
    own, last = ([entry for name, entry in rows.items() if _is_of(name, one)] for one in (year, year - 1))
    if len(own) == len(last) == 1:
        for column, figure in own[0].figures.items():
            if column in last[0].figures:
                yield from _pair(_key(table.heads.get(column, "")), figure, last[0].figures[column])


def _pair(
    name: str, own: StatedFigure, last: StatedFigure
) -> Iterator[tuple[str, StatedFigure, StatedFigure]]:
    if own.measure is last.measure is Metric.MONEY and own.role is FigureRole.PLAIN:
        yield name, own, last


def _is_of(said: str, year: int) -> bool:
    """2023年, 2023年度决算数; nothing that names another kind of figure."""
    return (
        re.fullmatch(rf"(?:收入|支出)?{year}年度?(?:决算|预算|执行|支出|收入)?(?:数|金额)?", said) is not None
    )
