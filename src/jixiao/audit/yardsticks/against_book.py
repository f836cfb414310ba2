"""A filled workbook as a yardstick: what its cells say of the quantities that reports speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName, Yardstick
from jixiao.audit.yardsticks.quantity_names import QuantityWords, quantity_words
from jixiao.audit.yardsticks.scores_of_book import scores_of_book
from jixiao.inspection import Inspection
from jixiao.model.fact import Fact, Kind, Record

_MEASURES = {Kind.AMOUNT: Metric.MONEY, Kind.COUNT: Metric.COUNT}
_BEHIND = re.compile(r"（(?P<column>[^（）]*(?:（[^（）]*）)?)）$")
_COLUMNS = (
    (Moment.PRIOR, re.compile(r"上年(?:决算)?数")),
    (Moment.INITIAL, re.compile(r"年初预算数")),
    (Moment.FULL, re.compile(r"全年预算数(?:（A）)?")),
    (Moment.BUDGET, re.compile(r"(?:本年)?预算数")),
    (Moment.CURRENT, re.compile(r"本年数|(?:本年)?决算数|本年支出数|全年执行数(?:（B）)?|合计")),
)
_SUMS = re.compile(r"^(?:总计|合计)")


def yardstick_of_book(inspection: Inspection) -> Yardstick:
    """What a workbook says, for a report about the same year."""
    record, form = inspection.record, inspection.pack.form
    year = record.fields[form.year]
    words = quantity_words()
    figures = tuple(_known(record, words))
    names = [fact.text for term in words.units if (fact := record.fields.get(term)) is not None]
    return Yardstick(
        AuditKind.BOOK,
        inspection.source.path.name,
        "工作簿",
        int(year.number) if year.filled else 0,
        figures,
        next(iter(names), ""),
        scores_of_book(inspection, words.scores),
        next(iter(names), ""),
    )


def _known(record: Record, words: QuantityWords) -> Iterator[KnownFigure]:
    for fact in record.fields.values():
        yield from _of_fact(fact, words)
    for rows in record.groups.values():
        for row in rows:
            yield from _of_row(row, words)
            yield from _known(Record(groups=row.groups), words)
            for fact in row.fields.values() if row.groups else ():  # a block of its own, no row of a table
                yield from _of_fact(fact, words)


def _of_fact(fact: Fact, words: QuantityWords) -> Iterator[KnownFigure]:
    """By what reports call its term, or else by its label."""
    if not fact.filled or fact.kind not in _MEASURES:
        return
    told = words.told_terms.get(fact.term, [])
    scope = words.scope_of_cell(fact.term, fact.label)
    for one in told:
        for name in one.names if not one.bare or fact.number > 0 else ():
            yield replace(_figure(fact, QuantityName(name, scope), one.moment, one.units), bare=one.bare)
    if fact.kind is not Kind.AMOUNT:
        return
    label, moment = _label(fact.label)
    name = words.name_of(label, scope=scope)
    if told and moment is Moment.BUDGET:
        moment = told[0].moment  # a budget of the year, and it is known which
    if name and moment and not _SUMS.match(label):
        yield _figure(fact, QuantityName(name, scope), moment)


def _label(label: str) -> tuple[str, Moment | None]:
    """The name of a row, and of which time its column is; None for a column that says neither."""
    behind = _BEHIND.search(label)
    if behind is None:
        return label, Moment.CURRENT
    for moment, pattern in _COLUMNS:
        if pattern.fullmatch(behind["column"]):
            return label[: behind.start()], moment
    return label, None


def _of_row(row: Record, words: QuantityWords) -> Iterator[KnownFigure]:
    """The row of a table, by the name that stands in it."""
    names = [fact.text for fact in row.fields.values() if fact.kind is Kind.TEXT and fact.filled]
    for fact in row.fields.values():
        if fact.term not in words.rows or not fact.filled or not names:
            continue
        scope = words.scope_of_cell(fact.term, fact.label)
        if name := words.name_of(names[0], scope=scope):
            yield replace(_figure(fact, QuantityName(name, scope), Moment.CURRENT), row=not scope)


def _figure(fact: Fact, of: QuantityName, moment: Moment, units: tuple[str, ...] = ()) -> KnownFigure:
    where = str(fact.place) if fact.place else fact.term
    group = fact.place.sheet if fact.place else ""
    return KnownFigure(of, moment, _MEASURES[fact.kind], fact.number, fact.quantum, where, group, units)
