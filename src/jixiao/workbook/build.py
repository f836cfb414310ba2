"""Build the standard workbook from its pack: blank, or with the entries of a filling."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from jixiao.model.filling import Filling
from jixiao.pack.framework import Framework
from jixiao.pack.loading import Pack
from jixiao.workbook.contents import Contents
from jixiao.workbook.drawing import Drawing, Formats
from jixiao.workbook.finishing import finished, parts_of
from jixiao.workbook.layout import lay_out
from jixiao.workbook.live_sheets import with_live
from jixiao.workbook.macro_words import with_words
from jixiao.workbook.placed import Layout
from jixiao.workbook.ribbon import with_ribbon
from jixiao.workbook.styles import DEFAULT
from jixiao.workbook.vba import vba_project

EPOCH = datetime(2022, 1, 1)  # the file says nothing about when it was built
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_row_height": 18,  # pixels: what Excel gives 11 point 宋体
    "default_column_width": 72,
}


def build_workbook(pack: Pack, framework: Framework | None, filling: Filling | None = None) -> bytes:
    """The workbook as bytes; the same pack and filling give the same bytes.

    A form with buttons makes an .xlsm with macros, a form without an .xlsx. Raises PackError if names
    clash, FillingError if an entry of the filling has no entry cell.
    """
    layout = with_words(with_live(lay_out(pack.form, framework, pack.codes), pack), pack)
    contents = Contents(pack, layout, framework, filling or Filling())
    parts = parts_of(_drawn(pack, layout, contents))
    contents.check_all_placed()
    if layout.buttons:
        parts = with_ribbon(parts, pack.buttons, layout.buttons)
    return finished(parts, [sheet.growing for sheet in layout.sheets])


def _drawn(pack: Pack, layout: Layout, contents: Contents) -> bytes:
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
