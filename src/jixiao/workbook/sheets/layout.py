"""The layout of a workbook: where each cell lies, what it is, and which term it stands for.

Rows and columns count from 0; no spreadsheet library is involved.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, auto

import msgspec

from jixiao.model.term import Term
from jixiao.pack.sections import Cell
from jixiao.workbook.file.cells import column_letters
from jixiao.workbook.sheets.calculation import Cached


class CellRole(Enum):
    """What a cell is to the person who looks at it; its appearance follows from that."""

    TITLE = auto()
    NOTE = auto()
    CAPTION = auto()  # small line over a table: who reports, in which unit
    SECTION = auto()
    TEXT = auto()
    HEADER = auto()
    LABEL = auto()
    HINT = auto()
    ENTRY = auto()
    COMPUTED = auto()
    FIXED = auto()  # a locked value
    PRESET = auto()  # what the framework says about an indicator
    CLOSED = auto()  # not to be filled in this row
    COUNT = auto()
    LINK = auto()
    FINDING = auto()  # a line of the findings
    RESULT = auto()  # written by the tool
    REMARK = auto()  # entry cell in a result sheet
    VERDICT = auto()  # how a relation stands, in one word
    CODE = auto()
    SAMPLE = auto()  # shows what a colour means


class Box(msgspec.Struct, frozen=True, gc=False):
    """Cells of a sheet from corner to corner."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def reference(self) -> str:
        """As defined names have it: 'Sheet'!$B$3:$B$9."""
        first = f"${column_letters(self.left + 1)}${self.top + 1}"
        last = f"${column_letters(self.right + 1)}${self.bottom + 1}"
        sheet = sheet_prefix(self.sheet)
        return f"{sheet}{first}" if first == last else f"{sheet}{first}:{last}"


def sheet_prefix(sheet: str) -> str:
    """As it stands before an address: 'Sheet'!"""
    return "'" + sheet.replace("'", "''") + "'!"


def address(row: int, column: int) -> str:
    """B7"""
    return f"{column_letters(column + 1)}{row + 1}"


class SheetSlot(msgspec.Struct, frozen=True, gc=False):
    """One cell, or cells merged into one.

    `at` says which record of each group in the term's path the cell belongs to. `content` is what a
    blank workbook shows there; of a cell with a formula, the value that was last calculated, unless
    `cached` works that out.
    """

    box: Box
    role: CellRole
    content: str | Decimal = ""
    formula: str = ""
    cached: Cached | None = None
    link: str = ""  # a place of the workbook
    shows: str = ""  # a defined name whose value follows `content`
    term: Term | None = None
    at: tuple[int, ...] = ()
    cell: Cell | None = None
    prompt: str = ""
    align: str = ""
    tone: str = ""  # of a sample: the severity whose colour it shows
    strong: bool = False
    bare: bool = False  # without frame and colour
    indent: int = 0
    required: bool = False


class Highlight(msgspec.Struct, frozen=True, gc=False):
    """Cells that say `word`, or for which `formula` is true, take the colour of a severity or their frame."""

    box: Box
    word: str = ""
    tone: str = ""
    formula: str = ""
    more: tuple[Box, ...] = ()  # further cells under the same rule


class Aside(msgspec.Struct, frozen=True, gc=False):
    """Rows that are not always shown: `filled`, if something was entered; `screen`, but not on paper."""

    top: int
    bottom: int
    shown: str


class SheetLayout(msgspec.Struct, frozen=True, gc=False):
    """One sheet, ready to be drawn."""

    name: str
    tab: str
    landscape: bool
    widths: tuple[float, ...]
    slots: tuple[SheetSlot, ...]
    heights: Mapping[int, float]  # points
    growing: frozenset[int]  # rows that Excel may make taller while people type
    breaks: tuple[int, ...]  # rows that start a new page
    freeze: tuple[int, int]
    repeat: int | None  # the row printed on top of every page
    open_ended: bool = False  # grows when results are written
    filtered: Box | None = None
    folded: tuple[str, ...] = ()  # words in the first column of `filtered` that the filter leaves out
    highlights: tuple[Highlight, ...] = ()
    frames: tuple[Highlight, ...] = ()  # of bare cells, once they are needed; any highlight goes before
    hidden: bool = False
    unprinted: bool = False  # people look at it on the screen only
    hidden_columns: frozenset[int] = frozenset()
    asides: tuple[Aside, ...] = ()
    buttons: tuple[Box, tuple[str, ...]] | None = None  # over which cells which buttons are drawn


class Layout(msgspec.Struct, frozen=True, gc=False):
    """All sheets in tab order, and what every defined name points to."""

    sheets: tuple[SheetLayout, ...]
    names: Mapping[str, Box] = {}

    @property
    def buttons(self) -> tuple[str, ...]:
        """The buttons of the workbook by name; none for a workbook without macros."""
        return tuple(name for sheet in self.sheets if sheet.buttons for name in sheet.buttons[1])
