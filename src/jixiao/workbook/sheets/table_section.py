"""A table of the form -> placed cells: a header and free rows, printed rows, or one row per indicator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from jixiao.methods.method import Column
from jixiao.model.term import Term
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Indicator
from jixiao.pack.sections import TableColumn, TableSection
from jixiao.workbook.sheets.entry_cells import EntryContext, enter
from jixiao.workbook.sheets.layout import CellRole
from jixiao.workbook.sheets.page import Page

MEASURED = "本指标的指标值由系统根据其他工作表计算，不用填写。"


def place_table(page: Page, section: TableSection, context: EntryContext) -> None:
    """Each column's name covers its data rows."""
    if section.title:
        page.title(section.title)
    rows = _rows(section, context)
    page.tables.append((len(rows), page.row))
    _header(page, section)
    terms = [context.vocabulary[f"{section.name}.{column.name}"] for column in section.columns]
    for left, term in enumerate(terms):
        page.names[context.name(term)] = page.box(left, bottom=page.row + len(rows) - 1)
    for number, row in enumerate(rows):
        at = (*context.at, number)
        for left, (term, column) in enumerate(zip(terms, section.columns, strict=True)):
            if isinstance(row, Indicator) and context.assessment is not None:
                _indicator_cell(page, left, term, column, at, row, context.assessment)
            elif isinstance(row, Mapping) and column.name in row:
                page.put(left, CellRole.PRESET, row[column.name], term=term, at=at, cell=column)
            else:
                enter(page, left, term, column, at)
        page.end_row()


def _rows(section: TableSection, context: EntryContext) -> tuple[Indicator | Mapping[str, str] | None, ...]:
    """What each row is given: an indicator, printed cells, or nothing."""
    if section.source and context.framework is not None:
        return context.framework.indicators
    return section.given or (None,) * section.rows


def _header(page: Page, section: TableSection) -> None:
    for left, column in enumerate(section.columns):
        page.put(left, CellRole.HEADER, column.label, required=column.required)
        if column.preset == "name":
            page.frozen_columns = left + 1
    page.end_row()


def _indicator_cell(
    page: Page,
    left: int,
    term: Term,
    column: TableColumn,
    at: tuple[int, ...],
    indicator: Indicator,
    assessment: Assessment,
) -> None:
    if column.preset:
        page.put(left, CellRole.PRESET, getattr(indicator, column.preset), term=term, at=at, cell=column)
    elif is_open(term.name, indicator, assessment):
        enter(page, left, term, column, at)
    else:
        measured = bool(indicator.measure) and term.name in (assessment.target, assessment.actual)
        page.put(left, CellRole.CLOSED, prompt=MEASURED if measured else "")


def is_open(term: str, indicator: Indicator, assessment: Assessment) -> bool:
    """Whether people fill in this column for this indicator; of measures, what its method asks for."""
    method = indicator.method
    asked = {getattr(assessment, column) for column in method.columns}
    entered = {getattr(assessment, column) for column in get_args(Column)} | {*assessment.points}
    if term not in entered:
        return True
    return not indicator.measure and term in asked | {*assessment.points[: method.point_columns]}
