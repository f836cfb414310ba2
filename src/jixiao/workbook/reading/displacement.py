"""Have cells been moved away from under their names? The labels that the form prints beside them tell.

A spreadsheet program moves the names along with the cells; other programs insert or delete rows and leave
the names where they were, and then every figure below is read as the one above or beneath it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

import msgspec

from jixiao.model.fact import Place
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.relation.texts import same_text
from jixiao.workbook.file.cells import ADDRESS, RawCell, column_letters, column_number
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure, defined_name

FIRST_COLUMN = "A"  # in which the form prints the labels of rows
FURTHER_ROWS, FURTHER_COLUMNS = 60, 4  # how far away a label is looked for
REQUIRED = "*"  # stands behind the label of a cell that must be filled

Cells = Mapping[str, RawCell]


class Printed(msgspec.Struct, frozen=True):
    """A label of the form, where it belongs, and the cells that it labels."""

    sheet: str
    cell: str
    text: str
    areas: tuple[Area, ...]

    @property
    def over(self) -> bool:
        """True for the head of a column, false for the label of a row."""
        return self.cell.rstrip("0123456789") == self.areas[0].column

    @property
    def of_rows(self) -> bool:
        """True for a column of free rows."""
        return self.areas[0].last > self.areas[0].first


class Displacement(msgspec.Struct, frozen=True):
    """The first label of a sheet that is not where its cells are; `found` stands there."""

    place: Place
    expected: str
    found: str


@lru_cache(maxsize=16)
def printed_labels(structure: BookStructure, pack: Pack) -> tuple[Printed, ...]:
    """Every label of the form by the place that the names of its cells give it."""
    areas: dict[tuple[str, str, str], list[Area]] = {}
    for name, term in _labelled(pack):
        area = structure.area(name)
        if area is None:
            continue
        if term.beside:
            areas.setdefault((area.sheet, f"{FIRST_COLUMN}{area.first}", term.beside), []).append(area)
        if term.above and area.first > 1:
            areas.setdefault((area.sheet, f"{area.column}{area.first - 1}", term.above), []).append(area)
    return tuple([Printed(*key, tuple(found)) for key, found in areas.items()])


@lru_cache(maxsize=4)
def _labelled(pack: Pack) -> tuple[tuple[str, Term], ...]:
    """The names of all entry cells that have a label; those of a block once for each repetition."""
    return tuple(
        (defined_name(term, repetition), term)
        for term in pack.vocabulary.values()
        if not term.formula and (term.beside or term.above)
        for repetition in range(max(1, pack.groups[term.path[0]].repeat) if term.path else 1)
    )


def displacements(
    labels: Iterable[Printed], read: Mapping[str, Cells], source: CellSource
) -> dict[str, Displacement]:
    """By sheet; `read` has what stands where the labels belong. A label that was only reworded is none."""
    sheets: dict[str, list[Printed]] = {}
    for label in labels:
        sheets.setdefault(label.sheet, []).append(label)
    found = {}
    for sheet, printed in sheets.items():
        wrong = [label for label in printed if not _stands(label, read[sheet])]
        first = next(_moved(wrong, printed, source), None) if wrong else None
        if first is not None:
            found[sheet] = first
    return found


def _stands(label: Printed, cells: Cells) -> bool:
    raw = cells.get(label.cell)
    return raw is not None and (raw.text == label.text or _bare(raw.text) == _bare(label.text))


def _bare(text: str) -> str:
    return same_text(text).rstrip(REQUIRED)


def _moved(wrong: list[Printed], printed: list[Printed], source: CellSource) -> Iterator[Displacement]:
    """Those of the wrong labels that stand elsewhere, in the order of the rows."""
    sheet = wrong[0].sheet
    texts = source.cells(sheet, _around(printed))
    page = _Page({cell: _bare(raw.text) for cell, raw in texts.items()}, printed)
    for label in sorted(wrong, key=lambda label: _place(label.cell)):
        if page.has_moved(label):
            raw = texts.get(label.cell)
            yield Displacement(Place(sheet, label.cell), label.text, raw.text.strip() if raw else "")


class _Page(msgspec.Struct, dict=True):
    """A sheet as it stands, beside what the form prints on it."""

    texts: Mapping[str, str]
    printed: list[Printed]

    @cached_property
    def words(self) -> set[str]:
        return {_bare(label.text) for label in self.printed}

    @cached_property
    def entered(self) -> frozenset[str]:
        return frozenset().union(*(area.cells for label in self.printed for area in label.areas))

    @cached_property
    def stray(self) -> set[tuple[str, str]]:
        """Labels in places where none of their kind belongs."""
        expected = {(label.cell, _bare(label.text)) for label in self.printed}
        return {(cell, text) for cell, text in self.texts.items() if text in self.words} - expected

    def has_moved(self, label: Printed) -> bool:
        """Whether the label has left its cells, and not a cell its label: Excel lets people move one."""
        own = frozenset().union(*(area.cells for area in label.areas))
        elsewhere = {cell for cell, text in self.stray if text == _bare(label.text)}
        beyond = elsewhere - self.entered
        if elsewhere & own or (label.over and (self._header_gone(label) or _in_column(label, beyond))):
            return True
        return bool(beyond) and (self.texts.get(label.cell) in self.words or not own & self.texts.keys())

    def _header_gone(self, label: Printed) -> bool:
        """Whether nothing is left of the header of a table: its row was deleted."""
        row = _place(label.cell)[0]
        header = [o for o in self.printed if o.over and o.of_rows and _place(o.cell)[0] == row]
        return len(header) > 1 and all(self.texts.get(o.cell) != _bare(o.text) for o in header)


def _in_column(label: Printed, cells: Iterable[str]) -> bool:
    column = _place(label.cell)[1]
    return any(_place(cell)[1] == column for cell in cells)


def _around(printed: list[Printed]) -> set[str]:
    """The addresses of the sheet's form, and of as many rows and columns as somebody may have inserted."""
    areas = [area for label in printed for area in label.areas]
    last_row = max(area.last for area in areas) + FURTHER_ROWS
    last_column = max(column_number(area.column) for area in areas) + FURTHER_COLUMNS
    columns = [column_letters(column) for column in range(1, last_column + 1)]
    return {f"{column}{row}" for column in columns for row in range(1, last_row + 1)}


def _place(cell: str) -> tuple[int, int]:
    match = ADDRESS.fullmatch(cell)
    assert match
    return int(match[2]), column_number(match[1])
