"""Form and framework -> where every cell of the standard workbook lies, and what every name points to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.pack.codes import CodeList
from jixiao.pack.errors import PackError
from jixiao.pack.form import Form, Sheet
from jixiao.pack.framework import Framework
from jixiao.pack.sections import (
    BlockSection,
    ButtonsSection,
    Cell,
    FieldsSection,
    FindingsSection,
    FrameworkSection,
    GridSection,
    RelationsSection,
    RowRelationsSection,
    ScorecardSection,
    Section,
    StatusSection,
    TableSection,
    TextSection,
)
from jixiao.pack.vocabulary import vocabulary_of
from jixiao.workbook.sheets.button_section import place_buttons
from jixiao.workbook.sheets.code_sheet import CODE_SHEET, code_sheet
from jixiao.workbook.sheets.entry_cells import EntryContext
from jixiao.workbook.sheets.entry_sections import place_block, place_entries, place_text
from jixiao.workbook.sheets.framework_section import place_framework
from jixiao.workbook.sheets.layout import Box, CellRole, Layout, SheetLayout
from jixiao.workbook.sheets.page import Page
from jixiao.workbook.sheets.result_sections import place_findings
from jixiao.workbook.sheets.scorecard_section import place_scorecard, score_columns
from jixiao.workbook.sheets.status_section import place_status

UNIT_NAME = "填报单位："
UNIT_OF_AMOUNTS = "金额单位："
CHOICES_WIDTH = 40.0  # of the hidden list of measures
LIVE = (RelationsSection, RowRelationsSection)


def lay_out(
    form: Form,
    framework: Framework | None,
    codes: Mapping[str, CodeList],
    measures: tuple[str, ...] = (),
) -> Layout:
    """Place every cell; `measures` are what the sheet of the framework offers.

    Raises PackError if two cells would share a defined name or a sheet's name.
    """
    stamps = _stamps(form, framework)
    context = EntryContext(vocabulary_of(form), framework, form.assessment, stamps, measures=measures)
    names: dict[str, Box] = {}
    sheets: list[SheetLayout] = []
    for sheet in form.sheets:
        if any(isinstance(section, LIVE) for section in sheet.sections):
            continue  # live/assembly.py lays them out, when all other cells have their place
        page = _page(sheet, framework)
        put_head(page, _titled(sheet, framework), form)
        for section in sheet.sections:
            _place(page, section, form, context)
        sheets.append(page.finished(sheet.tab, sheet.landscape))
        join_names(names, page.names)
    page = code_sheet(codes)
    sheets.append(page.finished("codes", landscape=False))
    join_names(names, page.names)
    if len({sheet.name for sheet in sheets}) < len(sheets):
        raise PackError("form.toml", CODE_SHEET, "two sheets share this name")
    return Layout(tuple(sheets), names)


def _stamps(form: Form, framework: Framework | None) -> dict[str, str]:
    name = framework.name if framework else ""
    return {"{id}": form.id, "{version}": form.version, "{framework}": name}


def _titled(sheet: Sheet, framework: Framework | None) -> Sheet:
    """A score table of the unit's own bears its own title."""
    scores = any(isinstance(section, ScorecardSection) for section in sheet.sections)
    return replace(sheet, title=framework.title) if scores and framework and framework.own else sheet


def _page(sheet: Sheet, framework: Framework | None) -> Page:
    for section in sheet.sections:
        if isinstance(section, FindingsSection):
            return Page(sheet.name, tuple(column.width for column in section.columns))
        if isinstance(section, ScorecardSection):
            return Page(sheet.name, tuple(column.width for column in score_columns(section, framework)))
        if isinstance(section, FrameworkSection):
            widths = (column.width for column in section.columns)
            return Page(sheet.name, (*widths, CHOICES_WIDTH))
    return Page(sheet.name, sheet.widths)


def put_head(page: Page, sheet: Sheet, form: Form) -> None:
    """Title, note, and the line that says who reports and in which unit."""
    page.put(0, CellRole.TITLE, sheet.title, right=page.last)
    page.end_row(34)
    if sheet.note:
        page.put(0, CellRole.NOTE, sheet.note, right=page.last)
        page.end_row(18)
    cells = list(_cells(sheet.sections))
    if sheet.tab != "guide" and form.unit_name not in _single_terms(sheet):
        middle = _middle(page)
        page.put(0, CellRole.CAPTION, UNIT_NAME, right=middle, shows=form.unit_name)
        live = any(isinstance(section, LIVE) for section in sheet.sections)
        if live or any(cell.type is Kind.AMOUNT for cell in cells):
            unit = {"shows": form.units.term, "align": "right"}
            page.put(middle + 1, CellRole.CAPTION, UNIT_OF_AMOUNTS, right=page.last, **unit)
        page.end_row(18)
    page.head = page.row


def _middle(page: Page) -> int:
    """The column that ends the left half of the sheet."""
    half = sum(page.widths) / 2
    return next(
        left for left in range(page.last) if left == page.last - 1 or sum(page.widths[: left + 1]) >= half
    )


def _cells(sections: Iterable[Section]) -> list[Cell]:
    found: list[Cell] = []
    for section in sections:
        match section:
            case FieldsSection(fields=fields):
                found += fields
            case GridSection(columns=columns) | TableSection(columns=columns):
                found += columns
            case BlockSection(sections=inner):
                found += _cells(inner)
    return found


def _single_terms(sheet: Sheet) -> set[str]:
    sections = [section for section in sheet.sections if isinstance(section, FieldsSection)]
    return {item.term for section in sections for item in section.fields}


def _place(page: Page, section: Section, form: Form, context: EntryContext) -> None:
    match section:
        case TextSection():
            place_text(page, section)
        case BlockSection():
            place_block(page, section, context)
        case StatusSection():
            place_status(page, section, form, context.framework)
        case ButtonsSection():
            place_buttons(page, section)
        case FindingsSection():
            place_findings(page, section)
        case ScorecardSection():
            if context.framework is None:
                raise PackError("form.toml", section.name, "a score table needs an indicator framework")
            place_scorecard(page, section, context.framework)
        case FrameworkSection():
            if context.framework is not None:
                place_framework(page, section, context.framework, context.measures)
        case FieldsSection() | GridSection() | TableSection():
            place_entries(page, section, context)


def join_names(names: dict[str, Box], more: Mapping[str, Box]) -> None:
    """Defined names are one list for all sheets, and Excel does not tell capitals from small letters."""
    known = {name.casefold() for name in names}
    for name, box in more.items():
        if not all(part.isidentifier() for part in name.split(".")):
            raise PackError("form.toml", name, "Excel allows no such defined name")
        if name.casefold() in known:
            raise PackError("form.toml", name, "two cells would share this defined name")
        names[name] = box
