"""A sheet of the summary before it is written: its columns and rows, whatever writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.desk.summary.looks import CellLook

Value = str | int | float | Decimal | None

MONEY, COUNT, RATE, TEXT, SCORE = "#,##0.00", "0", "0.00%", "@", "0.00"
GOES_ON = "以下各行在“"  # how the last row of a table begins that goes on in another file
LONGEST = 32_767  # characters in a cell
WIDE = 24  # columns from this width on wrap their texts
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
FIGURE = "#,##0.00####"  # a figure as it was typed; an int, which is no amount, is shown as a COUNT


class Link(msgspec.Struct, frozen=True):
    """A cell that leads to a file, by its path from the summary workbook, or to a cell of it (#表!A1)."""

    text: str
    target: str


class Painted(msgspec.Struct, frozen=True):
    """A cell with a look that the reviewer has given it."""

    content: Value | Link
    look: CellLook


Cell = Value | Link | Painted


class SummaryColumn(msgspec.Struct, frozen=True):
    """`above` is printed over neighbours that share it; `choices` are offered where people type.

    `typed`: what people write there is read back before the sheet is written anew.
    """

    label: str
    width: float = 12
    shown: str = TEXT  # number format
    above: str = ""
    choices: tuple[str, ...] = ()
    typed: bool = False
    designed: float = 0  # its width of ours, where the reviewer has set another
    hidden: bool = False
    middle: bool = False  # its texts stand apart from figures beside them

    @property
    def wraps(self) -> bool:
        """Whether its texts do, as wide as we have it."""
        return (self.designed or self.width) >= WIDE


class Bars(msgspec.Struct, frozen=True):
    """A bar chart of two columns of the sheet, from its first row of data on."""

    title: str
    names: int  # column, from 1
    values: int
    rows: int  # how many


class Filtered(msgspec.Struct, frozen=True):
    """Rows are shown that have one of these texts in a column; the others are there, and hidden at first."""

    column: int  # from 0
    shown: tuple[str, ...]


class SummarySheet(msgspec.Struct, frozen=True):
    """`frozen`: how many columns stay when one scrolls to the right. `note` is printed below the title.

    `total` stands over the labels of the columns, where no sorting and no filter moves it.
    """

    name: str
    title: str
    columns: tuple[SummaryColumn, ...]
    rows: Iterable[Sequence[Cell]]
    frozen: int = 2
    note: str = ""
    chart: Bars | None = None
    total: Sequence[Cell] = ()
    filtered: Filtered | None = None

    @property
    def headed(self) -> bool:
        """Whether words stand over the column labels."""
        return any(column.above for column in self.columns)


def readable(text: str) -> str:
    """Without what no cell can hold."""
    return readable_text(text)[:LONGEST]


def readable_text(text: str) -> str:
    """Without the characters that no file of a spreadsheet program holds."""
    return _CONTROLS.sub("?", text)


def unpainted(value: Cell) -> Value | Link:
    """What stands in a cell, whatever its look."""
    return value.content if isinstance(value, Painted) else value


def text_of(value: Cell) -> Value:
    """What a reader sees of it."""
    value = unpainted(value)
    return value.text if isinstance(value, Link) else value


def numbered(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """With 序号 in front."""
    yield from ([number, *row] for number, row in enumerate(rows, 1))
