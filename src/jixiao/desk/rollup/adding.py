"""Records of units -> their sum. Amounts in 元, exact; what does not add up is kept or left, as data say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.desk.examined import PlainRecord
from jixiao.desk.rollup.implied import ImpliedCells
from jixiao.desk.rollup.packing import PackedTotal
from jixiao.desk.rollup.room import RowsInRoom
from jixiao.desk.rollup.summed_rows import SummedRows
from jixiao.desk.rollup.texts_said import about_texts
from jixiao.desk.rollup.total import Total, add_to
from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import AddedTable, RollupFile

ADDING = (Kind.AMOUNT, Kind.COUNT)


class Member(msgspec.Struct, frozen=True):
    """What is added up: a unit, or a department that is itself a sum."""

    name: str
    figures: Total | PackedTotal
    summed: bool = False

    @property
    def total(self) -> Total:
        return self.figures.unpacked


class Adding(msgspec.Struct, frozen=True):
    """How the workbooks of one form add up; `said` collects what could not be taken over.

    `full`: tables whose rows do not all stand in a sum.
    """

    pack: Pack
    file: RollupFile
    said: list[str]
    full: set[str] = msgspec.field(default_factory=set)
    words: dict[str, str] = msgspec.field(default_factory=dict)

    def total_of(self, record: PlainRecord) -> Total:
        """One unit's record, as far as it adds up or is taken over. Words that all use are kept once."""
        known, figures, texts = self.pack.vocabulary, {}, {}
        for said, (value, _) in record.fields.items():
            term = known[said]
            if self._adds(term) and not term.formula:
                figures[term.name] = Decimal(value)
            elif not (term.formula or term.given):
                texts[term.name] = self.words.setdefault(value, value)
        groups = {
            name: tuple(map(self.total_of, rows)) for name, rows in record.groups.items() if self._table(name)
        }
        return Total(self._settled(figures), texts, groups)

    def _settled(self, figures: dict[str, Decimal]) -> dict[str, Decimal]:
        """Of a sum whose budgets people have filled in nothing is unknown any more."""
        said = self.pack.form.transfers
        if said and said.taken in figures and any(figures.get(term) for term in said.budgets):
            del figures[said.taken]
        return figures

    def completed(self, totals: Sequence[Total]) -> list[Total]:
        """The units with what they left empty because it says the same as something else."""
        implied = ImpliedCells(self.file.implied)
        for total in totals:
            implied.note(total)
        self.said.extend(implied.left_out())
        return list(map(implied.completed, totals))

    def sum_of(self, members: Sequence[Member]) -> Total:
        """The sum, of which each member is looked at once. A term that nobody has filled in stays blank."""
        figures, kept = dict[str, Decimal](), _Kept(self.file.keep)
        tables = [_Table(self, table, members) for table in self.file.table if self._outermost(table)]
        for member in members:
            total = member.total
            add_to(figures, total)
            kept.add(total)
            for table in tables:
                table.add(member, total)
        groups = {table.name: rows for table in tables if (rows := table.rows())}
        return Total(figures, kept.common(), groups)

    def _adds(self, term: Term) -> bool:
        return term.kind in ADDING and term.name not in self.file.leave

    def _table(self, name: str) -> AddedTable | None:
        return next((table for table in self.file.table if table.name == name), None)

    def _outermost(self, table: AddedTable) -> bool:
        return self.pack.groups[table.name].path == (table.name,)


class _Table:
    """The rows of a table in a sum, as its members come."""

    def __init__(self, adding: Adding, table: AddedTable, members: Sequence[Member]) -> None:
        self.name, self._adding, self._table = table.name, adding, table
        group = adding.pack.groups[table.name]
        self._room = group.repeat or group.rows
        self._apart = RowsInRoom(table, self._room, lambda: _rows_apart(table, members))
        self._merged = SummedRows(table, adding.file.table, adding.pack)

    def add(self, member: Member, total: Total) -> None:
        rows = total.groups.get(self.name, ())
        if self._table.apart:
            self._apart.add(_marked(row, self._table.by, member) for row in rows)
        else:
            self._merged.add(rows)

    def rows(self) -> tuple[Total, ...]:
        found = self._apart
        if not self._table.apart:
            merged = self._merged.rows()
            self._adding.said.extend(about_texts(self.name, self._merged.differing()))
            found = RowsInRoom(self._table, self._room, lambda: merged)
            found.add(merged)
        if found.number > self._room:
            self._adding.full.add(self.name)
        return found.fitted(self._adding.pack.vocabulary, self._adding.said)


def _rows_apart(table: AddedTable, members: Sequence[Member]) -> Iterator[Total]:
    for member in members:
        for row in member.total.groups.get(table.name, ()):
            yield _marked(row, table.by, member)


def _marked(row: Total, by: str, member: Member) -> Total:
    """A row with the name of its unit; those of a sum bear it already."""
    name = f"{row.texts.get(by, '')}（{member.name}）"
    return row if member.summed else replace(row, texts={**row.texts, by: name})


class _Kept:
    """What all say, if they say the same."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._said: dict[str, set[str | None]] = {term: set() for term in terms}

    def add(self, total: Total) -> None:
        for term, said in self._said.items():
            if len(said) < 2:
                said.add(total.texts.get(term))

    def common(self) -> dict[str, str]:
        whole = {term: next(iter(said)) for term, said in self._said.items() if len(said) == 1}
        return {term: text for term, text in whole.items() if text is not None}
