"""Sections that people fill in -> placed cells: texts, fields, grids, tables and repeated blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.model.term import Term, Vocabulary
from jixiao.pack.framework import Checklist, Framework, Indicator
from jixiao.pack.schema import (
    Assessment,
    BlockSection,
    Cell,
    Field,
    FieldsSection,
    GridRow,
    GridSection,
    TableColumn,
    TableSection,
    TextSection,
)
from jixiao.workbook.names import defined_name
from jixiao.workbook.page import ROW, Page
from jixiao.workbook.placed import Role

ABSENT = "—"
MEASURED = "本指标的指标值由系统根据其他工作表计算，不用填写。"
PARAGRAPH = 54.0
_GROWING = frozenset({Kind.TEXT, Kind.PARAGRAPH})


@dataclass(frozen=True)
class Entering:
    """What the sections need to know: the words, the indicators, and in which repetition they stand."""

    vocabulary: Vocabulary
    framework: Framework
    assessment: Assessment
    fixed: Mapping[str, str]  # placeholder -> text
    at: tuple[int, ...] = field(default=())

    def name(self, term: Term) -> str:
        return defined_name(term, self.at[0] if self.at else 0)


def place_text(page: Page, section: TextSection) -> None:
    if section.title:
        page.title(section.title)
    for line in section.lines:
        page.put(0, Role.TEXT, line, right=page.last)
        page.end_row()


def place_fields(page: Page, section: FieldsSection, entering: Entering) -> None:
    """Label, entry cell and hint, one field per row."""
    if section.title:
        page.title(section.title)
    for item in section.fields:
        page.put(0, Role.LABEL, item.label, required=item.required, strong=item.total)
        _field(page, item, entering)
        if item.hint and page.last > 1:
            page.put(2, Role.HINT, item.hint, right=page.last)
        page.end_row(PARAGRAPH if item.type is Kind.PARAGRAPH else ROW)


def _field(page: Page, item: Field, entering: Entering) -> None:
    term = entering.vocabulary[item.term]
    wide = item.type is Kind.PARAGRAPH
    if item.fixed:
        page.put(1, Role.FIXED, entering.fixed.get(item.fixed, item.fixed), cell=item)
    else:
        initial: str | Decimal = Decimal(item.initial) if item.initial and item.type.numeric else item.initial
        _enter(page, 1, term, item, entering.at, content=initial, right=page.last if wide else 1, strong=item.total)
    page.names[entering.name(term)] = page.box(1)


def place_grid(page: Page, section: GridSection, entering: Entering) -> None:
    """Fixed rows and columns; a cell that the form leaves out is crossed off."""
    if section.title:
        page.title(section.title)
    first = section.label_span
    page.put(0, Role.HEADER, section.corner, right=first - 1)
    for number, column in enumerate(section.columns):
        page.put(first + number, Role.HEADER, column.label, required=column.required)
    page.end_row()
    for row in section.rows:
        page.put(0, Role.LABEL, row.label, right=first - 1, strong=row.total, indent=row.indent)
        _grid_row(page, section, row, entering)
        page.end_row()


def _grid_row(page: Page, section: GridSection, row: GridRow, entering: Entering) -> None:
    for left, column in enumerate(section.columns, section.label_span):
        if column.only and row.name not in column.only:
            page.put(left, Role.CLOSED, ABSENT, align="center")
            continue
        term = entering.vocabulary[column.term.replace("{}", row.name)]
        _enter(page, left, term, column, entering.at, strong=row.total)
        page.names[entering.name(term)] = page.box(left)


def place_table(page: Page, section: TableSection, entering: Entering) -> None:
    """A header and free rows, or one row per indicator of the framework."""
    if section.title:
        page.title(section.title)
    indicators: tuple[Indicator | None, ...] = entering.framework.indicators
    rows = indicators if section.source else (None,) * section.rows
    page.tables.append((len(rows), page.row))
    for left, column in enumerate(section.columns):
        page.put(left, Role.HEADER, column.label, required=column.required)
        if column.preset == "name":
            page.frozen_columns = left + 1
    page.end_row()
    for left, column in enumerate(section.columns):
        term = entering.vocabulary[f"{section.name}.{column.name}"]
        page.names[entering.name(term)] = page.box(left, bottom=page.row + len(rows) - 1)
    for number, indicator in enumerate(rows):
        for left, column in enumerate(section.columns):
            term = entering.vocabulary[f"{section.name}.{column.name}"]
            _table_cell(page, left, term, column, (*entering.at, number), indicator, entering.assessment)
        page.end_row()


def _table_cell(
    page: Page,
    left: int,
    term: Term,
    column: TableColumn,
    at: tuple[int, ...],
    indicator: Indicator | None,
    assessment: Assessment,
) -> None:
    if indicator is not None and column.preset:
        page.put(left, Role.PRESET, getattr(indicator, column.preset), term=term, at=at, cell=column)
    elif indicator is not None and not is_open(term.name, column, indicator, assessment):
        measured = bool(indicator.measure) and term.name in (assessment.target, assessment.actual)
        page.put(left, Role.CLOSED, prompt=MEASURED if measured else "")
    else:
        _enter(page, left, term, column, at)


def is_open(term: str, column: TableColumn, indicator: Indicator, assessment: Assessment) -> bool:
    """Whether people fill in this column for this indicator."""
    if column.open_for and indicator.method.__struct_config__.tag not in column.open_for:
        return False
    if term in (assessment.target, assessment.actual):
        return not indicator.measure
    if term in assessment.points and isinstance(indicator.method, Checklist):
        return assessment.points.index(term) < len(indicator.method.points)
    return True


def place_block(page: Page, section: BlockSection, entering: Entering) -> None:
    """The same sections again and again, each repetition on a page of its own."""
    for number in range(section.repeat):
        if number:
            page.end_row()
            page.breaks.append(page.row)
        page.put(0, Role.SECTION, section.title.replace("{}", str(number + 1)), right=page.last)
        page.end_row(24)
        inside = replace(entering, at=(number,))
        for part in section.sections:
            place_entries(page, part, inside)


def place_entries(page: Page, section: FieldsSection | GridSection | TableSection, entering: Entering) -> None:
    match section:
        case FieldsSection():
            place_fields(page, section, entering)
        case GridSection():
            place_grid(page, section, entering)
        case TableSection():
            place_table(page, section, entering)


def _enter(
    page: Page,
    left: int,
    term: Term,
    cell: Cell,
    at: tuple[int, ...],
    *,
    content: str | Decimal = "",
    right: int | None = None,
    strong: bool = False,
) -> None:
    role = Role.COMPUTED if term.formula else Role.ENTRY
    if role is Role.ENTRY and cell.type in _GROWING and right in (None, left):
        page.growing.add(page.row)
    page.put(
        left, role, content, right=right, term=term, at=at, cell=cell, strong=strong, prompt=cell.note
    )
