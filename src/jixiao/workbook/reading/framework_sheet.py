"""The sheet 指标体系 as it stands in a workbook: its rows, and which of them somebody has changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from jixiao.model.fact import Place
from jixiao.pack.form import Form
from jixiao.pack.framework_rows import EDITED, FrameworkSheet, SheetRow, is_changed
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FrameworkSection, Held
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure, defined_name
from jixiao.workbook.reading.shown import as_shown

_FURTHER = 60  # rows below the last one in which somebody may go on
_BESIDE: tuple[Held, ...] = (
    "level2",
    "max_score",
    "standard",
    "method",
)  # columns without help below
_BROKEN = (Content.ERROR, Content.UNCALCULATED)


@lru_cache(maxsize=16)
def below_indicators(structure: BookStructure, pack: Pack) -> tuple[Place, ...]:
    """The cells below the table in which indicators are judged: whatever stands there, nobody reads it."""
    if pack.form.assessment is None:
        return ()
    terms = (pack.vocabulary[name] for name in pack.groups[pack.form.assessment.table].terms)
    found = (structure.area(defined_name(term, 0)) for term in terms if not term.formula)
    areas = [area for area in found if area]
    rows = range(1, _FURTHER + 1) if areas else ()
    return tuple(Place(areas[0].sheet, f"{area.column}{area.last + n}") for n in rows for area in areas)


class _Layout(msgspec.Struct, frozen=True):
    """Where the sheet of one structure has its columns, what stands alone, and what somebody may add."""

    section: FrameworkSection
    areas: Mapping[Held, Area]
    title: Area
    total: Area
    head: Area
    rows: range
    below: tuple[str, ...]
    wanted: frozenset[str]


def read_framework_sheet(source: CellSource, form: Form) -> FrameworkSheet | None:
    """None for a form that scores nothing, and where the sheet or a column of it is gone."""
    layout = _layout(source.structure, _section(form))
    if layout is None:
        return None
    areas, columns = layout.areas, layout.areas.values()
    title, total = layout.title, layout.total
    sheet = _Cells(source, title.sheet, layout.wanted)
    used = (row for row in layout.rows if any(area.place(row).cell in sheet.cells for area in columns))
    rows = (sheet.row(areas, row) for row in used)
    return FrameworkSheet(
        section=layout.section,
        title=sheet.text(title.cell),
        total=sheet.text(total.cell),
        title_place=Place(title.sheet, title.cell),
        total_place=Place(total.sheet, total.cell),
        head=sheet.text(layout.head.cell),
        rows=tuple(row for row in rows if row.made_for or not row.blank),
        stray=tuple(Place(title.sheet, cell) for cell in layout.below if sheet.filled(cell)),
    )


@lru_cache(maxsize=16)
def _layout(structure: BookStructure, section: FrameworkSection | None) -> _Layout | None:
    areas = _areas(section, structure) if section else {}
    single = [structure.area(f"{section.name}.{name}") for name in _single(section)] if section else []
    if section is None or not areas or None in single:
        return None
    title, total, head = (area for area in single if area)
    first, last = next((area.first, area.last) for area in areas.values())
    below = tuple(f"{areas[held].column}{last + n}" for n in range(1, _FURTHER + 1) for held in _BESIDE)
    wanted = frozenset(below).union(*(area.cells for area in (*areas.values(), title, total, head)))
    return _Layout(section, areas, title, total, head, range(first, last + 1), below, wanted)


def place_of_sheet(form: Form) -> Place | None:
    """Where the sheet begins when a workbook is made; None for a form that scores nothing."""
    section = _section(form)
    return Place(section.name, "A1") if section else None


def _section(form: Form) -> FrameworkSection | None:
    return next(form.sections(FrameworkSection), None)


def _single(section: FrameworkSection) -> tuple[str, ...]:
    return section.title, section.total, section.head


def _areas(section: FrameworkSection, structure: BookStructure) -> dict[Held, Area]:
    """The columns, if all are there, side by side."""
    found = {c.holds: structure.area(f"{section.name}.{c.label}") for c in section.columns}
    areas = {held: area for held, area in found.items() if area}
    rows = {(area.sheet, area.first, area.last) for area in areas.values()}
    return areas if len(areas) == len(found) and len(rows) == 1 else {}


class _Cells:
    """The cells of the sheet, read at once."""

    def __init__(self, source: CellSource, sheet: str, wanted: frozenset[str]) -> None:
        self.source = source
        self.sheet = sheet
        self.cells: Mapping[str, RawCell] = source.cells(sheet, wanted)

    def filled(self, cell: str) -> bool:
        return (raw := self.cells.get(cell)) is not None and bool(raw.text.strip())

    def broken(self, cell: str) -> bool:
        return (raw := self.cells.get(cell)) is not None and raw.content in _BROKEN

    def text(self, cell: str) -> str:
        """Nothing for what shows an error."""
        raw = self.cells.get(cell)
        if raw is None or raw.content in _BROKEN:
            return ""
        return as_shown(raw, self.source.is_date, self.source.structure.epoch_1904).strip()

    def row(self, areas: Mapping[Held, Area], row: int) -> SheetRow:
        texts = {held: self.text(area.place(row).cell) for held, area in areas.items()}
        places = {held: areas[held].place(row) for held in EDITED}
        id_, changed = is_changed(texts["made_for"], texts)
        broken = tuple(held for held, at in places.items() if self.broken(at.cell))
        return SheetRow(texts, places, id_, changed or bool(broken), texts["stored"], broken)
