"""A table as entries: a code, a name and the figures behind it; two of them where a row has two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

import msgspec

from jixiao.audit.document.report_table import ReportTable
from jixiao.audit.figures.figure import StatedFigure

TOTALS: tuple[str, ...] = (
    "合计",
    "总计",
    "总合计",
    "合计数",
    "本年支出合计",
    "本年收入合计",
    "支出合计",
    "收入合计",
)
TOTALS += ("支出总计", "收入总计", "总分", "总得分")


class TableEntry(msgspec.Struct, eq=False):
    """`figures`: column -> figure; a blank cell has none. `side`: which of the names of its row, from 0."""

    code: str
    name: str
    figures: dict[int, StatedFigure]
    side: int
    number: int

    def value(self, column: int) -> Decimal:
        return self.figures[column].value if column in self.figures else Decimal(0)

    @property
    def is_total(self) -> bool:
        return self.name in TOTALS and not self.code


class EntryTable(msgspec.Struct, eq=False, dict=True):
    """`columns`: those with figures, from left to right. `heads`: column -> what stands above it.

    `whole`: whether each figure is sure to stand in its column; else only the first one of an entry does.
    """

    table: ReportTable
    entries: list[TableEntry]
    columns: list[int]
    heads: Mapping[int, str]
    whole: bool

    @property
    def title(self) -> str:
        return self.table.title

    @property
    def note(self) -> str:
        """The title as it stands behind a sentence about the table."""
        return f"（《{self.title}》）" if self.title else ""

    @cached_property
    def coded(self) -> dict[str, TableEntry]:
        """Code -> entry; a code that comes twice is none."""
        return {entry.code: entry for entry in self.entries if entry.code and entry.code not in self.twice}

    @cached_property
    def twice(self) -> frozenset[str]:
        """The codes of more than one entry."""
        counts = Counter(entry.code for entry in self.entries if entry.code)
        return frozenset(code for code, count in counts.items() if count > 1)

    def total(self) -> TableEntry | None:
        """The row of totals, if there is one."""
        rows = [entry for entry in self.entries if entry.is_total and entry.figures]
        return rows[0] if len(rows) == 1 else None


def unshift(entries: Sequence[TableEntry]) -> None:
    """A row of totals without the cell for a name: its figures stand a column to the left of all others."""
    coded = [column for entry in entries if len(entry.code) > 2 for column in entry.figures]
    for entry in entries if coded else ():
        first, last = (min(entry.figures), max(entry.figures)) if entry.figures else (0, 0)
        if entry.is_total and first and min(coded) - first == 1 and last < max(coded):
            entry.figures = {column + 1: figure for column, figure in entry.figures.items()}
