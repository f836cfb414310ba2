"""Build the standard workbook from its pack: blank, or with the entries of a filling."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jixiao.model.filling import Filling
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.workbook.live.assembly import with_live
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import Layout
from jixiao.workbook.sheets.macro_words import with_words
from jixiao.workbook.written.cell_contents import CellContents
from jixiao.workbook.written.drawing import Drawing, Formats
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
_EMPTY_RESULT = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")?)(><f>[^<]*</f><v></v>)')
_FIXED_HEIGHT = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')
_MIDNIGHT = (1980, 1, 1, 0, 0, 0)


def build_workbook(pack: Pack, framework: Framework | None, filling: Filling | None = None) -> bytes:
    """The workbook as bytes; the same pack and filling give the same bytes.

    A form with buttons makes an .xlsm with macros, a form without an .xlsx. Raises PackError if names
    clash, FillingError if an entry of the filling has no entry cell.
    """
    layout = _laid_out(pack, framework)
    contents = CellContents(pack, layout, framework, filling or Filling())
    parts = _parts_of(_drawn(pack, layout, contents))
    contents.check_all_placed()
    if layout.buttons:
        parts = with_ribbon(parts, pack.buttons, layout.buttons)
    return _finished(parts, [sheet.growing for sheet in layout.sheets])


def _laid_out(pack: Pack, framework: Framework | None) -> Layout:
    """All sheets of a form, whatever is filled in; the last few are kept, being half the work of a build."""
    for known, scored_by, layout in _KEPT:
        if known is pack and scored_by == framework:
            return layout
    layout = with_words(with_live(lay_out(pack.form, framework, pack.codes), pack, framework), pack)
    _KEPT.append((pack, framework, layout))
    return layout


def _drawn(pack: Pack, layout: Layout, contents: CellContents) -> bytes:
    import xlsxwriter

    target = BytesIO()
    # a copy: XlsxWriter writes into it
    with xlsxwriter.Workbook(target, {**OPTIONS, "default_format_properties": {**DEFAULT}}) as book:
        book.set_properties({"title": pack.form.title, "created": EPOCH})
        book.set_size(2400, 1500)
        if layout.buttons:
            book.add_vba_project(BytesIO(vba_project(len(layout.sheets))), is_stream=True)
        formats = Formats(book)
        for sheet in layout.sheets:
            Drawing(book, sheet, contents, formats).draw()
        for name, box in layout.names.items():
            book.define_name(name, f"={box.reference}")
    return target.getvalue()


def _parts_of(raw: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, in their order."""
    with ZipFile(BytesIO(raw)) as source:
        return {item.filename: source.read(item) for item in source.infolist()}


def _finished(parts: Mapping[str, bytes], growing: Sequence[Collection[int]]) -> bytes:
    """The parts with their last touches, in a zip without a clock.

    `growing` lists for each sheet the rows (from 0) that Excel may make taller while people type.
    """
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name, part in parts.items():
            zipped.writestr(_entry(name), _touched(name, part, growing))
    return target.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _MIDNIGHT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # the same on every machine
    return entry


def _touched(name: str, part: bytes, growing: Sequence[Collection[int]]) -> bytes:
    sheet = _SHEET.fullmatch(name)
    if sheet is None:
        return part
    rows = growing[int(sheet[1]) - 1]
    part = _FIXED_HEIGHT.sub(lambda match: match[1] if int(match[2]) - 1 in rows else match[0], part)
    return _EMPTY_RESULT.sub(rb'\1 t="str"\2', part)  # calculated, and blank: not "never calculated"
