"""Slips that put right figures into wrong cells, or one wrong figure into several."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec.structs import replace
from slips.books import Book, Slot
from slips.planting import TRIES, Planted, dropped

from jixiao.model.fact import ZERO, Fact, Kind, Record, State
from jixiao.pack.pack import Pack

FEWEST_ROWS = 5  # of a table in which amounts slide


def exchanged_columns(book: Book, dice: random.Random) -> Planted | None:
    """All amounts of two columns that stand side by side in one section of a sheet."""
    lines = dice.choice(_sections(book))
    columns = sorted({column for line in lines for column in line})
    if len(columns) < 2:
        return None
    place = dice.randrange(len(columns) - 1)
    left, right = columns[place : place + 2]
    pairs = [(line[left], line[right]) for line in lines if left in line and right in line]
    if sum(bool(one.fact.number and other.fact.number) for one, other in pairs) < 2:
        return None
    return _put([*pairs, *((other, one) for one, other in pairs)])


def exchanged_rows(book: Book, dice: random.Random) -> Planted | None:
    """All amounts of two rows of one table."""
    tables = [rows for rows in _tables(book.record) if len(rows) > 1]
    one, other = (_slots(row, book.pack) for row in dice.sample(dice.choice(tables), 2))
    return _put([*zip(one, other, strict=True), *zip(other, one, strict=True)])


def slid_rows(book: Book, dice: random.Random) -> Planted | None:
    """From a row on, the amounts of a table stand one row too low or too high."""
    tables = [rows for rows in _tables(book.record) if len(rows) >= FEWEST_ROWS and _has_codes(rows[0])]
    rows = [_slots(row, book.pack) for row in dice.choice(tables)]
    begin, down = dice.randrange(len(rows) - 2), dice.random() < 0.5
    moved: list[tuple[Slot, Slot | None]] = []
    for column in zip(*rows[begin:], strict=True):
        moved += zip(column, [None, *column[:-1]] if down else [*column[1:], None], strict=True)
    return _put(moved)


def lost_digit_in_levels(book: Book, dice: random.Random) -> Planted | None:
    """A digit lost in a total that is copied to the next level: 212 and 21201."""
    by_cell = {id(slot.fact): slot for slot in book.slots}
    slot = dice.choice(book.slots)
    above = [by_cell[cell] for cell in _totals(slot, book) if cell in by_cell]
    like = [other for other in above if other.fact.number == slot.fact.number]
    text = dropped(book.digits(slot.fact), dice)
    if not like or abs(Decimal(text) * book.units.factor - slot.fact.number) <= book.least[id(slot.fact)]:
        return None
    before = tuple((one, one.fact) for one in (slot, like[0]))
    for one, fact in before:
        one.put(book.typed(fact, text))
    return Planted({id(one.fact): fact.number for one, fact in before}, before, some=True)


def _totals(slot: Slot, book: Book) -> Iterator[int]:
    for position in book.clean.around(id(slot.fact)):
        edge = book.clean.edge(position)
        if edge and edge.total is not None and edge.total != id(slot.fact):
            yield edge.total


def _put(moved: list[tuple[Slot, Slot | None]]) -> Planted | None:
    """Each first cell gets what stood in the second; None if that is the same everywhere."""
    before = tuple((slot, slot.fact) for slot, _ in moved)
    new = [_showing(slot.fact, other.fact if other else None) for slot, other in moved]
    for (slot, _), fact in zip(moved, new, strict=True):
        slot.put(fact)
    right = {id(slot.fact): fact.number for slot, fact in before if slot.fact.number != fact.number}
    return Planted(right, before, some=True) if right else None


def _showing(fact: Fact, other: Fact | None) -> Fact:
    if other is None:
        return replace(fact, value=None, quantum=ZERO, state=State.BLANK, typed="")
    return replace(fact, value=other.value, quantum=other.quantum, state=other.state, typed=other.typed)


def _sections(book: Book) -> list[list[dict[str, Slot]]]:
    """Runs of consecutive lines of a sheet, each line with its amounts by column."""
    lines: dict[tuple[str, int], dict[str, Slot]] = {}
    for record in _records(book.record):
        for slot in _slots(record, book.pack):
            place = slot.fact.place
            if place:
                letters = place.cell.rstrip("0123456789")
                lines.setdefault((place.sheet, int(place.cell.removeprefix(letters))), {})[letters] = slot
    runs: list[list[dict[str, Slot]]] = []
    for sheet, row in sorted(lines):
        if (sheet, row - 1) in lines:
            runs[-1].append(lines[sheet, row])
        else:
            runs.append([lines[sheet, row]])
    return runs


def _records(record: Record) -> Iterator[Record]:
    yield record
    for records in record.groups.values():
        for inner in records:
            yield from _records(inner)


def _tables(record: Record) -> list[tuple[Record, ...]]:
    """The tables whose rows hold amounts."""
    groups = (rows for rows in record.groups.values() if rows and not rows[0].groups)
    return [rows for rows in groups if any(fact.kind is Kind.AMOUNT for fact in rows[0].walk())]


def _has_codes(row: Record) -> bool:
    return any(fact.kind is Kind.CODE for fact in row.walk())


def _slots(record: Record, pack: Pack) -> list[Slot]:
    """The cells of a record that amounts are typed into, blank ones too."""
    assert isinstance(record.fields, dict)
    return [
        Slot(record.fields, term)
        for term, fact in record.fields.items()
        if fact.kind is Kind.AMOUNT and not pack.vocabulary[term].formula
    ]


DISORDERS: dict[str, Callable[[Book, random.Random], Planted | None]] = {
    "exchanged columns": exchanged_columns,
    "exchanged rows": exchanged_rows,
    "slid rows": slid_rows,
    "lost digit in levels": lost_digit_in_levels,
}


def disorder(kind: str, book: Book, dice: random.Random) -> Planted | None:
    """A slip of that kind that some equation must notice; None if none was found."""
    for _ in range(TRIES):
        planted = DISORDERS[kind](book, dice)
        if planted is not None:
            if book.network().broken:
                return planted
            planted.undo()
    return None
