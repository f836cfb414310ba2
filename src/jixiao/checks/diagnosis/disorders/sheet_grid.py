"""The figures of a workbook as they stand on paper: by sheet, row and column, and the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.term import Vocabulary

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_OPENED, _CLOSED = "（", "）"  # around the column, in the label of a cell of a grid: 水费（本年决算数）

Line = dict[str, Fact]  # column -> the figure there


class SheetGrid:
    """The cells that amounts are typed into."""

    def __init__(self, roots: tuple[Record, ...], vocabulary: Vocabulary) -> None:
        self.roots = roots
        self.vocabulary = vocabulary

    @cached_property
    def lines(self) -> dict[tuple[str, int], Line]:
        """Sheet and row -> the figures there, by column."""
        lines: dict[tuple[str, int], Line] = {}
        for root in self.roots:
            for fact in root.walk():
                self._put(fact, lines)
        return lines

    def _put(self, fact: Fact, lines: dict[tuple[str, int], Line]) -> None:
        if fact.kind is Kind.AMOUNT and fact.place and not self.vocabulary[fact.term].formula:
            lines.setdefault((fact.place.sheet, row_of(fact)), {})[column_of(fact)] = fact

    def line_of(self, fact: Fact) -> tuple[tuple[str, int], str] | None:
        """The line of a cell and its column; None if no amount is typed into it."""
        if fact.place is None:
            return None
        at, column = (fact.place.sheet, row_of(fact)), column_of(fact)
        return (at, column) if self.lines.get(at, {}).get(column) is fact else None

    @cached_property
    def printed(self) -> dict[str, list[tuple[str, int]]]:
        """Sheet -> its lines that are no rows of a table."""
        printed: dict[str, list[tuple[str, int]]] = {}
        for at, line in self.lines.items():
            if not any(self.vocabulary[fact.term].path for fact in line.values()):
                printed.setdefault(at[0], []).append(at)
        return printed

    @cached_property
    def tables(self) -> tuple[tuple[Record, ...], ...]:
        """The tables that have rows, each as its rows in the order of the sheet."""
        return tuple(rows for root in self.roots for rows in _tables(root))


def _tables(record: Record) -> Iterator[tuple[Record, ...]]:
    for records in record.groups.values():
        if any(inner.groups for inner in records):
            for inner in records:
                yield from _tables(inner)
        elif len(records) > 1:
            yield records


def heads(one: Fact, other: Fact) -> tuple[str, str]:
    """What two cells of a line are called, without the name of the line that they share."""
    (line, opened, column), (there, _, beside) = (fact.label.rpartition(_OPENED) for fact in (one, other))
    if not opened or line != there:
        return one.label, other.label
    return column.removesuffix(_CLOSED), beside.removesuffix(_CLOSED)


def head_of(fact: Fact) -> str:
    """The head of its column in a grid; empty for a cell of any other kind."""
    _, opened, column = fact.label.rpartition(_OPENED)
    return column.removesuffix(_CLOSED) if opened else ""


def column_of(fact: Fact) -> str:
    """The letters of its column; empty for a cell that is gone."""
    match = _ADDRESS.fullmatch(fact.place.cell) if fact.place else None
    return match[1] if match else ""


def row_of(fact: Fact) -> int:
    """The number of its row; 0 for a cell that is gone."""
    match = _ADDRESS.fullmatch(fact.place.cell) if fact.place else None
    return int(match[2]) if match else 0
