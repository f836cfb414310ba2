"""Where a relation looks: the records around it, and the cells that a term means from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from jixiao.model.fact import Fact, Record, State
from jixiao.model.term import Vocabulary
from jixiao.relation.quantity import Quantity
from jixiao.relation.texts import same_text, wildcards


class Keyed(msgspec.Struct, frozen=True):
    """The rows of a table by the text of their key, and what patterns have found among them.

    `lost` are keys whose cells are gone: what their rows would have matched is not known.
    """

    rows: dict[str, list[Record]] = msgspec.field(default_factory=dict)
    found: dict[str, list[Record]] = msgspec.field(default_factory=dict)
    lost: list[Fact] = msgspec.field(default_factory=list)

    def matching(self, pattern: str) -> list[Record]:
        """Those whose key matches Excel's pattern; a blank key matches none."""
        found = self.found.get(pattern)
        if found is None:
            found = self.found[pattern] = _matching(self.rows, pattern)
        return found


class Scope(msgspec.Struct, frozen=True, dict=True):
    """The whole workbook and, for each table or block on the way in, the record we stand in.

    `known` and `quantities` remember, for this scope and all inside it, what hundreds of relations ask again:
    the rows behind a key, and figures by the identity of their facts. So a scope is of no use once a key of a
    row has changed.
    """

    root: Record
    vocabulary: Vocabulary
    current: Mapping[str, Record] = msgspec.field(default_factory=dict)
    known: dict[tuple[str, int], Keyed] = msgspec.field(default_factory=dict)
    quantities: dict[int, tuple[Fact, Quantity]] = msgspec.field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells this scope from its neighbours: row key or fund number; empty for the workbook."""
        return "·".join(record.key for record in self.current.values())

    @property
    def innermost(self) -> Record:
        """The record we stand in: row, instance of a block, or the whole workbook."""
        return next(reversed(tuple(self.current.values())), self.root)

    @cached_property
    def fields(self) -> Mapping[str, Fact]:
        """The cells of that record; hundreds of relations ask for one of them."""
        return self.innermost.fields

    def cell(self, term: str) -> Fact:
        """The one cell a term means here."""
        path = self.vocabulary[term].path
        record = self.current[path[-1]] if path else self.root
        return record.fields[term]

    def quantity(self, fact: Fact) -> Quantity:
        """The figure of a filled fact."""
        known = self.quantities.get(id(fact))
        if known is None:
            known = self.quantities[id(fact)] = (fact, Quantity.given(fact.number, fact.quantum))
        return known[1]

    def column(self, term: str) -> list[tuple[Record, Fact]]:
        """All cells of a term within this scope, each with its record; a single cell is a column of one."""
        return [(record, record.fields[term]) for record in self._records(self.vocabulary[term].path)]

    def matching(self, term: str, pattern: str) -> list[Record]:
        """The rows whose key, the text of that column, matches Excel's pattern; a blank key matches none."""
        return self.keyed(term).matching(pattern)

    def keyed(self, term: str) -> Keyed:
        """The rows of the table by their keys, the texts of that column."""
        path = self.vocabulary[term].path
        at = (term, id(self.current.get(path[-2])) if len(path) > 1 else 0)
        keyed = self.known.get(at)
        if keyed is None:
            keyed = self.known[at] = Keyed()
            for record, fact in self.column(term):
                if fact.state is State.FILLED:
                    keyed.rows.setdefault(same_text(fact.text), []).append(record)
                elif fact.state is State.LOST:
                    keyed.lost.append(fact)
        return keyed

    def _records(self, path: tuple[str, ...]) -> list[Record]:
        records = [self.root]
        for depth, group in enumerate(path):
            if group in self.current and depth < len(path) - 1:
                records = [self.current[group]]
            else:
                records = [inner for record in records for inner in record.groups.get(group, ())]
        return records

    def each(self, path: tuple[str, ...]) -> Iterator[Scope]:
        """One scope per record of the innermost group of `path`."""
        if not path:
            yield self
            return
        outer, group = path[:-1], path[-1]
        for scope in self.each(outer):
            parent = scope.current[outer[-1]] if outer else scope.root
            for record in parent.groups.get(group, ()):
                yield Scope(
                    self.root, self.vocabulary, {**scope.current, group: record}, self.known, self.quantities
                )


def _matching(rows: Mapping[str, list[Record]], pattern: str) -> list[Record]:
    match = wildcards(pattern)
    if match is None:
        return rows.get(same_text(pattern), [])
    return [record for text, records in rows.items() if match(text) for record in records]
