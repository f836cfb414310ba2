"""What stands around a cell: the figures of its row and line, and the cells beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from string import ascii_uppercase

from jixiao.model.fact import Fact, Place, Record
from jixiao.model.term import Vocabulary

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

    def has_company(self, fact: Fact) -> bool:
        """True if the printed line has other figures: last year's income from fees, beside this year's."""
        return (
            not self.vocabulary[fact.term].path and fact.place is not None and _line(fact.place) in self.lines
        )

    @cached_property
    def facts_by_place(self) -> dict[tuple[str, str], Fact]:
        return {
            (fact.place.sheet, fact.place.cell): fact
            for root in self.roots
            for fact in root.walk()
            if fact.place and fact.kind.numeric and fact.number
        }

    @cached_property
    def lines(self) -> set[tuple[str, str]]:
        """The lines of the sheets that have a figure."""
        return {_line(fact.place) for fact in self.facts_by_place.values() if fact.place}

    @cached_property
    def records(self) -> dict[int, Record]:
        """Identity of a fact -> the row, block or workbook it stands in."""
        return {key: record for root in self.roots for key, record in _records(root)}


def _line(place: Place) -> tuple[str, str]:
    return place.sheet, place.cell.lstrip(ascii_uppercase)


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
