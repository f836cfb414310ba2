"""A wrong, missing or repeated code, a missing row -> what it breaks, found by trying the book without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from jixiao.checks.codes.attempts import Attempt, Attempts, Mend
from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Fact, Record
from jixiao.model.listed_codes import NO_CODES
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.check import Check
from jixiao.pack.pack import Pack

MOST_FAULTS = 6
MOST_TOLD = 90  # broken relations; a fault of a code breaks a dozen: more come of something else

At = tuple[str, int]  # check and row of a broken relation; -1 outside of the table


class CodeFault(msgspec.Struct, frozen=True):
    """A fault of a table's codes: `verdicts` would not be broken without it, the first tells of it best."""

    table: str
    mend: Mend
    verdicts: tuple[Verdict, ...]
    needed: tuple[str, ...]  # the code of the attempt, or of several that are as likely
    names: tuple[str, ...]
    cell: Fact | None  # the code as it stands; None for a missing row


def code_faults(verdicts: Sequence[Verdict], record: Record, pack: Pack) -> tuple[CodeFault, ...]:
    """The faults that can be told; a book whose codes are sound costs nothing."""
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    return tuple(
        fault
        for table in pack.code_tables
        if _doubtful(table, broken, record, pack)
        for fault in _Table(table, record, pack).faults(broken)
    )


class _Table:
    """One table with codes, and the checks that look at it."""

    def __init__(self, table: str, record: Record, pack: Pack) -> None:
        self.table, self.record, self.pack = table, record, pack
        known = pack.code_tables[table]
        self.key, self.name = known.code, known.name
        self.names = pack.names_of_codes.get(known.title, NO_CODES)
        self.checks = [check for check in pack.checks if _looks_at(check, table, pack)]

    def faults(self, broken: Sequence[Verdict]) -> Iterator[CodeFault]:
        rows = self.record.groups[self.table]
        told = {self._at(verdict, rows): verdict for verdict in broken if verdict.check in self.checks}
        for _ in range(MOST_FAULTS if len(told) <= MOST_TOLD else 0):
            found = self._likeliest(rows, told)
            if not found:
                return
            attempt, left = found[0]
            gone = [told[at] for at in told if at not in left]
            gone.sort(key=self._order)
            needed = tuple(each.needed for each, _ in found)
            names = tuple(self.names.get(code, "") for code in needed)
            yield CodeFault(self.table, attempt.mend, tuple(gone), needed, names, attempt.cell)
            rows, told = attempt.rows, {at: verdict for at, verdict in told.items() if at in left}

    def _likeliest(
        self, rows: tuple[Record, ...], told: Mapping[At, Verdict]
    ) -> list[tuple[Attempt, frozenset[At]]]:
        """The attempts after which least is broken; several for one cell that nothing tells apart."""
        tried = [
            (each, left)
            for each in self._attempts(rows, told)
            if (left := self._left(each, told)) is not None
        ]
        if not tried:
            return []
        fewest = min(len(left) for _, left in tried)
        best = [(each, left) for each, left in tried if len(left) == fewest]
        best.sort(key=lambda pair: (pair[0].unlike, pair[0].cell is None, pair[0].mend is Mend.MERGED))
        first = best[0][0]
        same = [pair for pair in best if pair[0].cell is first.cell and pair[0].mend is first.mend]
        alike = [pair for pair in same if pair[0].unlike]
        return alike if first.unlike and first.cell else best[:1]

    def _attempts(self, rows: tuple[Record, ...], told: Mapping[At, Verdict]) -> Iterator[Attempt]:
        doubted = {at for (_, at), verdict in told.items() if is_about_codes(verdict, self.table, self.pack)}
        return Attempts(rows, self.key, self.name, self.names).of(doubted)

    def _left(self, attempt: Attempt, told: Mapping[At, Verdict]) -> frozenset[At] | None:
        """What is broken after all; None if that is no less, or something else would be."""
        doubted = {verdict.check.data.id for verdict in told.values()}
        left = self._broken(attempt, [check for check in self.checks if check.data.id in doubted])
        if not any(_is_grave(told[at]) for at in told if at not in left):
            return None  # the others need not be run
        left |= self._broken(attempt, [check for check in self.checks if check.data.id not in doubted])
        new = any(_is_grave(verdict) for at, verdict in left.items() if at not in told)
        return None if new else frozenset(left.keys() & told.keys())

    def _order(self, verdict: Verdict) -> tuple[bool, int]:
        """Those about codes first, then the heaviest."""
        return not is_about_codes(verdict, self.table, self.pack), verdict.severity.rank

    def _broken(self, attempt: Attempt, checks: Sequence[Check]) -> dict[At, Verdict]:
        """What these checks find broken once the rows are as attempted."""
        record = replace(self.record, groups={**self.record.groups, self.table: attempt.rows})
        verdicts = confront(record, checks, self.pack.vocabulary, self.pack.names_of_codes)
        broken = (verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT)
        return {self._at(verdict, attempt.rows): verdict for verdict in broken}

    def _at(self, verdict: Verdict, rows: tuple[Record, ...]) -> At:
        inside = verdict.scope.current.get(self.table)
        numbers = (number for number, row in enumerate(rows) if row is inside)
        return verdict.check.data.id, next(numbers, -1)


def _doubtful(table: str, broken: Sequence[Verdict], record: Record, pack: Pack) -> bool:
    """True if something is broken that a fault of the table's codes may explain."""
    rows, key = record.groups.get(table, ()), pack.code_tables[table].code
    without = broken and any(not row.fields[key].text for row in rows)
    return bool(rows) and (without or any(is_about_codes(verdict, table, pack) for verdict in broken))


def _looks_at(check: Check, table: str, pack: Pack) -> bool:
    return any(pack.vocabulary[term].path == (table,) for bound in check.bounds for term in bound.terms)


def is_about_codes(verdict: Verdict, table: str, pack: Pack) -> bool:
    """True for a relation of a row of the table in which no figure takes part."""
    relation, terms = verdict.check.relation, pack.vocabulary
    of_row = verdict.check.path == (table,) and pack.groups[table].key in relation.terms
    return of_row and not any(terms[term].kind.numeric and terms[term].path for term in relation.terms)


def _is_grave(verdict: Verdict) -> bool:
    return verdict.severity is not Severity.NOTE
