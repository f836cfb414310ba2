"""What was written on each sheet of the summary, in the little room that it takes to see what has changed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from hashlib import blake2b

import msgspec
from msgspec.structs import replace
from openpyxl.compat import safe_string

from jixiao.desk.summary.sheet import Cell, Link, SummarySheet, readable, unpainted

DIGEST = 8  # bytes of a row; behind them stands one for each cell, by which the cell is found
_NEAR = 1e-12
_LOST = re.compile(r"_x000[Dd]_|\s+")  # what programs write in another way when they save


class LaidSheet(msgspec.Struct, frozen=True):
    """`labels`: of its columns; `typed`: those in which people write; `heads`: what stands above the labels.

    `rows`: the marks of all rows, one behind the other.
    """

    labels: tuple[str, ...]
    typed: tuple[bool, ...]
    heads: frozenset[str]
    rows: bytes = b""
    widths: tuple[float, ...] = ()  # of the columns as we would have them

    def mark(self, texts: Sequence[str]) -> bytes:
        """Of a row, as plain() has its cells, without what people write."""
        ours = ["" if typed else text for text, typed in zip(texts, self.typed, strict=True)]
        cells = bytes(zlib.crc32(text.encode()) & 0xFF for text in ours)
        return blake2b("\0".join(ours).encode(), digest_size=DIGEST).digest() + cells

    def marks(self) -> Iterator[bytes]:
        """One for each row."""
        size = DIGEST + len(self.labels)
        return (self.rows[at : at + size] for at in range(0, len(self.rows), size))


def plain(value: object) -> str:
    """A cell in the form in which it is compared, whichever program has saved it since."""
    if isinstance(value, Link):
        value = value.text
    if isinstance(value, int | float | Decimal):
        return _number(float(value))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else _LOST.sub("", readable(str(value)))


def _number(value: float) -> str:
    """Amounts to the cent. Of a ratio the last digits differ by who has saved it."""
    cents = f"{value:.2f}"
    is_amount = abs(float(cents) - value) <= _NEAR * max(1, abs(value))
    return cents.rstrip("0").rstrip(".") if is_amount else f"{value:.9g}"


def _in_file(value: Cell) -> object:
    """With as many digits as a file has: of the last one more would be another rounding."""
    value = unpainted(value)
    return float(safe_string(value)) if isinstance(value, int | float | Decimal) else value


def packed(laid: LaidSheet) -> bytes:
    """For the store."""
    return zlib.compress(msgspec.msgpack.encode(laid), 1)


def unpacked(content: bytes) -> LaidSheet:
    """From there."""
    return msgspec.msgpack.decode(zlib.decompress(content), type=LaidSheet)


class LaidSheets:
    """Takes note of sheets while their rows go into the file."""

    def __init__(self) -> None:
        self.found: dict[str, bytes] = {}

    def noting(self, sheets: Iterable[SummarySheet]) -> Iterator[SummarySheet]:
        """The same sheets, each to be written before the next one is asked for."""
        for sheet in sheets:
            laid, rows = _head_of(sheet), bytearray()
            yield replace(sheet, rows=_noted(sheet.rows, laid, rows))
            self.found[sheet.name] = packed(replace(laid, rows=bytes(rows)))


def _noted(rows: Iterable[Sequence[Cell]], laid: LaidSheet, marks: bytearray) -> Iterator[Sequence[Cell]]:
    for row in rows:
        marks += laid.mark([plain(_in_file(value)) for value in row])
        yield row


def _head_of(sheet: SummarySheet) -> LaidSheet:
    above = (sheet.title, sheet.note, *sheet.total, *(column.above for column in sheet.columns))
    return LaidSheet(
        labels=tuple(plain(column.label) for column in sheet.columns),
        typed=tuple(column.typed for column in sheet.columns),
        heads=frozenset(map(plain, above)),
        widths=tuple(column.designed or column.width for column in sheet.columns),
    )
