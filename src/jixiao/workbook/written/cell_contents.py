"""What goes into each placed cell of a new workbook: the filling's entries, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.model.filling import Entry, Filling
from jixiao.model.term import Term
from jixiao.pack.buttons import Button
from jixiao.pack.computed import record_of
from jixiao.pack.form import Form
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FieldsSection, TableSection
from jixiao.workbook.live.computed_cell import formula_of, stand_in_formula
from jixiao.workbook.sheets.calculation import Calculation, value_in_cell
from jixiao.workbook.sheets.layout import CellRole, Layout, SheetSlot

_Place = tuple[str, tuple[int, ...]]  # a term, and which record of each group around it


class FillingError(UnusableInput):
    """A filling with entries that have no entry cell: an unknown term, a row too many, a locked cell."""


class Formula(msgspec.Struct, frozen=True, gc=False):
    text: str
    calculated: Entry


CellContent = Entry | Formula | None


class CellContents:
    """Answers cell by cell; remembers which entries have found their cell."""

    def __init__(self, pack: Pack, layout: Layout, framework: Framework | None, filling: Filling) -> None:
        aligned = _aligned(filling, pack.form, framework)
        self.pack = pack
        self.layout = layout
        self.entries = dict(_entries(aligned, ()))
        self.notes = dict(_notes(aligned, ()))
        self.calculation = Calculation(pack, record_of(aligned, pack))
        self._unplaced = {*self.entries, *self.notes}

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All that a form may name."""
        return self.pack.buttons.button

    def of(self, slot: SheetSlot) -> CellContent:
        if slot.shows:
            return self._showing(slot)
        if slot.cached is not None:
            return Formula(slot.formula, slot.cached(self.calculation))
        if slot.formula:
            return Formula(slot.formula, slot.content)
        if slot.role is CellRole.COMPUTED and slot.term is not None:
            fact = self.calculation.fact(slot.term.name, slot.at)
            computed = value_in_cell(fact, self.calculation.factor) if fact else ""
            return Formula(formula_of(slot, self.pack, self.layout), computed)
        if slot.role is CellRole.ENTRY and slot.term is not None:
            return self._entry(slot.term, slot)
        if slot.role is CellRole.PRESET and slot.term is not None:
            self._unplaced.discard((slot.term.name, slot.at))
        return None if slot.content == "" else slot.content

    def note(self, slot: SheetSlot) -> str:
        """The comment on this cell; empty for none."""
        if slot.term is None or slot.role is not CellRole.ENTRY:
            return ""
        return self.notes.get((slot.term.name, slot.at), "")

    def check_all_placed(self) -> None:
        """Raises FillingError if an entry or note has found no cell."""
        if self._unplaced:
            places = (f"{term}{list(at) if at else ''}" for term, at in sorted(self._unplaced))
            raise FillingError(
                f"数据里有放不进工作簿的内容（没有对应的填写单元格，或行数超过表格）：{'、'.join(places)}。"
            )

    def _entry(self, term: Term, slot: SheetSlot) -> Entry | Formula | None:
        place = (term.name, slot.at)
        self._unplaced.discard(place)
        entry = self.entries.get(place, slot.content)
        if term.kind is Kind.CODE and isinstance(entry, Decimal):
            return format(entry, "f")
        if entry == "":
            return self._stand_in(term, slot) if term.otherwise else None
        return entry

    def _stand_in(self, term: Term, slot: SheetSlot) -> Formula:
        fact = self.calculation.fact(term.name, slot.at)
        found = value_in_cell(fact, self.calculation.factor) if fact else ""
        return Formula(stand_in_formula(slot, self.pack, self.layout), found)

    def _showing(self, slot: SheetSlot) -> Formula:
        shown = next((s.content for s in self._slots(slot.shows)), "")
        value = self.entries.get((slot.shows, ()), shown)
        return Formula(f'"{slot.content}"&{slot.shows}', f"{slot.content}{value}")

    def _slots(self, term: str) -> Iterator[SheetSlot]:
        for sheet in self.layout.sheets:
            yield from (slot for slot in sheet.slots if slot.term and slot.term.name == term)


def _entries(filling: Filling, at: tuple[int, ...]) -> Iterator[tuple[_Place, Entry]]:
    yield from (((term, at), entry) for term, entry in filling.entries.items())
    for group in filling.groups.values():
        for number, record in enumerate(group):
            yield from _entries(record, (*at, number))


def _notes(filling: Filling, at: tuple[int, ...]) -> Iterator[tuple[_Place, str]]:
    yield from (((term, at), note) for term, note in filling.notes.items())
    for group in filling.groups.values():
        for number, record in enumerate(group):
            yield from _notes(record, (*at, number))


def _aligned(filling: Filling, form: Form, framework: Framework | None) -> Filling:
    """The filling with what a new workbook starts with, and the rows of indicators and of printed tables
    where the form has them."""
    groups = dict(filling.groups)
    for table in form.sections(TableSection):
        records = groups.get(table.name, ())
        if table.source and framework is not None:
            groups[table.name] = _by_indicator(table, records, framework)
        elif table.given:
            groups[table.name] = _by_given(table, records)
        elif not records and framework is not None:
            groups[table.name] = _starting(table, framework)
    return replace(filling, entries={**_initial(form), **filling.entries}, groups=groups)


def _starting(table: TableSection, framework: Framework) -> tuple[Filling, ...]:
    starts = framework.starts
    if starts is None or starts.table != table.name:
        return ()
    return tuple(Filling(entries=dict(entries)) for entries in starts.entries)


def _initial(form: Form) -> dict[str, Entry]:
    fields = (field for section in form.sections(FieldsSection) for field in section.fields)
    return {f.term: Decimal(f.initial) if f.type.numeric else f.initial for f in fields if f.initial}


def _by_given(table: TableSection, records: tuple[Filling, ...]) -> tuple[Filling, ...]:
    """One record for each printed row, found by its key, with what is printed."""
    key = f"{table.name}.{table.key}"
    rows = {str(record.entries.get(key, "")): record for record in records}
    unknown = set(rows) - {row[table.key] for row in table.given}
    if unknown or len(rows) < len(records):
        listed = "、".join(sorted(unknown)) or "有重复的行"
        raise FillingError(f"数据里“{table.name}”的行与表样印好的行不符：{listed}。请改数据。")
    return tuple(_printed(table, row, rows.get(row[table.key], Filling())) for row in table.given)


def _printed(table: TableSection, row: Mapping[str, str], record: Filling) -> Filling:
    printed = {f"{table.name}.{name}": text for name, text in row.items()}
    return replace(record, entries={**record.entries, **printed})


def _by_indicator(
    table: TableSection, records: tuple[Filling, ...], framework: Framework
) -> tuple[Filling, ...]:
    key = f"{table.name}.{table.key}"
    rows = {str(record.entries.get(key, "")): record for record in records}
    unknown = set(rows) - set(framework.by_id)
    if unknown or len(rows) < len(records):
        listed = "、".join(sorted(unknown)) or "有重复的编号"
        raise FillingError(
            f"数据里“{table.name}”的指标与所选评价指标体系不符：{listed}。请改数据，或换一个指标体系。"
        )
    return tuple(_preset(table, rows.get(id_, Filling()), found) for id_, found in framework.by_id.items())


def _preset(table: TableSection, record: Filling, indicator: Indicator) -> Filling:
    """What is printed about an indicator counts as filled in, as it does for whoever reads the workbook."""
    preset = {
        f"{table.name}.{column.name}": getattr(indicator, column.preset)
        for column in table.columns
        if column.preset
    }
    return replace(record, entries={**record.entries, **preset})
