"""Amounts in 元 as the entries of a workbook, and the record that reading them would give."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from balanced.chance import CENT
from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.filling import Entry, Filling
from jixiao.model.term import Term
from jixiao.pack.computed import with_computed
from jixiao.pack.declarations import with_declined
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack

PACK = load_pack()
FACTORS = {"元": Decimal(1), "万元": Decimal(10000)}

Amounts = dict[str, Decimal]
Value = Decimal | str | int  # an int is a score, not money
Row = dict[str, Value]
Rows = list[Row]


def entries_of(values: Mapping[str, Value], factor: Decimal) -> Filling:
    """Amounts in 元 as entries in a unit, rounded as an accountant would; texts and scores as they are."""
    return Filling({term: _entry(value, factor) for term, value in values.items()})


def _entry(value: Value, factor: Decimal) -> Entry:
    if isinstance(value, Decimal):
        return (value / factor).quantize(CENT, ROUND_HALF_UP)
    return Decimal(value) if isinstance(value, int) else value


def record_of(filling: Filling, unit: str, pack: Pack = PACK) -> Record:
    """The record that reading the filling's workbook would give, made without a file."""

    def scope(part: Filling, terms: tuple[str, ...], path: tuple[str, ...]) -> Record:
        fields = {name: _fact(pack.vocabulary[name], part.entries.get(name), FACTORS[unit]) for name in terms}
        inner = [group for group in pack.groups.values() if group.path[:-1] == path]
        groups = {
            group.name: tuple(scope(row, group.terms, group.path) for row in part.groups.get(group.name, ()))
            for group in inner
        }
        key = pack.groups[path[-1]].key if path else ""
        return Record(fields, groups, fields[key].text if key else "")

    whole = scope(filling, pack.single_terms, ())
    return with_computed(with_declined(whole, pack.declarations, pack.vocabulary), pack)


def _fact(term: Term, entry: Entry | None, factor: Decimal) -> Fact:
    if entry is None:
        return Fact(term.name, term.label, term.kind, None, state=State.BLANK)
    value = Decimal(str(entry)) if term.kind.numeric else entry
    if term.kind is not Kind.AMOUNT or not isinstance(value, Decimal):
        return Fact(term.name, term.label, term.kind, None, value)
    quantum = factor / 100 if value else Decimal(0)
    return Fact(term.name, term.label, term.kind, None, value * factor, quantum)
