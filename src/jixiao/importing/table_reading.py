"""What was read from a table, and what was left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import Amount
from jixiao.importing.blocks import Header
from jixiao.importing.matching import Plan
from jixiao.importing.preamble import Preamble
from jixiao.importing.regions import Region


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell that was not understood; it may stand for several figures, or for none if it is a text.

    `other`: what the tables are called to which it belongs, if they are known not to be ours. `beside`: it is
    of a column that the form does not have; nothing is missing without it.
    """

    file: str
    sheet: str
    cell: str
    content: str
    reason: str
    figures: int = 1
    other: str = ""
    beside: bool = False


@dataclass(frozen=True)
class ReadRow:
    """A row with a code; `row` is where it stands. `whole`: no figure of it was left."""

    code: str
    name: str
    amounts: Mapping[str, Amount]
    row: int
    whole: bool = True


@dataclass
class TableReading:
    """`entries`: term -> amount. `records`: table -> the rows with codes.

    Amounts are in `preamble.unit` unless they name another. `taken`: the cells that they come from.
    Header and plans are kept for the further pieces of the table. `blank`: terms whose cells are empty.
    """

    region: Region
    preamble: Preamble
    header: Header | None = None
    plans: tuple[Plan, ...] = ()
    entries: dict[str, Amount] = field(default_factory=dict)
    records: dict[str, list[ReadRow]] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)
    note: str = ""
    leftovers: list[Leftover] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    @property
    def figures(self) -> int:
        rows = (row for rows in self.records.values() for row in rows)
        return len(self.entries) + sum(len(row.amounts) for row in rows)

    @property
    def empty(self) -> bool:
        rows = (row for rows in self.records.values() for row in rows)
        amounts = [*self.entries.values(), *(amount for row in rows for amount in row.amounts.values())]
        return not any(amount.value for amount in amounts)

    def leave(
        self,
        row: int,
        column: int,
        cell: SourceCell,
        reason: str,
        figures: int = 1,
        beside: bool = False,
    ) -> None:
        """List a cell; if it was taken, no more."""
        sheet = self.region.sheet
        content = " ".join(cell.text.split()) or "空"
        self.taken.discard((row, column))
        left = Leftover(sheet.file, *sheet.where(row, column), content, reason, figures, beside=beside)
        self.leftovers.append(left)

    def refuse(self, reason: str) -> None:
        """Take nothing of the table; `reason` says how many figures it has."""
        figures = len(self.taken) + sum(left.figures for left in self.leftovers)
        row, column = self.region.title
        cell = self.region.sheet.rows.get(row, {}).get(column, SourceCell(self.region.table.name))
        self.entries, self.records, self.leftovers, self.taken = {}, {}, [], set()
        self.leave(row, column, cell, reason.format(figures), figures)
