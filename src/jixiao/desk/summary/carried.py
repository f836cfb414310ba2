"""What the reviewer has added goes on beside the same rows of the new summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile

from msgspec.structs import replace
from openpyxl import load_workbook

from jixiao.desk.summary.laid_sheets import plain
from jixiao.desk.summary.own_columns import IDENTITY, OwnColumns, OwnRow, RowKey, key_of, own_columns
from jixiao.desk.summary.own_widths import OwnWidths, own_widths, with_own_width
from jixiao.desk.summary.sheet import Cell, Painted, SummaryColumn, SummarySheet, unpainted

SHOWN, WIDTH = 5, 18


def carried_columns(
    file: Path, columns: Mapping[str, Sequence[str]], laid: Mapping[str, bytes]
) -> CarriedColumns:
    """What she has added to an earlier summary: see own_columns() and own_widths()."""
    if not file.exists():
        return CarriedColumns({})
    try:
        book = load_workbook(file, read_only=True)
        found = CarriedColumns(own_columns(book, columns), own_widths(book, laid))
        book.close()
    except (OSError, BadZipFile, LookupError, ValueError, TypeError, SyntaxError):
        return CarriedColumns({})
    return found


class CarriedColumns:
    """Her columns on their way into the new sheets; `widths`: of columns, ours and hers, by their sheets."""

    def __init__(self, found: Mapping[str, OwnColumns], widths: Mapping[str, OwnWidths] = {}) -> None:
        self._found, self._widths = found, widths

    def labels(self, sheet: str) -> tuple[str, ...]:
        return self._found[sheet].labels if sheet in self._found else ()

    def beside(self, sheet: SummarySheet) -> SummarySheet:
        """The sheet with hers behind ours, and all as wide as she has made them."""
        own = self._found.get(sheet.name)
        if own is not None:
            more = (SummaryColumn(label, WIDTH, "General", typed=True) for label in own.labels)
            sheet = replace(sheet, columns=(*sheet.columns, *more), rows=_with_own(sheet, own))
        widths = self._widths.get(sheet.name, {})
        return replace(sheet, columns=tuple(with_own_width(one, widths) for one in sheet.columns))

    def left(self) -> Iterator[str]:
        """What she wrote beside rows that are there no more, once the sheets are written."""
        for name, own in self._found.items():
            gone = [one for row in own.rows if not row.placed for one in row.left(name)]
            if gone:
                told = "、".join(gone[:SHOWN])
                yield f"“{name}”里{told}{'等' if len(gone) > SHOWN else ''}"

    def again(self) -> None:
        """The sheets are written once more."""
        for row in (row for own in self._found.values() for row in own.rows):
            row.placed = False


def _with_own(sheet: SummarySheet, own: OwnColumns) -> Iterator[Sequence[Cell]]:
    """Where rows have one identity they are taken as they come: there may be very many."""
    identities = IDENTITY[sheet.name]
    places = {plain(column.label): place for place, column in enumerate(sheet.columns)}
    if len(identities) == 1:
        known = _by_key(own, 0)
        for row in sheet.rows:
            yield _beside(row, known.pop(key_of(0, row, places, identities[0]), None), own, sheet)
        return
    rows = list(sheet.rows)
    found, taken = dict[int, OwnRow](), set[int]()
    for number, labels in enumerate(identities):
        keys = [key_of(number, row, places, labels) for row in rows]
        known, once = _by_key(own, number), Counter(keys)
        for at, key in enumerate(keys):
            if at not in found and key in known and once[key] == 1 and known[key].number not in taken:
                found[at] = known[key]
                taken.add(known[key].number)
    for at, row in enumerate(rows):
        yield _beside(row, found.get(at), own, sheet)


def _beside(row: Sequence[Cell], one: OwnRow | None, own: OwnColumns, sheet: SummarySheet) -> Sequence[Cell]:
    if one is None:
        return [*row, *[None] * len(own.labels)]
    one.placed = True
    cells = [*row, *map(one.values.get, own.labels)]
    if not one.looks:
        return cells
    labels = map(plain, (*(column.label for column in sheet.columns), *own.labels))
    return [
        Painted(unpainted(cell), look) if (look := one.looks.get(label)) else cell
        for label, cell in zip(labels, cells, strict=True)
    ]


def _by_key(own: OwnColumns, number: int) -> dict[RowKey, OwnRow]:
    """Her rows by a key that no other row of the earlier summary has."""
    return {
        row.keys[number]: row
        for row in own.rows
        if own.known[row.keys[number]] == 1 and any(row.keys[number][1:])
    }
