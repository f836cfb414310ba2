"""A fact: one figure or text of a filled workbook, with its term, its cell and its precision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum

import msgspec

ZERO = Decimal(0)

Value = Decimal | str | date | None


class Kind(StrEnum):
    """What a cell of the form holds; the values are the words used in form.toml."""

    numeric: bool  # an attribute, not a property: a run asks thousands of times

    AMOUNT = "amount", True  # money; stored in 元, shown in the unit of the workbook
    COUNT = "count", True  # whole number: persons, rooms, times
    NUMBER = "number", True
    PERCENT = "percent", True  # stored as a ratio: 95 % is 0.95
    TEXT = "text"
    PARAGRAPH = "paragraph"
    DATE = "date"
    YEAR = "year", True
    CODE = "code"  # classification code; text, also when typed as a number

    def __new__(cls, word: str, numeric: bool = False) -> Kind:
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.numeric = numeric
        return kind


class State(Enum):
    """Filled, declined, blank and unreadable are different things; only a filled fact has a value."""

    readable: bool  # an attribute, not a property: a run asks thousands of times

    FILLED = "filled"
    DECLINED = "declined"  # blank, and the workbook says that there is no such business: it is a zero
    ABSENT = "absent"  # likewise, and it is no zero either: nothing is printed or compared
    BLANK = "blank"  # not filled in
    TEXT = "text"  # words where a number belongs
    ERROR = "error"  # #REF!, #DIV/0! …
    UNCALCULATED = "uncalculated"  # a formula that no spreadsheet program has evaluated yet
    LOST = "lost"  # the cell's name or sheet is gone

    def __init__(self, word: str) -> None:
        self.readable = word in ("filled", "declined", "absent", "blank")


EMPTY = (State.BLANK, State.DECLINED, State.ABSENT)  # nothing stands in the cell; relations take it for zero


class Place(msgspec.Struct, frozen=True):
    """A cell as people name it: sheet and address."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


class Fact(msgspec.Struct, frozen=True):
    """One cell's content.

    Units: amounts in 元, percentages as ratios; `quantum` is the step of the last digit given,
    0 for exact figures (counts, blanks, zeros, ratios).
    """

    term: str
    label: str
    kind: Kind
    place: Place | None
    value: Value = None
    quantum: Decimal = ZERO
    state: State = State.FILLED
    typed: str = ""  # what stands in the cell, for messages

    @property
    def filled(self) -> bool:
        return self.state is State.FILLED

    @property
    def empty(self) -> bool:
        """True if nothing stands in the cell, whether or not that was declared."""
        return self.state in EMPTY

    @property
    def number(self) -> Decimal:
        """The value as a number; an empty cell counts as zero."""
        return self.value if isinstance(self.value, Decimal) else ZERO

    @property
    def text(self) -> str:
        return "" if self.value is None else str(self.value)

    @property
    def lead(self) -> str:
        """How a sentence about it begins: with its cell, as far as that is known."""
        return f"{self.place} " if self.place else ""


def places_of(facts: Iterable[Fact]) -> tuple[Place, ...]:
    """Their cells, in the same order."""
    return tuple(fact.place for fact in facts if fact.place)


class Record(msgspec.Struct, frozen=True):
    """The facts of one scope: the whole workbook, one instance of a repeated block, or one table row.

    `fields` maps a term to its fact; `groups` maps the name of a table or block to its records in
    sheet order. The whole workbook is the outermost record.
    """

    fields: Mapping[str, Fact] = msgspec.field(default_factory=dict)
    groups: Mapping[str, tuple[Record, ...]] = msgspec.field(default_factory=dict)
    key: str = ""  # how people tell this row from its neighbours: a code, an indicator number, a name

    def walk(self) -> Iterator[Fact]:
        """Every fact of this record and of all records inside it."""
        yield from self.fields.values()
        for records in self.groups.values():
            for record in records:
                yield from record.walk()

    def with_rows(self) -> Iterator[tuple[Fact, Record]]:
        """Every fact of this record and of all inside it, with the record that it belongs to."""
        yield from ((fact, self) for fact in self.fields.values())
        for records in self.groups.values():
            for record in records:
                yield from record.with_rows()

    @property
    def used(self) -> bool:
        """True if anybody typed anything here."""
        return any(not fact.empty and fact.state is not State.LOST for fact in self.walk())

    @property
    def lost(self) -> bool:
        """True if none of its cells is read, so that nobody knows what is filled in."""
        return all(fact.state is State.LOST for fact in self.walk())
