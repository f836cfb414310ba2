"""Colours that the reviewer has given to cells, of whatever program has saved them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import copy
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

_OURS = 3  # fills of a summary that nobody has coloured: none, the grey of every file, that of the labels
_NONE = (None, "none")
HEAD = "DDEBF7"  # behind the labels of columns

ReadRow = tuple[Sequence[object], Sequence[PatternFill | None]]  # what stands in its cells, and their colours


def read_rows(book: Workbook, sheet: str) -> Iterator[ReadRow]:
    """The rows of a sheet that was opened to be read only; cells are looked at only if one has a colour."""
    if len(book._fills) <= _OURS:
        yield from ((values, ()) for values in book[sheet].iter_rows(values_only=True))
        return
    for row in book[sheet].iter_rows():
        yield [cell.value for cell in row], [_colour(cell) for cell in row]


def coloured_elsewhere(file: Path, carried: Collection[str]) -> Iterator[str]:
    """The sheets with colours that do not go on into the next summary."""
    try:
        book = load_workbook(file, read_only=True)
        for name in (name for name in book.sheetnames if name not in carried):
            colours = (colour for _, row in read_rows(book, name) for colour in row)
            if any(colour and HEAD not in str(colour.fgColor.rgb) for colour in colours):
                yield f"“{name}”里涂的颜色"
        book.close()
    except (OSError, BadZipFile, LookupError, ValueError, TypeError, SyntaxError):
        return


def _colour(cell: Any) -> PatternFill | None:
    fill = cell.fill
    return None if fill is None or getattr(fill, "patternType", "other") in _NONE else copy(fill)
