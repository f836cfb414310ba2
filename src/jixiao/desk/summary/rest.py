"""Rows that no sheet has room for go on in .csv files, each of which a spreadsheet program opens whole."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from itertools import chain, count, islice
from pathlib import Path

from jixiao.desk.summary.sheet import Cell, SummarySheet, readable_text, text_of
from jixiao.files import write_atomically

Row = Sequence[Cell]
PIECE = 500_000  # rows in a file: a spreadsheet program leaves out what is below its own last row
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # what a text must not begin with


def rest_name(path: Path, sheet: SummarySheet, number: int) -> str:
    """How the file is called that goes on where the sheet, or the file before, ends."""
    return f"{path.stem}-{sheet.name}-续{number}.csv"


def put_beside(file: Path, content: bytes | None) -> None:
    """Write such a file, or take it away. Raises OSError."""
    if content is None:
        file.unlink()
    else:
        write_atomically(file, content)


def rest_files(
    path: Path,
    sheet: SummarySheet,
    rows: Iterator[Row],
    piece: int = PIECE,
    put: Callable[[Path, bytes | None], None] = put_beside,
) -> list[Path]:
    """Write them, and take away those that an earlier workbook needed. Raises OSError."""
    written: list[Path] = []
    for number in count(1):
        file = path.with_name(rest_name(path, sheet, number))
        first = next(rows, None)
        if first is None and not file.exists():
            return written
        if first is None:
            put(file, None)
            continue
        put(file, _as_csv(sheet, chain([first], islice(rows, piece - 1))))
        written.append(file)
    raise AssertionError


def _as_csv(sheet: SummarySheet, rows: Iterator[Row]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([column.label.replace("\n", "") for column in sheet.columns])
    writer.writerows([_plain(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Cell) -> object:
    """A spreadsheet program takes a text that begins so for a formula."""
    text = text_of(value)
    if not isinstance(text, str):
        return text
    return readable_text(f"'{text}" if text.startswith(_FORMULA) else text)
