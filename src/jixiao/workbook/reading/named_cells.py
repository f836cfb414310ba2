"""The cells of a filled workbook to which the names of its form point."""

from __future__ import annotations

from functools import lru_cache

from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure, defined_name
from jixiao.workbook.reading.displacement import printed_labels
from jixiao.workbook.reading.framework_sheet import below_indicators


class NamedCells:
    """The cells that the form's names point to, their labels and what stands below, read sheet by sheet."""

    def __init__(self, source: CellSource, pack: Pack) -> None:
        self.structure = source.structure
        wanted = _wanted(self.structure, pack)
        self.cells = {sheet: source.cells(sheet, addresses) for sheet, addresses in wanted.items()}
        further = below_indicators(self.structure, pack)
        self.below = [at for at in further if (raw := self.cells[at.sheet].get(at.cell)) and raw.text.strip()]
        for term in pack.stand_ins:
            self._without_own_formula(pack.vocabulary[term], _repeat(pack.vocabulary[term], pack))

    def _without_own_formula(self, term: Term, repeat: int) -> None:
        """The formula that a new workbook has in an entry cell is no content where it has no value."""
        for area in filter(None, (self.structure.area(defined_name(term, n)) for n in range(repeat))):
            cells = self.cells[area.sheet]
            idle = {cell for cell in area.cells & cells.keys() if _valueless(cells[cell])}
            if idle:
                self.cells[area.sheet] = {cell: raw for cell, raw in cells.items() if cell not in idle}

    def cell(self, area: Area, row: int) -> RawCell | None:
        """What stands in a row of an area; None where that is nothing."""
        return self.cells[area.sheet].get(f"{area.column}{row}")

    def used_rows(self, areas: list[Area]) -> list[int]:
        """Rows in which at least one of the columns has content."""
        rows: set[int] = set()
        for sheet, known in _rows_by_cell(tuple(areas)).items():
            rows.update([known[cell] for cell in known.keys() & self.cells[sheet].keys()])
        return sorted(rows)

    def text(self, term: str) -> str:
        """What stands in the first cell of a term, as text; empty where it has none."""
        area = self.structure.area(term)
        raw = self.cell(area, area.first) if area else None
        return raw.text.strip() if raw else ""


@lru_cache(maxsize=256)
def _rows_by_cell(areas: tuple[Area, ...]) -> dict[str, dict[str, int]]:
    """Of columns of a table the rows by addresses, by sheets: in most tables few of the cells are filled."""
    found: dict[str, dict[str, int]] = {}
    for area in areas:
        found.setdefault(area.sheet, {}).update((cell, area.row(cell)) for cell in area.cells)
    return found


def _valueless(raw: RawCell) -> bool:
    """True of a formula that was never calculated, or not without an error."""
    return raw.formula and raw.content in (Content.UNCALCULATED, Content.ERROR)


@lru_cache(maxsize=16)
def _wanted(structure: BookStructure, pack: Pack) -> dict[str, set[str]]:
    """The addresses by sheets; all who ask share them, and nobody changes them."""
    wanted: dict[str, set[str]] = {}
    for area in filter(None, map(structure.area, _names(pack))):
        wanted.setdefault(area.sheet, set()).update(area.cells)
    for label in printed_labels(structure, pack):
        wanted[label.sheet].add(label.cell)
    for place in below_indicators(structure, pack):
        wanted[place.sheet].add(place.cell)
    return wanted


@lru_cache(maxsize=4)
def _names(pack: Pack) -> tuple[str, ...]:
    """Without the computed columns, whose cells nobody reads."""
    terms = (term for term in pack.vocabulary.values() if not (term.formula and term.path))
    return tuple(defined_name(term, number) for term in terms for number in range(_repeat(term, pack)))


def _repeat(term: Term, pack: Pack) -> int:
    return max(1, pack.groups[term.path[0]].repeat) if term.path else 1
