"""Build the reviewer's workbook: one sheet with a button and settings, and the macros' words."""

from __future__ import annotations

from io import BytesIO

from jixiao.archives import zipped
from jixiao.model.term import Term
from jixiao.pack.buttons import Button
from jixiao.pack.loading import data_folder
from jixiao.pack.reviewer_file import ReviewerFile, load_reviewer_file
from jixiao.pack.sections import ButtonsSection, FieldsSection, TextSection
from jixiao.workbook.sheets.button_section import place_buttons
from jixiao.workbook.sheets.entry_cells import EntryContext
from jixiao.workbook.sheets.entry_sections import place_entries, place_text
from jixiao.workbook.sheets.layout import CellRole, SheetSlot
from jixiao.workbook.sheets.macro_words import plain_words, words_page
from jixiao.workbook.sheets.page import Page
from jixiao.workbook.written.build import EPOCH, OPTIONS
from jixiao.workbook.written.cell_contents import CellContent, Formula
from jixiao.workbook.written.drawing import Drawing, Formats
from jixiao.workbook.written.paper import Book
from jixiao.workbook.written.styles import DEFAULT
from jixiao.workbook.written.vba import REVIEWER, vba_project

NAME = "reviewer.xlsm"


class _Printed:
    """The contents of cells that hold what is printed, and no more."""

    def __init__(self, buttons: tuple[Button, ...]) -> None:
        self.buttons = buttons

    def of(self, slot: SheetSlot) -> CellContent:
        if slot.formula:
            return Formula(slot.formula, slot.content)
        return None if slot.content == "" else slot.content

    def note(self, slot: SheetSlot) -> str:
        return ""


def reviewer_book() -> bytes:
    """The workbook as bytes, always the same. Raises PackError."""
    file, shared = load_reviewer_file(data_folder("workbook_templates"))
    pages = [_first(file), words_page(shared.sheet, plain_words(shared))]
    book = Book(BytesIO(), {**OPTIONS, "default_format_properties": {**DEFAULT}})
    book.set_properties({"title": file.sheet.title, "created": EPOCH})
    book.set_size(2400, 1500)
    book.add_vba_project(BytesIO(vba_project(len(pages), REVIEWER)), is_stream=True)
    formats, contents = Formats(book), _Printed(shared.button)
    for page, tab in zip(pages, (file.sheet.tab, "codes"), strict=True):
        Drawing(book, page.finished(tab, landscape=False), contents, formats).draw()
        for name, box in page.names.items():
            book.define_name(name, f"={box.reference}")
    book.close()
    return zipped(book.parts())


def _first(file: ReviewerFile) -> Page:
    terms = {
        field.term: Term(field.term, field.label, field.type, file.sheet.name, choices=field.choices)
        for field in file.fields
    }
    page = Page(file.sheet.name, file.sheet.widths)
    page.put(0, CellRole.TITLE, file.sheet.title, right=page.last)
    page.end_row(34)
    page.head = page.row
    for section in file.sheet.sections:
        match section:
            case ButtonsSection():
                place_buttons(page, section)
            case TextSection():
                place_text(page, section)
            case FieldsSection():
                place_entries(page, section, EntryContext(terms, None, None, {}))
    return page
