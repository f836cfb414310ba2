"""Records of units -> their sum. Amounts in 元, exact; what does not add up is kept or left, as data say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.desk.examined import PlainRecord
from jixiao.desk.rollup.room import fitted
from jixiao.desk.rollup.total import Total, added
from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import AddedTable, RollupFile
from jixiao.relation.texts import same_text

ROUNDED = Decimal(100)  # 元: the last digit of an amount in 万元
ADDING = (Kind.AMOUNT, Kind.COUNT)


class Member(msgspec.Struct, frozen=True):
    """What is added up: a unit, or a department that is itself a sum."""

    name: str
    total: Total
    summed: bool = False


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
        return Total(figures, texts, groups)

    def completed(self, totals: Sequence[Total]) -> list[Total]:
        """The units with what they left empty because it says the same as something else."""
        found = list(totals)
        for one in self.file.implied:
            fill = [
                any(term in cell.figures for cell in _walk(total) for term in one.terms) for total in found
            ]
            if not any(fill):
                continue
            if all(filled or _agree(total, one.same) for total, filled in zip(found, fill, strict=True)):
                found = [
                    total if filled else _with(total, one.terms)
                    for total, filled in zip(found, fill, strict=True)
                ]
            else:
                found = [_without(total, one.terms) for total in found]
                labels = "、".join(f"“{term}”" for term in one.terms)
                self.said.append(f"{labels}有的单位填了、有的没有填，不能汇总，没有带入。")
        return found

    def sum_of(self, members: Sequence[Member]) -> Total:
        """The sum. A term that nobody has filled in stays blank."""
        kept = {term: value for term in self.file.keep if (value := _common(term, members)) is not None}
        figures = added([member.total for member in members])
        groups = {
            table.name: self._rows(table, members) for table in self.file.table if self._outermost(table)
        }
        return Total(figures, kept, {name: rows for name, rows in groups.items() if rows})

    def _adds(self, term: Term) -> bool:
        return term.kind in ADDING and term.name not in self.file.leave

    def _table(self, name: str) -> AddedTable | None:
        return next((table for table in self.file.table if table.name == name), None)

    def _outermost(self, table: AddedTable) -> bool:
        return self.pack.groups[table.name].path == (table.name,)

    def _rows(self, table: AddedTable, members: Sequence[Member]) -> tuple[Total, ...]:
        rows = [(member, row) for member in members for row in member.total.groups.get(table.name, ())]
        if table.apart:
            merged = tuple(_marked(row, table.by, member) for member, row in rows)
        else:
            merged = tuple(self._merged(table, [row for _, row in rows]))
        group = self.pack.groups[table.name]
        room = group.repeat or group.rows
        if len(merged) > room:
            self.full.add(table.name)
        return fitted(merged, table, room, self.pack.vocabulary, self.said)

    def _merged(self, table: AddedTable, rows: Sequence[Total]) -> Iterator[Total]:
        """One row for each code or name; codes in their order, names as they come."""
        found: dict[str, list[Total]] = {}
        for row in rows:
            found.setdefault(same_text(row.texts.get(table.by, "")), []).append(row)
        by_code = self.pack.vocabulary[table.by].kind is Kind.CODE
        for key in sorted(found) if by_code else found:
            several = found[key]
            texts = {term: value for row in reversed(several) for term, value in row.texts.items()}
            yield Total(added(several), texts, dict(self._inner(table, several)))

    def _inner(self, table: AddedTable, rows: Sequence[Total]) -> Iterator[tuple[str, tuple[Total, ...]]]:
        """The tables inside the repetitions of a block."""
        for inner in self.file.table:
            if self.pack.groups[inner.name].path[:-1] == self.pack.groups[table.name].path:
                yield (
                    inner.name,
                    tuple(
                        self._merged(inner, [one for row in rows for one in row.groups.get(inner.name, ())])
                    ),
                )


def _walk(total: Total) -> Iterator[Total]:
    yield total
    for row in (row for rows in total.groups.values() for row in rows):
        yield from _walk(row)


def _with(total: Total, implied: Mapping[str, str]) -> Total:
    more = {term: total.figures[other] for term, other in implied.items() if other in total.figures}
    groups = {name: tuple(_with(row, implied) for row in rows) for name, rows in total.groups.items()}
    return replace(total, figures={**total.figures, **more}, groups=groups)


def _agree(total: Total, terms: tuple[str, str]) -> bool:
    """As far as rounding allows."""
    one, other = (total.figures.get(term, Decimal(0)) for term in terms)
    return abs(one - other) <= ROUNDED


def _without(total: Total, terms: Mapping[str, str]) -> Total:
    figures = {term: value for term, value in total.figures.items() if term not in terms}
    groups = {name: tuple(_without(row, terms) for row in rows) for name, rows in total.groups.items()}
    return replace(total, figures=figures, groups=groups)


def _marked(row: Total, by: str, member: Member) -> Total:
    """A row with the name of its unit; those of a sum bear it already."""
    name = f"{row.texts.get(by, '')}（{member.name}）"
    return row if member.summed else replace(row, texts={**row.texts, by: name})


def _common(term: str, members: Sequence[Member]) -> str | None:
    """What all say, if they say the same."""
    said = {member.total.texts.get(term) for member in members}
    return said.pop() if len(said) == 1 else None
