"""Sections that people fill in -> placed cells: texts, fields, grids and repeated blocks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.pack.sections import (
    BlockSection,
    Field,
    FieldsSection,
    GridRow,
    GridSection,
    TableSection,
    TextSection,
)
from jixiao.workbook.sheets.entry_cells import EntryContext, enter
from jixiao.workbook.sheets.layout import Aside, CellRole
from jixiao.workbook.sheets.page import ROW, Page
from jixiao.workbook.sheets.table_section import place_table

ABSENT = "—"
PARAGRAPH = 54.0


def place_text(page: Page, section: TextSection) -> None:
    """One line below the other, over the whole width."""
    if section.title:
        page.title(section.title)
    for line in section.lines:
        page.put(0, CellRole.TEXT, line, right=page.last)
        page.end_row()


def place_fields(page: Page, section: FieldsSection, context: EntryContext) -> None:
    """Label, entry cell and hint, one field per row."""
    top = page.row
    if section.title:
        page.title(section.title)
    for item in section.fields:
        page.put(0, CellRole.LABEL, item.label, required=item.required, strong=item.total)
        _field(page, item, context)
        if item.hint and page.last > 1:
            page.put(2, CellRole.HINT, item.hint, right=page.last)
        page.end_row(PARAGRAPH if item.type is Kind.PARAGRAPH else ROW)
    if section.shown:
        page.asides.append(Aside(top, page.row - 1, section.shown))


def _field(page: Page, item: Field, context: EntryContext) -> None:
    term = context.vocabulary[item.term]
    wide = item.type is Kind.PARAGRAPH
    if item.fixed:
        page.put(1, CellRole.FIXED, context.fixed.get(item.fixed, item.fixed), cell=item)
    else:
        initial: str | Decimal = Decimal(item.initial) if item.initial and item.type.numeric else item.initial
        enter(
            page,
            1,
            term,
            item,
            context.at,
            content=initial,
            right=page.last if wide else 1,
            strong=item.total,
        )
    page.names[context.name(term)] = page.box(1)


def place_grid(page: Page, section: GridSection, context: EntryContext) -> None:
    """Fixed rows and columns; a cell that the form leaves out is crossed off."""
    if section.title:
        page.title(section.title)
    first = section.label_span
    if section.header:
        _grid_header(page, section)
    for row in section.rows:
        page.put(0, CellRole.LABEL, row.label, right=first - 1, strong=row.total, indent=row.indent)
        _grid_row(page, section, row, context)
        page.end_row()


def _grid_header(page: Page, section: GridSection) -> None:
    page.put(0, CellRole.HEADER, section.corner, right=section.label_span - 1)
    for left, column in enumerate(section.columns, section.label_span):
        page.put(left, CellRole.HEADER, column.label, required=column.required)
    page.end_row()


def _grid_row(page: Page, section: GridSection, row: GridRow, context: EntryContext) -> None:
    for left, column in enumerate(section.columns, section.label_span):
        if column.only and row.name not in column.only:
            page.put(left, CellRole.CLOSED, ABSENT, align="center")
            continue
        term = context.vocabulary[column.term.replace("{}", row.name)]
        enter(page, left, term, column, context.at, strong=row.total)
        page.names[context.name(term)] = page.box(left)


def place_block(page: Page, section: BlockSection, context: EntryContext) -> None:
    """The same sections again and again, each repetition on a page of its own."""
    for number in range(section.repeat):
        if number:
            page.end_row()
            page.breaks.append(page.row)
        page.put(0, CellRole.SECTION, section.title.replace("{}", str(number + 1)), right=page.last)
        page.end_row(24)
        inside = replace(context, at=(number,))
        for part in section.sections:
            place_entries(page, part, inside)


def place_entries(
    page: Page, section: FieldsSection | GridSection | TableSection, context: EntryContext
) -> None:
    """A section that may also stand inside a block."""
    match section:
        case FieldsSection():
            place_fields(page, section, context)
        case GridSection():
            place_grid(page, section, context)
        case TableSection():
            place_table(page, section, context)
