"""Workbooks to hold the live sheets against Python: quickly filled, and the examples of all checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from jixiao.model.filling import Entry, Filling
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.patching import SheetPatch, patch_sheet
from jixiao.workbook.file.repacking import with_parts
from jixiao.workbook.file.structure import read_structure
from jixiao.workbook.live.assembly import with_live
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import CellRole, Layout, SheetLayout, address
from jixiao.workbook.written.build import build_workbook

ERROR = "#N/A"  # stands for an error value in a filling
Place = tuple[str, tuple[int, ...]]  # a term, and which row or repetition
Given = Mapping[str, str | list[str]]


class Books:
    """The workbooks of one pack, laid out for one of its frameworks (the form's own if none is named)."""

    def __init__(self, pack: Pack, framework: str = "") -> None:
        self.pack = pack
        self._chosen = framework or pack.form.framework

    @cached_property
    def framework(self) -> Framework | None:
        return self.pack.framework(self._chosen) if self._chosen else None

    @cached_property
    def layout(self) -> Layout:
        return with_live(lay_out(self.pack.form, self.framework, self.pack.codes), self.pack, self.framework)

    @cached_property
    def _built(self) -> bytes:
        return build_workbook(self.pack, self.framework)

    @property
    def blank(self) -> Package:
        """Opened anew each time: how much is read of one file is limited."""
        return package(self._built)

    @cached_property
    def places(self) -> Mapping[Place, tuple[str, str]]:
        """Where every cell of a term lies: sheet and address."""
        roles = (CellRole.ENTRY, CellRole.COMPUTED, CellRole.PRESET)
        slots = [(sheet, slot) for sheet in self.layout.sheets for slot in sheet.slots if slot.role in roles]
        return {
            (slot.term.name, slot.at): (sheet.name, address(slot.box.top, slot.box.left))
            for sheet, slot in slots
            if slot.term
        }

    def sheet(self, name: str) -> SheetLayout:
        return next(sheet for sheet in self.layout.sheets if sheet.name == name)

    def filled(self, filling: Filling) -> bytes:
        """The blank workbook with the filling typed in: quicker than to build it anew."""
        cells: dict[str, dict[str, Entry]] = {}
        for place, entry in entries(filling):
            sheet, where = self.places[place]
            cells.setdefault(sheet, {})[where] = entry
        blank = self.blank
        parts = read_structure(blank).parts
        typed = {parts[sheet]: self._typed(blank, parts[sheet], content) for sheet, content in cells.items()}
        return with_parts(blank, typed)

    def _typed(self, blank: Package, part: str, cells: Mapping[str, Entry]) -> bytes:
        patch = SheetPatch(cells={where: _content(entry) for where, entry in cells.items()})
        root = etree.fromstring(patch_sheet(blank.sheet(part), patch))
        for cell in root.iter("{*}c"):
            if cell.get("r") in cells:
                etree.strip_elements(cell, "{*}f")  # typed over
            if cells.get(cell.get("r", "")) == ERROR:
                cell.set("t", "e")
                cell.remove(cell[0])
                etree.SubElement(cell, f"{{{etree.QName(cell).namespace}}}v").text = ERROR
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def examples(self) -> list[Filling]:
        """As few workbooks as hold all examples of all checks: those in one share no cell, and none waits."""
        sheaves: list[Sheaf] = []
        for check in self.pack.checks:
            terms = self.with_inputs({term for bound in check.bounds for term in bound.terms})
            waits = {term for bound in check.waits for term in bound.terms}
            for example in check.data.examples:
                needed = {self._cell_or_table(term) for term in {*terms, *example.given}}
                unit = example.given.get(self.pack.form.units.term, "")  # it changes what all amounts say
                fitting = (sheaf for sheaf in sheaves if sheaf.unit == unit and sheaf.has_room(needed, waits))
                sheaf = next(fitting, None)
                if sheaf is None:
                    sheaves.append(sheaf := Sheaf(unit))
                sheaf.taken |= needed
                sheaf.waits |= waits
                sheaf.given |= example.given
        return [self.given(sheaf.given) for sheaf in sheaves]

    def given(self, given: Given) -> Filling:
        """What an example gives, as it is typed."""
        return self._filling(given)

    def with_inputs(self, terms: set[str]) -> set[str]:
        """The terms, and those that their computed ones are made of."""
        formulas = self.pack.formulas
        return terms | {term for name in terms if name in formulas for term in formulas[name].terms}

    def _cell_or_table(self, term: str) -> str:
        path = self.pack.vocabulary[term].path
        return path[0] if path else term

    def _filling(self, given: Given, path: tuple[str, ...] = (), row: int = 0) -> Filling:
        own = {term: value for term, value in given.items() if self.pack.vocabulary[term].path == path}
        found = {term: self._entry(term, value, row) for term, value in own.items()}
        groups = {
            group.name: tuple(self._filling(given, group.path, n) for n in self._rows(group.path, given))
            for group in self.pack.groups.values()
            if group.path[:-1] == path
        }
        return Filling({term: entry for term, entry in found.items() if entry != ""}, groups)

    def _rows(self, path: tuple[str, ...], given: Given) -> list[int]:
        """Which row of the example stands in each row of the table: of printed rows, some cells are closed.

        The number behind the last stands for a row that is left blank.
        """
        length = self._length(path, given)
        terms = [term for term in given if self.pack.vocabulary[term].path == path]
        if len(path) > 1 or not terms:
            return list(range(length))
        rows: list[int] = []
        filled = 0
        for row in range(1 + max(at[0] for term, at in self.places if term in terms)):
            is_open = filled < length and all((term, (row,)) in self.places for term in terms)
            rows.append(filled if is_open else length)
            filled += is_open
        return rows[: len(rows) - rows[::-1].index(length - 1)]

    def _length(self, path: tuple[str, ...], given: Given) -> int:
        known = self.pack.vocabulary
        inside = [value for term, value in given.items() if known[term].path[: len(path)] == path]
        if self.pack.groups[path[-1]].repeat:
            return int(bool(inside))
        return max(map(len, inside), default=0)

    def _entry(self, term: str, value: str | list[str], row: int) -> Entry:
        text = value if isinstance(value, str) else value[row] if row < len(value) else ""
        return Decimal(text) if text and self.pack.vocabulary[term].kind.numeric else text


@dataclass
class Sheaf:
    """Examples that share no cell, and give the same unit of amounts if any."""

    unit: object = ""
    given: dict[str, str | list[str]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    waits: set[str] = field(default_factory=set)  # what would hold a check whose examples it has

    def has_room(self, needed: set[str], waits: set[str]) -> bool:
        return not (self.taken & (needed | waits) or self.waits & needed)


def entries(filling: Filling, at: tuple[int, ...] = ()) -> Iterator[tuple[Place, Entry]]:
    """Every filled cell."""
    yield from (((term, at), entry) for term, entry in filling.entries.items() if entry != "")
    for records in filling.groups.values():
        for number, record in enumerate(records):
            yield from entries(record, (*at, number))


def package(content: bytes) -> Package:
    return Package(Path("book.xlsm"), content, ZipFile(BytesIO(content)))


def _content(entry: Entry) -> Decimal | str:
    return entry if isinstance(entry, Decimal) else str(entry)
