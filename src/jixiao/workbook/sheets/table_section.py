"""A table of the form -> placed cells: a header and free rows, printed rows, or one row per indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import get_args

from msgspec.structs import replace

from jixiao.methods.method import Column
from jixiao.model.term import Term
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Indicator, open_terms
from jixiao.pack.sections import TableColumn, TableSection
from jixiao.workbook.sheets.entry_cells import EntryContext, enter
from jixiao.workbook.sheets.layout import CellRole, Highlight, address
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
    page.hidden_columns |= {left for left, column in enumerate(section.columns) if column.hidden}
    for number, row in enumerate(rows):
        at = (*context.at, number)
        for left, (term, column) in enumerate(zip(terms, section.columns, strict=True)):
            if isinstance(row, Indicator) and context.assessment is not None:
                _indicator_cell(page, left, term, column, at, row, context.assessment)
            elif isinstance(row, Mapping) and column.name in row:
                page.put(left, CellRole.PRESET, row[column.name], term=term, at=at, cell=column)
            else:
                enter(page, left, term, column, at, bare=0 < section.framed <= number)
        page.end_row()
    if 0 < section.framed < len(rows):
        page.frames += _frames(page, terms, len(rows) - section.framed)


def _frames(page: Page, terms: list[Term], bare: int) -> Iterator[Highlight]:
    """Of the last rows of a table: those that are filled, and the next one, look like the others.

    So nobody prints rows that stayed empty, and who needs more rows finds one more at a time.
    """
    first = page.row - bare
    entered, computed = (
        _runs([left for left, term in enumerate(terms) if bool(term.formula) is wanted])
        for wanted in (False, True)
    )
    typed = _runs([left for left, term in enumerate(terms) if not (term.formula or term.otherwise)])
    filled = ",".join(f"${address(first - 1, left)}:${address(first, right)}" for left, right in typed)
    for tone, runs in (("entry", entered), ("computed", computed)):
        boxes = [page.box(left, right, top=first, bottom=page.row - 1) for left, right in runs]
        if boxes:
            yield Highlight(boxes[0], formula=f"COUNTA({filled})>0", tone=tone, more=tuple(boxes[1:]))


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    """Columns side by side, from the first to the last."""
    numbered = groupby(enumerate(columns), lambda pair: pair[1] - pair[0])
    runs = [[column for _, column in run] for _, run in numbered]
    return [(run[0], run[-1]) for run in runs]


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
        levels = indicator.method.choices if term.name == assessment.grade else ()
        enter(page, left, term, replace(column, choices=levels) if levels else column, at)
    else:
        measured = bool(indicator.measure) and term.name in (assessment.target, assessment.actual)
        page.put(left, CellRole.CLOSED, prompt=MEASURED if measured else "")


def is_open(term: str, indicator: Indicator, assessment: Assessment) -> bool:
    """Whether people fill in this column for this indicator; of measures, what its method asks for."""
    entered = {getattr(assessment, column) for column in get_args(Column)} | {*assessment.points}
    return term not in entered or term in open_terms(indicator, assessment)
