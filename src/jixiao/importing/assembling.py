"""Tables that were read -> one filling in one unit, and everything there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jixiao.importing.amounts import Amount
from jixiao.importing.completeness import incomplete_marks, whole_tables, with_zeros, zeros_of
from jixiao.importing.guide import Guide, section_of
from jixiao.importing.heads import head_of
from jixiao.importing.labels import label
from jixiao.importing.own_codes import with_own_codes
from jixiao.importing.preamble import Preamble
from jixiao.importing.repeated import once_each
from jixiao.importing.table_reading import Leftover, ReadRow, TableReading
from jixiao.importing.units import coarse_units, common_unit, into_smallest, settle_units
from jixiao.model.filling import Entry, Filling
from jixiao.pack.pack import Pack

_LEAST_OF_A_NAME = 4  # characters


@dataclass(frozen=True)
class Assembly:
    """`unit` is the workbook's. A remark is no question, only good to know.

    `places`: where a figure stands in the files, by its term, in tables with the key of its row before it.
    """

    filling: Filling
    places: Mapping[tuple[str, ...], tuple[str, ...]]
    unit: str
    unit_name: str
    year: int | None
    tables: tuple[TableReading, ...]
    leftovers: tuple[Leftover, ...]
    taken: int  # figures of the files that are in the filling, or agree with one that is
    remarks: tuple[str, ...]


def assemble(
    readings: list[TableReading],
    covers: Iterable[Preamble],
    pack: Pack,
    guide: Guide,
    unit: str,
    year: int | None,
) -> Assembly:
    """Put the tables together in `unit` and for `year`; empty: their own. Raises UnusableInput."""
    remarks = settle_units(readings, unit)
    for reading in readings:
        into_smallest(reading, guide, pack)
    tables, contradictions = once_each(readings, remarks, pack.form.units.factors)
    unit = unit or common_unit(tables, pack, remarks)
    remarks += coarse_units(tables, unit, pack)
    filler = _Filler(pack, pack.form.units.factors[unit], remarks)
    filling = filler.filling(tables)
    files = dict.fromkeys(table.region.sheet.file for table in tables)
    preambles = [table.preamble for table in tables]
    head = head_of(preambles, covers, files, guide.words, year, remarks)
    marks = incomplete_marks(readings, tables, pack, guide)
    whole = whole_tables(readings, tables)
    blank = {term for t in tables if t.region.table.name in whole for term in zeros_of(t, pack)}
    cover: dict[str, Entry] = {pack.form.units.term: unit}
    cover |= {pack.form.unit_name: head.name} if head.name else {}
    cover |= {pack.form.year: Decimal(head.year)} if head.year else {}
    groups = with_own_codes(filling.groups, head.year or 0, pack, guide.own_codes, remarks)
    unread = [left for reading in readings for left in reading.leftovers]
    return Assembly(
        filling=with_zeros(Filling({**cover, **marks, **filling.entries}, groups), blank, pack),
        places=filler.places,
        unit=unit,
        unit_name=head.name,
        year=head.year,
        tables=tuple(tables),
        leftovers=(*unread, *contradictions, *filler.left),
        taken=sum(len(reading.taken) for reading in readings) - sum(left.figures for left in filler.left),
        remarks=tuple(remarks),
    )


def _in_order(name: str, table: TableReading) -> list[ReadRow]:
    """Rows of a table in halves were read across both of them: they belong in the order of their codes."""
    halves = sum(plan.part.table == name for plan in table.plans)
    records = table.records[name]
    return sorted(records, key=lambda record: record.code) if halves > 1 else records


class _Filler:
    """Lays records into the tables of the form."""

    def __init__(self, pack: Pack, factor: Decimal, remarks: list[str]) -> None:
        self.pack = pack
        self.factor = factor
        self.remarks = remarks
        self.left: list[Leftover] = []
        self.places: dict[tuple[str, ...], tuple[str, ...]] = {}

    def filling(self, tables: Iterable[TableReading]) -> Filling:
        entries: dict[str, Entry] = {}
        groups: dict[str, tuple[Filling, ...]] = {}
        for table in tables:
            entries |= {term: self._amount(amount) for term, amount in table.entries.items()}
            self.places |= {(term,): amount.place for term, amount in table.entries.items()}
            if table.note and table.region.table.empty_note:
                entries[table.region.table.empty_note] = table.note
            for name in table.records:
                kept = self._kept(name, _in_order(name, table), table)
                groups[name] = tuple(self._row(name, record) for record in kept)
        return Filling(entries, groups)

    def _kept(self, name: str, records: list[ReadRow], table: TableReading) -> list[ReadRow]:
        """The rows that the form has room for. Rows of zeros need none where rows are free."""
        section = section_of(self.pack, name)
        if section is None or section.given:
            return records
        used: list[ReadRow] = []
        zeros = 0
        for record in records:
            if any(amount.value for amount in record.amounts.values()):
                used.append(record)
            else:
                zeros += record.whole
        if zeros:
            self.remarks.append(f"“{table.region.table.name}”有 {zeros} 行科目全是零，没有列入。")
        for record in used[section.rows :]:
            sheet, reason = table.region.sheet, f"表样只有 {section.rows} 行，放不下"
            column = next(iter(sheet.rows[record.row]))
            self.left.append(
                Leftover(
                    sheet.file,
                    *sheet.where(record.row, column),
                    f"{record.code} {record.name}",
                    reason,
                    len(record.amounts),
                )
            )
        return used[: section.rows]

    def _row(self, table: str, record: ReadRow) -> Filling:
        section = section_of(self.pack, table)
        assert section is not None, table  # the guide was checked against the form
        entries: dict[str, Entry] = {f"{table}.{section.key}": record.code}
        texts = [
            column.name
            for column in section.columns
            if column.name != section.key and not column.type.numeric
        ]
        if not section.given:
            entries |= {f"{table}.{name}": self._name(record) for name in texts}
        amounts = {f"{table}.{key}": amount for key, amount in record.amounts.items()}
        self.places |= {(record.code, term): amount.place for term, amount in amounts.items()}
        return Filling(entries | {term: self._amount(amount) for term, amount in amounts.items()})

    def _name(self, record: ReadRow) -> str:
        """The name as the code list writes it, if only brackets, blanks, numbering or a cut end differ."""
        listed = (codes.get(record.code, "") for codes in self.pack.names_of_codes.values())
        return next((name for name in listed if name and _is_name(record.name, name)), record.name)

    def _amount(self, amount: Amount) -> Decimal:
        return amount.value / self.factor


def _is_name(printed: str, listed: str) -> bool:
    """Whether a name is printed as listed, or as far as a narrow cell or the end of a page let it."""
    text = label(printed)
    return text == label(listed) or (len(text) >= _LEAST_OF_A_NAME and label(listed).startswith(text))
