"""What the reviewer has added to rows of an earlier summary: named columns, and how cells look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain, islice

import msgspec
from msgspec.structs import replace
from openpyxl import Workbook

from jixiao.desk.summary.kept import BOOK, CODE, NAME, UNITS
from jixiao.desk.summary.laid_sheets import plain
from jixiao.desk.summary.looks import CellLook, ReadRow, looks_of, read_rows, said_of
from jixiao.desk.summary.sheet import Cell

# What tells the rows of a sheet from each other, the surest first.
IDENTITY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    UNITS: ((CODE, NAME, BOOK), (CODE, NAME), (BOOK,)),
    "未报送": ((CODE, NAME),),
    "问题": ((BOOK, "规则", "工作表", "单元格", "项目"),),
}
TOP = 10  # the labels stand in one of the first rows, also with lines inserted above
RowKey = tuple[str, ...]


class OwnRow(msgspec.Struct):
    """A row of an earlier summary with something of hers; `keys`: one for each identity of the sheet."""

    number: int
    keys: tuple[RowKey, ...]
    values: dict[str, Cell]
    looks: dict[str, CellLook]  # by the labels of their columns, ours and hers
    placed: bool = False

    def left(self, sheet: str) -> Iterator[str]:
        """What goes with it if it has no place. What is settled takes its look along."""
        yield from (f"第{self.number}行“{label}”的“{value}”" for label, value in self.values.items())
        yield from (
            [f"第{self.number}行的{said_of(self.looks.values())}"] if self.looks and sheet == UNITS else []
        )


class OwnColumns(msgspec.Struct, frozen=True):
    """Those of one sheet; `known`: how many rows of the earlier summary have a key."""

    labels: tuple[str, ...]
    rows: tuple[OwnRow, ...]
    known: Mapping[RowKey, int]


def own_columns(book: Workbook, columns: Mapping[str, Sequence[str]]) -> dict[str, OwnColumns]:
    """By their sheets; `columns`: the labels of ours. One without a name, or with formulas, is left out."""
    found, looks = dict[str, OwnColumns](), looks_of(book)
    for name in (name for name in IDENTITY if name in book.sheetnames):
        own = _own_of(name, enumerate(read_rows(book, name, looks), 1), columns[name])
        if own.labels or own.rows:
            found[name] = own
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
    if not hers and not any(looks for _, (_, looks) in top):
        return OwnColumns((), (), {})
    found, seen = list[OwnRow](), Counter[RowKey]()
    for at, (row, looks) in chain((row for row in top if row[0] > number), rows):
        keys = tuple(key_of(number, row, places, key) for number, key in enumerate(IDENTITY[name]))
        seen.update(keys)
        values = {label: _value(row[place]) for label, place in hers.items() if place < len(row)}
        hers_of = {plain(labels[place]): look for place, look in enumerate(looks[: len(labels)]) if look}
        if any(value is not None for value in values.values()) or hers_of:
            found.append(OwnRow(at, keys, values, hers_of))
    formulas = {label for row in found for label, value in row.values.items() if _is_formula(value)}
    kept = tuple(label for label in hers if label not in formulas)
    rest = [
        replace(row, values={label: row.values[label] for label in kept if row.values.get(label) is not None})
        for row in found
    ]
    return OwnColumns(kept, tuple(row for row in rest if row.values or row.looks), seen)


def key_of(number: int, row: Sequence[object], places: Mapping[str, int], labels: Sequence[str]) -> RowKey:
    """What tells a row from others; `number`: of the identity, whose labels stand at these places."""
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
