"""A table with a wrong, missing or repeated code -> the rows as they might have been meant."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from decimal import Decimal
from enum import Enum, auto
from itertools import islice, product

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Record, State
from jixiao.model.listed_codes import TOP, ListedCodes, parent_of, slipped

MOST_TRIES = 40  # of a kind; each runs the checks of the table again
MOST_ROWS = 6  # missing or repeated ones that are tried


class Mend(Enum):
    """What is done to the table."""

    CODE = auto()  # another code in a row
    BELOW = auto()  # some code below another, in a row of which nothing else is known
    ADDED = auto()  # a row that was missing
    DROPPED = auto()  # a row whose code stands in another already
    MERGED = auto()  # such a row, its figures added to those of the other


class Attempt(msgspec.Struct, frozen=True):
    """`needed` is the code that was meant, that above it, or that of the row which is added or dropped."""

    mend: Mend
    rows: tuple[Record, ...]
    needed: str
    cell: Fact | None = None
    unlike: bool = False  # the name of the row is not that of the code


class Attempts(msgspec.Struct, frozen=True):
    """What can be tried with the rows of a table: `key` and `name` are the terms of code and name."""

    rows: tuple[Record, ...]
    key: str
    name: str
    names: ListedCodes

    def of(self, doubted: Container[int]) -> Iterator[Attempt]:
        """`doubted` are the rows, by number, of whose codes something is broken."""
        codes = {row.fields[self.key].text for row in self.rows}
        missing = {parent for code in codes for parent in _above(code) if parent not in codes}
        yield from islice(self._dropped(), MOST_ROWS)
        for number, near in islice(self._candidates(doubted, codes, missing), MOST_TRIES):
            yield self._corrected(number, near)
        yield from islice(self._placed(codes), MOST_TRIES)
        for parent in sorted(missing)[:MOST_ROWS]:
            yield Attempt(Mend.ADDED, (*self.rows, self._row(parent)), parent)
        yield from islice(self._merged(), MOST_ROWS)

    def _candidates(
        self, doubted: Container[int], codes: Collection[str], missing: Collection[str]
    ) -> Iterator[tuple[int, str]]:
        """Rows by number, each with a code that it might have been meant to have."""
        for number, row in enumerate(self.rows):
            code = row.fields[self.key].text
            if not code or number in doubted or code not in self.names:
                for near in slipped(code) if code else self._meant(row):
                    fits = near in self.names or near in missing or (code and _moves(code, near, codes))
                    if near not in codes and fits:
                        yield number, near

    def _meant(self, row: Record) -> Iterator[str]:
        """Codes for a row that has none: the digits of what was typed, those that the list names alike."""
        yield "".join(filter(str.isdecimal, row.fields[self.key].typed))
        name = row.fields[self.name].text
        yield from (code for code, listed in self.names.items() if name and listed == name)

    def _dropped(self) -> Iterator[Attempt]:
        seen: set[str] = set()
        for number, row in enumerate(self.rows):
            code = row.fields[self.key].text
            if code and code in seen:
                yield Attempt(Mend.DROPPED, self._without(number), code, row.fields[self.key])
            seen.add(code)

    def _placed(self, codes: Collection[str]) -> Iterator[Attempt]:
        """Each row without a code below each code that has others below it."""
        parents = sorted({parent_of(code) for code in codes} & set(codes))
        bare = [number for number, row in enumerate(self.rows) if not row.fields[self.key].text]
        for number, parent in product(bare, parents):
            free = (code for code in self.names if parent_of(code) == parent and code not in codes)
            rows = self._corrected(number, next(free, f"{parent}00")).rows
            yield Attempt(Mend.BELOW, rows, parent, self.rows[number].fields[self.key], unlike=True)

    def _merged(self) -> Iterator[Attempt]:
        """Rows that share a code as one, the figures of the later added to the first."""
        first: dict[str, int] = {}
        for number, row in enumerate(self.rows):
            code = row.fields[self.key].text
            if code and first.setdefault(code, number) != number:
                rows = list(self.rows)
                rows[number] = Record({term: _emptied(fact) for term, fact in row.fields.items()})
                rows[first[code]] = _added(rows[first[code]], row)
                yield Attempt(Mend.MERGED, tuple(rows), code, row.fields[self.key], unlike=True)

    def _without(self, number: int) -> tuple[Record, ...]:
        return (*self.rows[:number], *self.rows[number + 1 :])

    def _corrected(self, number: int, code: str) -> Attempt:
        """The row with another code. The name of an unknown code is no witness: it is corrected too."""
        row = self.rows[number]
        cell, name = row.fields[self.key], self.names.get(code, "")
        unlike = name != row.fields[self.name].text
        fields = {**row.fields, self.key: replace(cell, value=code, state=State.FILLED)}
        if unlike and name and cell.text not in self.names:
            fields[self.name] = replace(fields[self.name], value=name)
        mended = replace(row, fields=fields, key=code)
        rows = (*self.rows[:number], mended, *self.rows[number + 1 :])
        return Attempt(Mend.CODE, rows, code, cell, unlike)

    def _row(self, code: str) -> Record:
        """The row that is missing: what stands below it, added up."""
        below = [row for row in self.rows if parent_of(row.fields[self.key].text) == code]
        fields = {}
        for term, fact in self.rows[0].fields.items():
            if fact.kind.numeric:
                parts = [row.fields[term] for row in below]
                total = sum((part.number for part in parts), Decimal(0))
                quantum = max((part.quantum for part in parts), default=Decimal(0))
                fields[term] = replace(fact, value=total, quantum=quantum, state=State.FILLED, place=None)
            else:
                text = code if term == self.key else self.names.get(code, "")
                fields[term] = replace(fact, value=text, state=State.FILLED, place=None)
        return Record(fields, key=code)


def _emptied(fact: Fact) -> Fact:
    return replace(fact, value=None, quantum=Decimal(0), state=State.BLANK, typed="")


def _added(row: Record, other: Record) -> Record:
    """The row with the figures of another added to its own."""
    sums = {
        term: replace(
            fact,
            value=fact.number + other.fields[term].number,
            quantum=max(fact.quantum, other.fields[term].quantum),
            state=State.FILLED,
        )
        for term, fact in row.fields.items()
        if fact.kind.numeric and other.fields[term].number
    }
    return replace(row, fields={**row.fields, **sums})


def _moves(code: str, near: str, codes: Container[str]) -> bool:
    """True if the row would come under another row of the book: whether that is right, the sums tell."""
    return parent_of(near) != parent_of(code) and parent_of(near) in codes


def _above(code: str) -> Iterator[str]:
    while code and (code := parent_of(code)) != TOP:
        yield code
