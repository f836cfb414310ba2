"""Columns that the reviewer has made wider or narrower, or hidden, in an earlier summary stay so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec.structs import replace
from openpyxl import Workbook

from jixiao.desk.summary.laid_sheets import LaidSheet, plain, unpacked
from jixiao.desk.summary.sheet import SummaryColumn

OwnWidths = Mapping[str, float]  # by the labels of columns as plain() has them; nought of a hidden one
TOP = 10  # the labels stand in one of the first rows
_FIRST = 2**16  # bytes of a sheet in which its columns are described
_NEAR = 0.5  # signs: programs that save a file say its widths in steps of their own
_WIDEST = 255  # that a program takes
_COLUMN, _SAID = re.compile(r"<(?:\w+:)?col\s([^>]*)>"), re.compile(r"""(\w+)=["']([^"']*)["']""")


def own_widths(book: Workbook, laid: Mapping[str, bytes]) -> dict[str, OwnWidths]:
    """By the sheets; `laid`: what is known of them as they were written, without which nothing is hers."""
    known = {name: unpacked(laid[name]) for name in book.sheetnames if name in laid}
    found = {name: dict(_of_sheet(book, name, one)) for name, one in known.items() if one.widths}
    return {name: widths for name, widths in found.items() if widths}


def with_own_width(column: SummaryColumn, widths: OwnWidths) -> SummaryColumn:
    """The column as wide as hers, knowing how wide ours was."""
    width = widths.get(plain(column.label))
    if width is None:
        return column
    return replace(column, width=width or column.width, designed=column.width, hidden=not width)


def _of_sheet(book: Workbook, name: str, laid: LaidSheet) -> Iterator[tuple[str, float]]:
    top = [[*map(plain, row)] for row in islice(book[name].iter_rows(values_only=True), TOP)]
    labels = max(top, key=lambda row: len({*row} & {*laid.labels}), default=[])
    ours = dict(zip(laid.labels, laid.widths, strict=True))
    there = _widths(book, name, len(labels))
    for place, label in enumerate(labels):
        if label and place in there and abs(there[place] - ours.get(label, -1)) > _NEAR:
            yield label, there[place]


def _widths(book: Workbook, name: str, columns: int) -> dict[int, float]:
    """By the places of columns, from nought on; those that are said and no others."""
    with book._archive.open(book[name]._worksheet_path) as part:
        text = part.read(_FIRST).decode("utf-8", "replace").partition("<sheetData")[0]
    found: dict[int, float] = {}
    for said in (dict(_SAID.findall(one)) for one in _COLUMN.findall(text)):
        hidden, width = said.get("hidden") in ("1", "true"), float(said.get("width", "nan"))
        if hidden or 0 <= width <= _WIDEST:
            places = range(int(said["min"]) - 1, min(int(said["max"]), columns))
            found |= dict.fromkeys(places, 0.0 if hidden else width)
    return found
