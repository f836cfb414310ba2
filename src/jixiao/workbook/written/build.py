"""Build the standard workbook from its pack: blank, or with the entries of a filling."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO

from jixiao.archives import zipped
from jixiao.model.filling import Filling
from jixiao.pack.framework import Framework
from jixiao.pack.measure_words import load_measure_words
from jixiao.pack.pack import Pack
from jixiao.workbook.live.assembly import with_live
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import Layout, SheetLayout
from jixiao.workbook.sheets.macro_words import with_words
from jixiao.workbook.written.cell_contents import CellContents
from jixiao.workbook.written.drawing import Drawing, Formats
from jixiao.workbook.written.paper import Book
from jixiao.workbook.written.ribbon import with_ribbon
from jixiao.workbook.written.styles import DEFAULT
from jixiao.workbook.written.vba import vba_project

EPOCH = datetime(2022, 1, 1)  # the file says nothing about when it was built
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_row_height": 18,  # pixels: what Excel gives 11 point 宋体
    "default_column_width": 72,
}
_KEPT: deque[tuple[Pack, Framework | None, Layout]] = deque(maxlen=4)
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_FIXED_HEIGHT = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')


def build_workbook(pack: Pack, framework: Framework | None, filling: Filling | None = None) -> bytes:
    """The workbook as bytes; the same pack and filling give the same bytes.

    A form with buttons makes an .xlsm with macros, a form without an .xlsx. Raises PackError if names
    clash, FillingError if an entry of the filling has no entry cell.
    """
    layout = _laid_out(pack, framework)
    contents = CellContents(pack, layout, framework, filling or Filling())
    parts = _drawn(pack, layout, contents)
    contents.check_all_placed()
    if layout.buttons:
        parts = with_ribbon(parts, pack.buttons, layout.buttons)
    return zipped(_with_growing(parts, layout.sheets))


def _laid_out(pack: Pack, framework: Framework | None) -> Layout:
    """All sheets of a form, whatever is filled in; the last few are kept, being half the work of a build."""
    found = next((kept for kept in _KEPT if kept[0] is pack and kept[1] == framework), None)
    if found is not None:
        _KEPT.remove(found)  # it goes to the end of those that are kept
    layout = found[2] if found else _made_layout(pack, framework)
    _KEPT.append((pack, framework, layout))
    return layout


def _made_layout(pack: Pack, framework: Framework | None) -> Layout:
    words = load_measure_words(pack) if framework else None
    placed = lay_out(pack.form, framework, pack.codes, tuple(words.choices) if words else ())
    return with_words(with_live(placed, pack, framework), pack)


def _drawn(pack: Pack, layout: Layout, contents: CellContents) -> dict[str, bytes]:
    """The parts of the file by name, in their order."""
    book = Book(BytesIO(), {**OPTIONS, "default_format_properties": {**DEFAULT}})  # a copy: it writes into it
    book.set_properties({"title": pack.form.title, "created": EPOCH})
    book.set_size(2400, 1500)
    if layout.buttons:
        book.add_vba_project(BytesIO(vba_project(len(layout.sheets))), is_stream=True)
    formats = Formats(book)
    for sheet in layout.sheets:
        Drawing(book, sheet, contents, formats).draw()
    for name, box in layout.names.items():
        book.define_name(name, f"={box.reference}")
    book.close()
    return book.parts()


def _with_growing(parts: Mapping[str, bytes], sheets: Sequence[SheetLayout]) -> dict[str, bytes]:
    """The parts, with the rows that Excel may make taller while people type."""
    return {name: _touched(name, part, sheets) for name, part in parts.items()}


def _touched(name: str, part: bytes, sheets: Sequence[SheetLayout]) -> bytes:
    sheet = _SHEET.fullmatch(name)
    rows = sheets[int(sheet[1]) - 1].growing if sheet else ()
    if not rows:
        return part
    return _FIXED_HEIGHT.sub(lambda match: match[1] if int(match[2]) - 1 in rows else match[0], part)
