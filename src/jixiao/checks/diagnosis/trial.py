"""What if: a workbook with a few cells as they should be, and which of its findings are then gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import ZERO, Fact, Place, Record, State
from jixiao.model.finding import Suggestion
from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check
from jixiao.pack.computed import with_computed
from jixiao.pack.pack import Pack

At = tuple[str, tuple[Place | None, ...]]


class Suspicion(msgspec.Struct, frozen=True):
    """One slip. Without a suggestion it can only be said that the verdicts have one cause."""

    verdicts: tuple[Verdict, ...]
    suggestions: tuple[Suggestion, ...] = ()
    corrected: Mapping[int, Fact] = {}  # identity of the fact -> what should stand there


class Trial(msgspec.Struct, frozen=True):
    """Tries corrections in one workbook; the workbook itself stays as it is."""

    record: Record
    pack: Pack

    def settled(self, corrected: Mapping[int, Fact], verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
        """Those of the broken verdicts that hold, or need not be checked, with the corrected cells."""
        own = [verdict for verdict in verdicts if verdict.scope.root is self.record]
        if not own:
            return ()
        still = self.broken(corrected, {id(verdict.check): verdict.check for verdict in own}.values())
        return tuple(verdict for verdict in own if at(verdict) not in still)

    def broken(self, corrected: Mapping[int, Fact], checks: Iterable[Check]) -> dict[At, Verdict]:
        """What is broken of these checks with the corrected cells."""
        pack = self.pack
        record = self.mended(corrected) if corrected else self.record
        verdicts = confront(record, checks, pack.vocabulary, pack.names_of_codes)
        return {at(verdict): verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT}

    def mended(self, corrected: Mapping[int, Fact]) -> Record:
        """The workbook with the corrected cells, and what is computed from them."""
        return with_computed(self._with(self.record, corrected), self.pack)

    def emptied(self, corrected: Mapping[int, Fact]) -> set[Place]:
        """The cells of rows in which nothing is left with the corrected cells."""
        return {place for row in _rows(self.record) if not _left(row, corrected) for place in _places(row)}

    def _with(self, record: Record, corrected: Mapping[int, Fact]) -> Record:
        vocabulary = self.pack.vocabulary
        fields = {
            term: blanked(fact) if vocabulary[term].formula else corrected.get(id(fact), fact)
            for term, fact in record.fields.items()
        }
        groups = {
            name: tuple(self._with(inner, corrected) for inner in records if _left(inner, corrected))
            for name, records in record.groups.items()
        }
        return Record(fields, groups, record.key)


def _left(record: Record, corrected: Mapping[int, Fact]) -> bool:
    """False if the corrections leave nothing in the row or block, or noughts alone: it is not read then."""
    facts = tuple(record.walk())
    if not any(id(fact) in corrected for fact in facts):
        return True
    return any(_says_something(corrected.get(id(fact), fact)) for fact in facts)


def _says_something(fact: Fact) -> bool:
    return bool(fact.number) if fact.kind.numeric else fact.state is not State.BLANK


def _rows(record: Record) -> Iterator[Record]:
    for records in record.groups.values():
        for inner in records:
            yield inner
            yield from _rows(inner)


def _places(row: Record) -> Iterator[Place]:
    return (fact.place for fact in row.fields.values() if fact.place)


def blanked(fact: Fact) -> Fact:
    """The cell with nothing in it."""
    return replace(fact, value=None, quantum=ZERO, state=State.BLANK)


def at(verdict: Verdict) -> At:
    """The check and the cells it speaks of: what keeps its place whatever is typed."""
    places = (fact.place for fact in verdict.scope.innermost.fields.values())
    return verdict.check.data.id, tuple(places) if verdict.scope.current else ()
