"""What stands around a cell: the figures of its row and line, and the cells beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from string import ascii_uppercase, digits

from jixiao.model.fact import Fact, Kind, Place, Record
from jixiao.model.term import Vocabulary

AROUND = 8  # lines above and below that are compared
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


class Surroundings:
    """Rows and places of the facts of one workbook."""

    def __init__(self, roots: tuple[Record, ...], vocabulary: Vocabulary) -> None:
        self.roots = roots
        self.vocabulary = vocabulary

    def row_is_bare(self, fact: Fact) -> bool:
        """True if somebody wrote the row's name or code and none of its figures."""
        record = self.records[id(fact)]
        figures = [other.number for other in record.fields.values() if other.kind.numeric]
        return bool(self.vocabulary[fact.term].path) and record.used and not any(figures)

    def is_named(self, fact: Fact) -> bool:
        """True for a figure of an item that has a name, and for the only one of a row that has a code."""
        fields = self.records[id(fact)].fields.values()
        named = any(other.text for other in fields if not other.kind.numeric)
        coded = any(other.kind is Kind.CODE for other in fields)
        figures = sum(bool(other.number) for other in fields if other.kind.numeric)
        return bool(self.vocabulary[fact.term].path) and named and (figures == 1 or not coded)

    def has_company(self, fact: Fact) -> bool:
        """True if the printed line has other figures: last year's income from fees, beside this year's."""
        return (
            not self.vocabulary[fact.term].path and fact.place is not None and _line(fact.place) in self.lines
        )

    def often_equal(self, fact: Fact, other: Fact) -> bool:
        """True if the columns of two cells side by side show the same in most other lines around, too.

        A unit that has basic expenditure only shows the same in both columns: nothing was copied.
        """
        if fact.place is None or other.place is None or _line(fact.place) != _line(other.place):
            return False
        (sheet, row), columns = _line(fact.place), [_column(fact.place), _column(other.place)]
        rows = (number for number in range(int(row) - AROUND, int(row) + AROUND + 1) if number != int(row))
        pairs = ([self.facts_by_place.get((sheet, f"{column}{r}")) for column in columns] for r in rows)
        same = [one.number == two.number for one, two in pairs if one and two]
        return any(same) and 2 * sum(same) >= len(same)

    def is_like_its_line(self, fact: Fact, figure: Decimal) -> bool:
        """True if another figure of the printed line, last year's or the budget's, is of about that size."""
        if self.vocabulary[fact.term].path or fact.place is None or not figure:
            return False
        others = (other for other in self.lines.get(_line(fact.place), ()) if other is not fact)
        return any(abs(figure) <= 2 * abs(o.number) and abs(o.number) <= 2 * abs(figure) for o in others)

    def same_in_line(self, fact: Fact, figure: Decimal) -> Fact | None:
        """Another cell of the printed line with that very figure."""
        if self.vocabulary[fact.term].path or fact.place is None:
            return None
        others = (other for other in self.lines.get(_line(fact.place), ()) if other is not fact)
        return next((other for other in others if other.number == figure), None)

    @cached_property
    def facts_by_place(self) -> dict[tuple[str, str], Fact]:
        return {
            (fact.place.sheet, fact.place.cell): fact
            for root in self.roots
            for fact in root.walk()
            if fact.place and fact.kind.numeric and fact.number
        }

    @cached_property
    def lines(self) -> dict[tuple[str, str], list[Fact]]:
        """The lines of the sheets that have a figure, each with its figures."""
        lines: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.facts_by_place.values():
            if fact.place:
                lines.setdefault(_line(fact.place), []).append(fact)
        return lines

    @cached_property
    def records(self) -> dict[int, Record]:
        """Identity of a fact -> the row, block or workbook it stands in."""
        return {key: record for root in self.roots for key, record in _records(root)}


def _line(place: Place) -> tuple[str, str]:
    return place.sheet, place.cell.lstrip(ascii_uppercase)


def _column(place: Place) -> str:
    return place.cell.rstrip(digits)


def beside(place: Place) -> Iterator[tuple[str, str]]:
    """The addresses above, to the left, below and to the right."""
    match = _ADDRESS.fullmatch(place.cell)
    if match is None:
        return
    column, row = match[1], int(match[2])
    left, right = (column[:-1] + chr(ord(column[-1]) + step) for step in (-1, 1))
    for address in (f"{column}{row - 1}", f"{left}{row}", f"{column}{row + 1}", f"{right}{row}"):
        yield place.sheet, address


def _records(record: Record) -> Iterator[tuple[int, Record]]:
    for fact in record.fields.values():
        yield id(fact), record
    for records in record.groups.values():
        for inner in records:
            yield from _records(inner)
