"""What the reviewer has added goes on beside the same rows: named columns, and colours of cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from zipfile import BadZipFile

import msgspec
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from jixiao.desk.summary.colours import ReadRow, read_rows
from jixiao.desk.summary.kept import BOOK, CODE, NAME, UNITS
from jixiao.desk.summary.laid_sheets import plain
from jixiao.desk.summary.sheet import Cell, Painted, SummaryColumn, SummarySheet, unpainted

# What tells the rows of a sheet from each other, the surest first.
IDENTITY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    UNITS: ((CODE, NAME, BOOK), (CODE, NAME), (BOOK,)),
    "未报送": ((CODE, NAME),),
    "问题": ((BOOK, "规则", "工作表", "单元格", "项目"),),
}
TOP = 10  # the labels stand in one of the first rows, also with lines inserted above
SHOWN, WIDTH = 5, 18
_Key = tuple[str, ...]


class OwnRow(msgspec.Struct):
    """A row of an earlier summary with something of hers; `keys`: one for each identity of the sheet."""

    number: int
    keys: tuple[_Key, ...]
    values: dict[str, Cell]
    colours: dict[str, PatternFill]  # by the labels of their columns, ours and hers
    placed: bool = False

    def left(self, sheet: str) -> Iterator[str]:
        """What goes with it if it has no place. What is settled takes its colour along."""
        yield from (f"第{self.number}行“{label}”的“{value}”" for label, value in self.values.items())
        yield from ([f"第{self.number}行的颜色"] if self.colours and sheet == UNITS else [])


class OwnColumns(msgspec.Struct, frozen=True):
    """Those of one sheet; `known`: how many rows of the earlier summary have a key."""

    labels: tuple[str, ...]
    rows: tuple[OwnRow, ...]
    known: Mapping[_Key, int]


def own_columns(file: Path, columns: Mapping[str, Sequence[str]]) -> dict[str, OwnColumns]:
    """By their sheets; `columns`: the labels of ours. One without a name, or with formulas, is left out."""
    found: dict[str, OwnColumns] = {}
    try:
        book = load_workbook(file, read_only=True)
        for name in (name for name in IDENTITY if name in book.sheetnames):
            own = _own_of(name, enumerate(read_rows(book, name), 1), columns[name])
            if own.labels or own.rows:
                found[name] = own
        book.close()
    except (OSError, BadZipFile, LookupError, ValueError, TypeError, SyntaxError):
        return {}
    return found


def _own_of(name: str, rows: Iterator[tuple[int, ReadRow]], ours: Sequence[str]) -> OwnColumns:
    top = list(islice(rows, TOP))
    known = {plain(label) for label in ours}
    number, labels = max(
        ((at, values) for at, (values, _) in top),
        key=lambda row: len({*map(plain, row[1])} & known),
        default=(0, ()),
    )
    counted = Counter(map(plain, labels))
    places = {plain(label): place for place, label in reversed([*enumerate(labels)])}
    hers = {
        label: place
        for place, label in enumerate(labels)
        if isinstance(label, str) and counted[plain(label)] == 1 and plain(label) not in (*known, "")
    }
    if not hers and not any(colours for _, (_, colours) in top):
        return OwnColumns((), (), {})
    found, seen = list[OwnRow](), Counter[_Key]()
    for at, (row, colours) in chain((row for row in top if row[0] > number), rows):
        keys = tuple(_key(number, row, places, key) for number, key in enumerate(IDENTITY[name]))
        seen.update(keys)
        values = {label: _value(row[place]) for label, place in hers.items() if place < len(row)}
        painted = {
            plain(labels[place]): colour for place, colour in enumerate(colours[: len(labels)]) if colour
        }
        if any(value is not None for value in values.values()) or painted:
            found.append(OwnRow(at, keys, values, painted))
    formulas = {label for row in found for label, value in row.values.items() if _is_formula(value)}
    kept = tuple(label for label in hers if label not in formulas)
    rest = [
        replace(row, values={label: row.values[label] for label in kept if row.values.get(label) is not None})
        for row in found
    ]
    return OwnColumns(kept, tuple(row for row in rest if row.values or row.colours), seen)


def _key(number: int, row: Sequence[object], places: Mapping[str, int], labels: Sequence[str]) -> _Key:
    at = (places.get(plain(label), -1) for label in labels)
    return (str(number), *(plain(row[place]) if 0 <= place < len(row) else "" for place in at))


def _value(value: object) -> Cell:
    """As it is typed; a day without the hour that no one has typed."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, int | float) else str(value) if value not in (None, "") else None


def _is_formula(value: Cell) -> bool:
    return isinstance(value, str) and value.startswith("=")


class CarriedColumns:
    """Her columns on their way into the new sheets."""

    def __init__(self, found: Mapping[str, OwnColumns]) -> None:
        self._found = found

    def labels(self, sheet: str) -> tuple[str, ...]:
        return self._found[sheet].labels if sheet in self._found else ()

    def beside(self, sheet: SummarySheet) -> SummarySheet:
        """The sheet with hers behind ours."""
        own = self._found.get(sheet.name)
        if own is None:
            return sheet
        more = (SummaryColumn(label, WIDTH, "General", typed=True) for label in own.labels)
        return replace(sheet, columns=(*sheet.columns, *more), rows=_with_own(sheet, own))

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
            yield _beside(row, known.pop(_key(0, row, places, identities[0]), None), own, sheet)
        return
    rows = list(sheet.rows)
    found, taken = dict[int, OwnRow](), set[int]()
    for number, labels in enumerate(identities):
        keys = [_key(number, row, places, labels) for row in rows]
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
    if not one.colours:
        return cells
    labels = map(plain, (*(column.label for column in sheet.columns), *own.labels))
    return [
        Painted(unpainted(cell), colour) if (colour := one.colours.get(label)) else cell
        for label, cell in zip(labels, cells, strict=True)
    ]


def _by_key(own: OwnColumns, number: int) -> dict[_Key, OwnRow]:
    """Her rows by a key that no other row of the earlier summary has."""
    return {
        row.keys[number]: row
        for row in own.rows
        if own.known[row.keys[number]] == 1 and any(row.keys[number][1:])
    }
