"""The framework -> the sheet 指标体系: one row an indicator, its rule in words, blank rows for more."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.model.figures import grade_words
from jixiao.pack.carried_framework import stored_head, stored_indicator
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import EDITED, made_for, row_of
from jixiao.pack.method_words import method_words
from jixiao.pack.sections import Cell, FrameworkSection, Held
from jixiao.workbook.sheets.code_sheet import NAME
from jixiao.workbook.sheets.layout import CellRole, Highlight
from jixiao.workbook.sheets.page import Page
from jixiao.workbook.sheets.result_sections import place_header

_TITLE = Cell(type=Kind.TEXT)
_NUMBER = Cell(type=Kind.NUMBER)
_SAID = 4  # last column of a sentence


def place_framework(
    page: Page, section: FrameworkSection, framework: Framework, measures: tuple[str, ...]
) -> None:
    """Title and total, the indicators, and beside them, hidden, what a run needs to see a change."""
    page.unprinted = True
    hidden = (left for left, column in enumerate(section.columns) if column.hidden)
    page.hidden_columns = frozenset((*hidden, len(section.columns)))
    cells = _cells(section)
    rows = [*framework.indicators, *([None] * section.rows)]
    first = page.row + 3
    _head(page, section, framework, (first, first + len(rows) - 1))
    place_header(page, section.columns)
    page.tables.append((len(rows), page.row - 1))
    page.frozen_columns = 1 + next(i for i, each in enumerate(section.columns) if each.holds == "name")
    for left, column in enumerate(section.columns):
        page.names[f"{section.name}.{column.label}"] = page.box(left, bottom=page.row + len(rows) - 1)
    _measures(page, section, measures)
    for indicator in rows:
        _row(page, section, indicator, cells, carried=framework.own)
    _grades(page, section, framework)
    _how_to_write(page, section)


def _cells(section: FrameworkSection) -> dict[Held, Cell]:
    """What may be typed in the columns; the drop-down of measures takes other formulas, too."""
    names = tuple(each.name for each in method_words().methods)
    return {
        **dict.fromkeys(EDITED, _TITLE),
        "max_score": _NUMBER,
        "method": Cell(type=Kind.TEXT, choices=names),
        "relation": Cell(type=Kind.TEXT, list=section.choices),
        "sure": Cell(type=Kind.TEXT, choices=(section.confirmed, section.unsure)),
    }


def _head(page: Page, section: FrameworkSection, framework: Framework, rows: tuple[int, int]) -> None:
    """The title, the total and, live, whether the weights come to it."""
    left = next(i for i, column in enumerate(section.columns) if column.holds == "max_score")
    weights = page.box(left, top=rows[0], bottom=rows[1]).reference
    name = section.name
    page.names[f"{name}.{section.title}"] = page.box(1)
    page.names[f"{name}.{section.head}"] = page.box(len(section.columns) - 1)
    page.put(0, CellRole.LABEL, section.title)
    page.put(1, CellRole.ENTRY, framework.title, right=_SAID, cell=_TITLE)
    page.end_row()
    _keep(page, section, "stored", stored_head(framework))
    total = framework.total if framework.stated is None else framework.stated
    page.names[f"{name}.{section.total}"] = page.box(1)
    page.names[f"{name}.{section.sum}"] = page.box(3)
    page.put(0, CellRole.LABEL, section.total)
    page.put(1, CellRole.ENTRY, total, cell=_NUMBER)
    page.put(2, CellRole.LABEL, section.sum)
    page.put(3, CellRole.COMPUTED, framework.total, formula=f"SUM({weights})", cell=_NUMBER)
    differs = f"ROUND({name}.{section.sum}-{name}.{section.total},6)<>0"
    said = section.balanced if total == framework.total else section.unbalanced
    formula = f'IF({differs},"{section.unbalanced}","{section.balanced}")'
    page.put(_SAID, CellRole.VERDICT, said, formula=formula)
    page.highlights.append(Highlight(page.box(_SAID), formula=differs, tone="error"))
    page.end_row()


def _measures(page: Page, section: FrameworkSection, measures: tuple[str, ...]) -> None:
    """The list for the drop-down, in a hidden column."""
    left = len(section.columns)
    for row, text in enumerate(measures or ("",), page.row):
        page.place(page.box(left, top=row), CellRole.CODE, text)
    bottom = page.row + max(len(measures), 1) - 1
    page.names[f"{section.choices}.{NAME}"] = page.box(left, bottom=bottom)


def _row(
    page: Page,
    section: FrameworkSection,
    indicator: Indicator | None,
    cells: Mapping[Held, Cell],
    *,
    carried: bool,
) -> None:
    texts = row_of(indicator, section) if indicator else {}
    shown: dict[Held, str | Decimal] = {**texts, **({"max_score": indicator.max_score} if indicator else {})}
    for left, column in enumerate(section.columns):
        if column.holds in EDITED:
            page.put(left, CellRole.ENTRY, shown.get(column.holds, ""), cell=cells[column.holds])
        elif not column.hidden:
            page.put(left, CellRole.RESULT, shown.get(column.holds, ""))
    page.growing.add(page.row)
    page.end_row()
    if indicator:
        _keep(page, section, "made_for", made_for(indicator, texts))
        _keep(page, section, "stored", stored_indicator(indicator) if carried else "")


def _keep(page: Page, section: FrameworkSection, held: Held, text: str) -> None:
    """Hidden beside the row that was just closed: it takes no height."""
    left = next(i for i, column in enumerate(section.columns) if column.holds == held)
    if text:
        page.place(page.box(left, top=page.row - 1), CellRole.CODE, text)


def _grades(page: Page, section: FrameworkSection, framework: Framework) -> None:
    """From how many points on each counts; they are printed with the score, and nobody may type here."""
    page.title(section.grades)
    said = grade_words([(each.name, each.lowest) for each in framework.grades]) or section.no_grades
    page.put(0, CellRole.TEXT, said, right=_SAID)
    page.end_row()


def _how_to_write(page: Page, section: FrameworkSection) -> None:
    """What each method needs, below the table."""
    page.title(section.methods)
    for each in method_words().methods:
        page.put(0, CellRole.LABEL, each.name, right=1)
        page.put(2, CellRole.TEXT, each.example, right=_SAID)
        page.end_row()
