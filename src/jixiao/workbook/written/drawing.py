"""A laid-out sheet -> an XlsxWriter worksheet: cells, drop-downs, protection and print set-up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from jixiao.model.figures import plain
from jixiao.pack.buttons import Button
from jixiao.workbook.file.print_areas import SET_BY_US
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.sheets.layout import (
    Box,
    CellRole,
    Highlight,
    SheetLayout,
    SheetSlot,
    address,
    sheet_prefix,
)
from jixiao.workbook.written.cell_contents import CellContent, FillingError, Formula
from jixiao.workbook.written.paper import Paper
from jixiao.workbook.written.styles import DEFAULT, FRAMES, RED, TABS, TONES, Properties, properties
from jixiao.workbook.written.validation import rules

A4 = 9
GUIDE = "guide"  # the tab of the sheet that says how to fill in the others: one page
LAST_COLUMN = 16383  # hidden: the place of which nothing is printed
WIDE_SHEET = 150  # characters from which a sheet is shown smaller
PROTECTION = {"format_columns": True, "format_rows": True, "autofilter": True, "select_locked_cells": True}
NOTE_LINE = 30  # characters per line of a comment
BUTTON_MODULE = "JixiaoButtons"  # the module with the buttons' macros
_TOLD = frozenset({CellRole.CODE, CellRole.FINDING, CellRole.RESULT, CellRole.VERDICT})
_UNWARNED = ("number_stored_as_text", "formula_differs", "formula_range", "formula_unlocked")
BUTTON_WIDTH, BUTTON_HEIGHT, BUTTON_GAP = 132, 32, 8  # pixels


class Formats:
    """The workbook's formats, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._made: dict[str, Any] = {}
        self._looks: dict[tuple[object, ...], Any] = {}

    def of(self, slot: SheetSlot) -> Any:
        """The look of a cell; most cells look like another one."""
        alike = slot.role.value, id(slot.cell), slot.align, slot.indent, slot.tone, slot.strong, slot.bare
        found = self._looks.get(alike)
        if found is None:
            found = self._looks[alike] = self.get(properties(slot))
        return found

    def get(self, look: Properties) -> Any:
        key = repr(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(look)
        return self._made[key]


class Contents(Protocol):
    """What goes into the cells of a workbook, and its buttons."""

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All that its sheets may name."""

    def of(self, slot: SheetSlot) -> CellContent:
        """What stands in a cell."""

    def note(self, slot: SheetSlot) -> str:
        """The comment on a cell; empty for none."""


class Drawing:
    """One sheet on its way into the file."""

    def __init__(self, book: Any, sheet: SheetLayout, contents: Contents, formats: Formats) -> None:
        self.paper = book.add_worksheet(sheet.name, Paper)
        self.sheet = sheet
        self.contents = contents
        self.formats = formats
        self.heights = dict(sheet.heights)
        self.bottom = 0  # the last row that is printed
        self.filled: set[int] = set()  # rows in which something was entered
        self.on_screen = {
            row for part in sheet.asides if part.shown == "screen" for row in range(part.top, part.bottom + 1)
        }

    def draw(self) -> None:
        for left, width in enumerate(self.sheet.widths):
            self.paper.set_column(left, left, width, None, {"hidden": left in self.sheet.hidden_columns})
        for slot in self.sheet.slots:
            self._cell(slot)
        hidden = self._hidden_rows()
        for row, height in self.heights.items():
            self.paper.set_row(row, height, None, {"hidden": row in hidden})
        for box, rule in rules(self.sheet.slots):
            self.paper.data_validation(box.top, box.left, box.bottom, box.right, rule)
        for highlight in (*self.sheet.highlights, *self.sheet.frames):
            self._highlight(highlight)
        if self.sheet.buttons is not None:
            self._buttons(*self.sheet.buttons)
        self._behaviour()
        self._print_set_up()

    def _cell(self, slot: SheetSlot) -> None:
        look = self.formats.of(slot)
        box = slot.box
        if (box.top, box.left) != (box.bottom, box.right):
            self.paper.merge_range(box.top, box.left, box.bottom, box.right, "", look)
        content = self.contents.of(slot)
        shown = content.calculated if isinstance(content, Formula) else content
        if slot.role is CellRole.ENTRY and shown:
            self.filled.add(box.top)
        if (not slot.bare or box.top in self.filled) and box.top not in self.on_screen:
            self.bottom = max(self.bottom, box.bottom)
        if slot.required:
            star = self.formats.get({**DEFAULT, "font_color": RED})
            self.paper.write_rich_string(box.top, box.left, str(content), star, " *", look)
        elif slot.link:
            self.paper.write_url(box.top, box.left, f"internal:{slot.link}", look, str(content))
        else:
            write(self.paper, box.top, box.left, content, look)
        if slot.role is CellRole.ENTRY and isinstance(shown, str):
            self._make_room(slot, shown)
        note = self.contents.note(slot)
        if note:
            self.paper.write_comment(box.top, box.left, note, _note_size(note))

    def _hidden_rows(self) -> set[int]:
        """The rows of what is shown only if something was entered there."""
        parts = (range(part.top, part.bottom + 1) for part in self.sheet.asides if part.shown == "filled")
        return {row for part in parts if self.filled.isdisjoint(part) for row in part}

    def _make_room(self, slot: SheetSlot, text: str) -> None:
        width = sum(self.sheet.widths[slot.box.left : slot.box.right + 1])
        height = self.heights.get(slot.box.top, 0)
        self.heights[slot.box.top] = max(height, text_height(text, width))

    def _highlight(self, highlight: Highlight) -> None:
        box = highlight.box
        look = self.formats.book.add_format({**TONES, **FRAMES}[highlight.tone])
        rule = {"type": "cell", "criteria": "==", "value": f'"{highlight.word}"', "format": look}
        if highlight.formula:
            rule = {"type": "formula", "criteria": f"={highlight.formula}", "format": look}
        if highlight.more:
            rule["multi_range"] = " ".join(_range(part) for part in (box, *highlight.more))
        self.paper.conditional_format(box.top, box.left, box.bottom, box.right, rule)

    def _buttons(self, box: Box, names: tuple[str, ...]) -> None:
        for number, button in enumerate(b for b in self.contents.buttons if b.name in names):
            place = {"x_offset": BUTTON_GAP + number * (BUTTON_WIDTH + BUTTON_GAP), "y_offset": 8}
            size = {"width": BUTTON_WIDTH, "height": BUTTON_HEIGHT, "description": button.tip}
            macro = f"{BUTTON_MODULE}.{button.macro}"
            self.paper.insert_button(
                box.top, box.left, {"caption": button.caption, "macro": macro, **place, **size}
            )

    def _behaviour(self) -> None:
        paper, sheet = self.paper, self.sheet
        paper.protect("", PROTECTION)
        if sheet.hidden:
            paper.hide()
        paper.set_tab_color(TABS[sheet.tab])
        paper.hide_gridlines(2)
        paper.freeze_panes(*sheet.freeze)
        paper.set_zoom(85 if sum(sheet.widths) > WIDE_SHEET else 100)
        entry = next((slot.box for slot in sheet.slots if slot.role is CellRole.ENTRY), None)
        if entry is not None:
            paper.set_selection(entry.top, entry.left, entry.top, entry.left)
        if sheet.filtered is not None:
            box = sheet.filtered
            paper.autofilter(box.top, box.left, box.bottom, box.right)
            if sheet.folded:
                paper.filter_column(box.left, " and ".join(f"x != {word}" for word in sheet.folded))
        self._ignore_errors()

    def _ignore_errors(self) -> None:
        """No green triangles: digits kept as text are meant so, as are formulas unlike their neighbours,
        and those in cells into which people may type."""
        boxes = [s.box for s in self.sheet.slots if s.role in _TOLD or (s.cell and s.cell.type == "code")]
        if self.sheet.filtered:
            boxes.append(self.sheet.filtered)
        if boxes:
            told = f"A1:XFD{max(box.bottom for box in boxes) + 1}"
            self.paper.ignore_errors(dict.fromkeys(_UNWARNED, told))

    def _print_set_up(self) -> None:
        paper, sheet = self.paper, self.sheet
        paper.set_paper(A4)
        if sheet.landscape:
            paper.set_landscape()
        paper.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        paper.center_horizontally()
        paper.fit_to_pages(1, 1 if sheet.tab == GUIDE else 0)
        paper.set_footer("&C&9&A　第 &P 页 共 &N 页")
        if sheet.repeat is not None:
            paper.repeat_rows(sheet.repeat)
        if sheet.breaks and sheet.tab != GUIDE:
            paper.set_h_pagebreaks(list(sheet.breaks))
        if not (sheet.open_ended or sheet.hidden):  # what grows is printed to its last line
            self._print_area()

    def _print_area(self) -> None:
        """Bare rows are printed only if filled; a run sets the area anew while it is the one that we know."""
        sheet, book = self.sheet, self.formats.book
        self.paper.set_column(LAST_COLUMN, LAST_COLUMN, None, None, {"hidden": True})
        box = Box(sheet.name, 0, 0, self.bottom, len(sheet.widths) - 1)
        if sheet.unprinted:
            box = Box(sheet.name, 0, LAST_COLUMN, 0, LAST_COLUMN)
        self.paper.print_area(box.top, box.left, box.bottom, box.right)
        book.define_name(f"{sheet_prefix(sheet.name)}{SET_BY_US}", f"={box.reference}")
        book.defined_names[-1][3] = True  # hidden


def write(paper: Any, row: int, column: int, content: CellContent, look: Any) -> None:
    """Text is never taken for a formula, a figure never changed. Raises FillingError for a text too long."""
    match content:
        case Formula():  # most cells of a workbook
            code = paper.write_formula(row, column, content.text, look, _calculated(content.calculated))
        case None:
            code = paper.write_blank(row, column, None, look)
        case Decimal() if exact(content):
            # a Decimal keeps its digits; of the float 9.2 XlsxWriter makes 9.199999999999999
            code = paper.write_number(row, column, Decimal(plain(content)), look)
        case date():
            code = paper.write_datetime(row, column, content, look)
        case _:
            code = paper.write_string(row, column, str(content), look)
    if code:
        raise FillingError(f"有一段文字太长，一个单元格放不下：“{str(content)[:40]}…”。请分成几段。")


def exact(number: Decimal) -> bool:
    """Whether a spreadsheet program, which reads a float, and XlsxWriter, with 16 digits, keep the figure."""
    return Decimal(repr(float(number))) == number == Decimal(f"{number:.16G}")


def _range(box: Box) -> str:
    return f"{address(box.top, box.left)}:{address(box.bottom, box.right)}"


def _calculated(value: object) -> str | float:
    return float(value) if isinstance(value, Decimal) else str(value)


def _note_size(note: str) -> Mapping[str, object]:
    return {"author": "", "x_scale": 1.6, "height": text_height(note, NOTE_LINE) + 10, "font_name": "宋体"}
