"""The example of a check -> a record in which the check can be run."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.term import Group
from jixiao.pack.pack import Pack

Given = Mapping[str, str | list[str]]


def record_of_example(given: Given, pack: Pack, factor: Decimal) -> Record:
    """Terms that are not given are blank. Amounts are in the unit of `factor` 元, with two decimals.

    Columns are lists, all of a table's having as many rows as the longest; a block is one instance.
    """
    return _record(pack.single_terms, (), given, pack, factor)


def _record(
    terms: tuple[str, ...], path: tuple[str, ...], given: Given, pack: Pack, factor: Decimal, row: int = 0
) -> Record:
    fields = {term: _fact(term, _at(given.get(term), row), pack, factor) for term in terms}
    groups = {
        group.name: tuple(
            _record(group.terms, group.path, given, pack, factor, number)
            for number in range(_length(group, given, pack))
        )
        for group in pack.groups.values()
        if group.path[:-1] == path
    }
    return Record(fields, groups)


def _length(group: Group, given: Given, pack: Pack) -> int:
    if group.repeat:
        return int(any(pack.vocabulary[term].path[: len(group.path)] == group.path for term in given))
    return max((len(given[term]) for term in group.terms if term in given), default=0)


def _at(value: str | list[str] | None, row: int) -> str:
    if isinstance(value, list):
        return value[row] if row < len(value) else ""
    return value or ""


def _fact(name: str, text: str, pack: Pack, factor: Decimal) -> Fact:
    term = pack.vocabulary[name]
    if not text:
        return Fact(name, term.label, term.kind, None, state=State.BLANK)
    if not term.kind.numeric:
        return Fact(name, term.label, term.kind, None, text)
    if term.kind is Kind.AMOUNT:
        quantum = factor / 100 if Decimal(text) else Decimal(0)
        return Fact(name, term.label, term.kind, None, Decimal(text) * factor, quantum)
    return Fact(name, term.label, term.kind, None, Decimal(text))
