"""The live sheets of a workbook: laid out after all others, for their formulas speak of every cell."""

from __future__ import annotations

from msgspec.structs import replace

from jixiao.pack.errors import PackError
from jixiao.pack.form import Sheet
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.pack.sections import RelationsSection, RowRelationsSection
from jixiao.workbook.live import grid as row_grid
from jixiao.workbook.live import relations as relation_sheet
from jixiao.workbook.live.colours import Colours
from jixiao.workbook.live.draft import Draft
from jixiao.workbook.live.grid import place_grid
from jixiao.workbook.live.places import FormulaNames
from jixiao.workbook.live.relations import Relations
from jixiao.workbook.live.state import fill_blanks, fill_state, name_state
from jixiao.workbook.sheets.form_layout import join_names, put_head
from jixiao.workbook.sheets.layout import Layout, SheetLayout
from jixiao.workbook.sheets.page import Page


def with_live(layout: Layout, pack: Pack, framework: Framework | None) -> Layout:
    """The workbook with its relations alive; unchanged for a form without a sheet of relations.

    Raises PackError if the row-by-row sheet is missing, or two names or sheets clash.
    """
    section, sheet, rows = _asked(pack)
    if section is None or sheet is None:
        return layout
    draft = Draft(FormulaNames(pack, dict(layout.names), section.name))
    name_state(draft)
    grid_page = Page(rows.name, _grid_widths(draft)) if rows else Page("", ())
    if rows is not None:
        put_head(grid_page, rows, pack.form)
    grid = place_grid(grid_page, draft)
    page = Page(sheet.name, relation_sheet.WIDTHS)
    put_head(page, sheet, pack.form)
    relations = Relations(page, draft, grid)
    relations.place()
    draft.fill()
    judged = (draft.names.name(relation_sheet.HEADINGS[left][0]) for left in relation_sheet.JUDGED)
    fill_state(draft, *judged)
    fill_blanks(draft, framework)
    return _assembled(layout, pack, draft, (page, grid_page), Colours(draft, relations, grid))


def _asked(pack: Pack) -> tuple[RelationsSection | None, Sheet | None, Sheet | None]:
    """The section of relations, its sheet, and the sheet of those that run row by row."""
    found: dict[type, tuple[object, Sheet]] = {
        type(section): (section, sheet) for sheet in pack.form.sheets for section in sheet.sections
    }
    section, sheet = found.get(RelationsSection, (None, None))
    rows = found[RowRelationsSection][1] if RowRelationsSection in found else None
    over_rows = any(check.path and not pack.groups[check.path[-1]].repeat for check in pack.checks)
    if section and over_rows and rows is None:
        raise PackError("form.toml", "", "checks run row by row; there is no sheet for row_relations")
    assert section is None or isinstance(section, RelationsSection)
    return section, sheet, rows


def _grid_widths(draft: Draft) -> tuple[float, ...]:
    return (*row_grid.WIDTHS, *(row_grid.COLUMN,) * max(1, row_grid.widest(draft)))


def _assembled(layout: Layout, pack: Pack, draft: Draft, pages: tuple[Page, ...], colours: Colours) -> Layout:
    """All sheets in the order of the form, then the code lists, then what nobody needs to see."""
    names = dict(layout.names)
    twins = colours.page(layout.sheets)
    draft.page.hidden = twins.hidden = True
    for page in (*pages, draft.page, twins):
        join_names(names, page.names)
    sheets = {sheet.name: colours.coloured(sheet, number) for number, sheet in enumerate(layout.sheets, 1)}
    landscape = {sheet.name: sheet for sheet in pack.form.sheets}
    for page in pages:
        if page.sheet:
            form = landscape[page.sheet]
            sheets[page.sheet] = page.finished(form.tab, form.landscape)
    ordered = [sheets.pop(sheet.name) for sheet in pack.form.sheets]
    hidden = [page.finished("codes", landscape=False) for page in (draft.page, twins)]
    _check_sheet_names([*ordered, *sheets.values(), *hidden])
    return replace(layout, sheets=(*ordered, *sheets.values(), *hidden), names=names)


def _check_sheet_names(sheets: list[SheetLayout]) -> None:
    seen: set[str] = set()
    for sheet in sheets:
        if sheet.name.casefold() in seen:
            raise PackError("form.toml", sheet.name, "two sheets share this name")
        seen.add(sheet.name.casefold())
