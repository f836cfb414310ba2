"""Tables that were read -> one filling in one unit, and everything there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jixiao.importing.amounts import Amount
from jixiao.importing.guide import Guide, section_of
from jixiao.importing.labels import label
from jixiao.importing.own_codes import with_own_codes
from jixiao.importing.preamble import Preamble
from jixiao.importing.reading import Leftover, ReadRow, TableReading
from jixiao.importing.repeated import once_each
from jixiao.importing.units import coarse_units, common_unit, into_smallest, settle_units
from jixiao.model.filling import Entry, Filling
from jixiao.pack.pack import Pack


@dataclass(frozen=True)
class Assembly:
    """`unit` is the workbook's. A remark is no question, only good to know."""

    filling: Filling
    unit: str
    unit_name: str
    year: int | None
    tables: tuple[TableReading, ...]
    leftovers: tuple[Leftover, ...]
    remarks: tuple[str, ...]


def assemble(
    readings: list[TableReading], covers: Iterable[Preamble], pack: Pack, guide: Guide, unit: str
) -> Assembly:
    """Put the tables together in `unit`; empty: in the tables' own. Raises UnusableInput."""
    remarks = settle_units(readings, unit)
    for reading in readings:
        into_smallest(reading, guide, pack)
    tables, contradictions = once_each(readings, remarks)
    unit = unit or common_unit(tables, pack, remarks)
    remarks += coarse_units(tables, unit, pack)
    filler = _Filler(pack, pack.form.units.factors[unit], remarks)
    filling = filler.filling(tables)
    name, year = _heads([table.preamble for table in tables], list(covers), remarks)
    cover: dict[str, Entry] = {pack.form.units.term: unit}
    cover |= {pack.form.unit_name: name} if name else {}
    cover |= {pack.form.year: Decimal(year)} if year else {}
    groups = with_own_codes(filling.groups, int(year or 0), pack, guide.own_codes)
    unread = [left for reading in readings for left in reading.leftovers]
    return Assembly(
        filling=Filling({**cover, **filling.entries}, groups),
        unit=unit,
        unit_name=name,
        year=int(year) if year else None,
        tables=tuple(tables),
        leftovers=(*unread, *contradictions, *filler.left),
        remarks=tuple(remarks),
    )


def _heads(tables: list[Preamble], covers: list[Preamble], remarks: list[str]) -> tuple[str, str]:
    """Name of the reporting unit and year, from covers only if no table says it; empty if not settled."""
    names = [[preamble.unit_name for preamble in some] for some in (tables, covers)]
    years = [[str(preamble.year or "") for preamble in some] for some in (tables, covers)]
    name = _agreed(names[0] if any(names[0]) else names[1], "单位名称", remarks)
    return name, _agreed(years[0] if any(years[0]) else years[1], "年度", remarks)


def _agreed(found: Iterable[str], what: str, remarks: list[str]) -> str:
    """What all tables say; empty, with a remark, where they do not agree or do not say it."""
    said = list(dict.fromkeys(text for text in found if text))
    if len(said) == 1:
        return said[0]
    listed = f"各表的{what}不一致（{'、'.join(said)}）" if said else f"各表都没有写{what}"
    remarks.append(f"{listed}，没有填，请在工作簿里填写。")
    return ""


class _Filler:
    """Lays records into the tables of the form."""

    def __init__(self, pack: Pack, factor: Decimal, remarks: list[str]) -> None:
        self.pack = pack
        self.factor = factor
        self.remarks = remarks
        self.left: list[Leftover] = []

    def filling(self, tables: Iterable[TableReading]) -> Filling:
        entries: dict[str, Entry] = {}
        groups: dict[str, tuple[Filling, ...]] = {}
        for table in tables:
            entries |= {term: self._amount(amount) for term, amount in table.entries.items()}
            if table.note and table.region.table.empty_note:
                entries[table.region.table.empty_note] = table.note
            for name, records in table.records.items():
                groups[name] = tuple(self._row(name, record) for record in self._kept(name, records, table))
        return Filling(entries, groups)

    def _kept(self, name: str, records: list[ReadRow], table: TableReading) -> list[ReadRow]:
        """The rows that the form has room for. Rows of zeros need none where rows are free."""
        section = section_of(self.pack, name)
        if section is None or section.given:
            return records
        used = [record for record in records if any(amount.value for amount in record.amounts.values())]
        zeros = sum(record.whole and record not in used for record in records)
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
        return Filling(entries | {f"{table}.{key}": self._amount(a) for key, a in record.amounts.items()})

    def _name(self, record: ReadRow) -> str:
        """The name as the code list writes it, if only brackets, blanks or numbering differ."""
        listed = (codes.get(record.code, "") for codes in self.pack.names_of_codes.values())
        return next((name for name in listed if name and label(name) == label(record.name)), record.name)

    def _amount(self, amount: Amount) -> Decimal:
        return amount.value / self.factor
