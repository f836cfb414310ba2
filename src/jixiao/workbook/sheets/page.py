"""A sheet while it is being laid out: sections put their cells on it from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.sheets.layout import Aside, Box, CellRole, Highlight, SheetLayout, SheetSlot

ROW = 20.0  # points; taller than Excel's default, so that a printed form can be read and signed
GAP = 10.0
WIDE_TABLE = 20  # rows from which a table is the main thing of its sheet
HEAD_ROWS = 8  # freezing more than this leaves no room on a small screen

A4_PRINTED = (523.0, 748.0)  # points within the margins, upright

_UNWRAPPED = frozenset({CellRole.TITLE, CellRole.SECTION, CellRole.CAPTION})


class Page:
    """Collects slots and names; `row` is where the next section starts."""

    def __init__(self, sheet: str, widths: tuple[float, ...]) -> None:
        self.sheet = sheet
        self.widths = widths
        self.row = 0
        self.head = 0  # rows of title and notes
        self.slots: list[SheetSlot] = []
        self.names: dict[str, Box] = {}
        self.heights: dict[int, float] = {}
        self.growing: set[int] = set()
        self.breaks: list[int] = []
        self.parts: list[int] = []  # rows before which a page may end
        self.inner_parts: list[int] = []  # the same, for a part that is longer than a page
        self.tables: list[tuple[int, int]] = []  # (number of rows, row of the header)
        self.frozen_columns = 0
        self.open_ended = False
        self.filtered: Box | None = None
        self.folded: tuple[str, ...] = ()
        self.highlights: list[Highlight] = []
        self.frames: list[Highlight] = []
        self.hidden = False
        self.unprinted = False
        self.hidden_columns: frozenset[int] = frozenset()
        self.asides: list[Aside] = []
        self.buttons: tuple[Box, tuple[str, ...]] | None = None

    @property
    def last(self) -> int:
        return len(self.widths) - 1

    def box(
        self, left: int, right: int | None = None, top: int | None = None, bottom: int | None = None
    ) -> Box:
        """Cells of the current row unless said otherwise."""
        first = self.row if top is None else top
        return Box(
            self.sheet, first, left, first if bottom is None else bottom, left if right is None else right
        )

    def put(
        self,
        left: int,
        role: CellRole,
        content: str | Decimal = "",
        *,
        right: int | None = None,
        **details: Any,
    ) -> SheetSlot:
        """A cell of the current row; with `right`, merged up to that column."""
        return self.place(self.box(left, right), role, content, **details)

    def place(self, box: Box, role: CellRole, content: str | Decimal = "", **details: Any) -> SheetSlot:
        slot = SheetSlot(box, role, content, **details)
        self.slots.append(slot)
        return slot

    def end_row(self, least: float = ROW) -> None:
        """Close the current row: as high as its texts need."""
        texts = [slot for slot in reversed(self.slots[-len(self.widths) - 1 :]) if self._in_row(slot)]
        needed = [text_height(str(slot.content), self.width(slot.box)) for slot in texts]
        self.heights[self.row] = max([least, *needed])
        self.row += 1

    def _in_row(self, slot: SheetSlot) -> bool:
        return slot.box.top == slot.box.bottom == self.row and slot.role not in _UNWRAPPED

    def width(self, box: Box) -> float:
        return sum(self.widths[box.left : box.right + 1])

    def title(self, text: str) -> None:
        """A section's title, with some air above it."""
        if self.row > self.head:
            self.end_row(GAP)
        self.parts.append(self.row)
        self.put(0, CellRole.SECTION, text, right=self.last)
        self.end_row(22)

    def finished(self, tab: str, landscape: bool) -> SheetLayout:
        rows, header = max(self.tables, default=(0, 0))
        main = header if rows >= WIDE_TABLE else None
        frozen = header + 1 if main is not None and header < HEAD_ROWS else self.head
        return SheetLayout(
            name=self.sheet,
            tab=tab,
            landscape=landscape,
            widths=self.widths,
            slots=tuple(self.slots),
            heights=self.heights,
            growing=frozenset(self.growing),
            breaks=tuple(self.breaks) or kept_together(self, landscape),
            freeze=(frozen, self.frozen_columns),
            repeat=main,
            open_ended=self.open_ended,
            filtered=self.filtered,
            folded=self.folded,
            highlights=tuple(self.highlights),
            frames=tuple(self.frames),
            hidden=self.hidden,
            unprinted=self.unprinted,
            hidden_columns=self.hidden_columns,
            asides=tuple(self.asides),
            buttons=self.buttons,
        )


def kept_together(page: Page, landscape: bool) -> tuple[int, ...]:
    """Rows that start a new page, so that no part is torn that fits on one."""
    room = _points_per_page(page.widths, landscape)
    breaks: list[int] = []
    used = _height(page, 0, page.parts[0]) if page.parts else 0.0
    for start, end in _pieces(page, room):
        height = _height(page, start, end)
        if used + height > room >= height and start > page.parts[0]:
            breaks.append(start)
            used = 0.0
        used = (used + height) % room
    return tuple(breaks)


def _pieces(page: Page, room: float) -> Iterator[tuple[int, int]]:
    for start, end in pairwise((*page.parts, page.row)):
        inner = [row for row in page.inner_parts if start < row < end and _height(page, start, end) > room]
        yield from pairwise((start, *inner, end))


def _height(page: Page, start: int, end: int) -> float:
    return sum(page.heights.get(row, ROW) for row in range(start, end))


def _points_per_page(widths: tuple[float, ...], landscape: bool) -> float:
    """Height of an A4 page's printed area in points of the sheet, which is shrunk to the page's width."""
    wide, high = (A4_PRINTED[1], A4_PRINTED[0]) if landscape else A4_PRINTED
    sheet = sum(width * 6 + 3.75 for width in widths)  # points: 8 pixels for each character of 11 point 宋体
    return 0.97 * high / min(1.0, wide / sheet)  # other programs measure characters a little otherwise
