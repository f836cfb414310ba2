"""Relations that run row by row over a table -> a locked sheet with one verdict per row and relation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from jixiao.pack.errors import PackError
from jixiao.pack.relation_rows import RelationRow, relation_rows
from jixiao.relation.agreement import (
    INCONSISTENT,
    PASSED,
    ROUNDING,
    UNREADABLE,
    verdict_word,
)
from jixiao.relation.applicability import condition_formula, unfilled_formula
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.draft import Draft
from jixiao.workbook.live.filling_down import FilledDown
from jixiao.workbook.live.places import LONGEST, Here
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import Box, CellRole, Highlight, address, sheet_prefix
from jixiao.workbook.sheets.page import GAP, ROW, Page

NUMBER = "单元格"
WIDTHS = (9.0, 20.0)
COLUMN = 11.5
HEADER = 62.0
TONES = {PASSED: "passed", ROUNDING: "note", UNREADABLE: "warning"} | dict.fromkeys(
    (NOT_APPLICABLE, BLANK), "not_checked"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the verdicts of each relation stand, and the data rows that they are about."""

    verdicts: Mapping[tuple[str, tuple[int, ...]], Box]
    data: Mapping[tuple[str, tuple[int, ...]], Box]  # the first column of the table


def widest(draft: Draft) -> int:
    """How many relations run over one table."""
    return max((len(list(rows)) for _, rows in _by_table(draft)), default=0)


def place_grid(page: Page, draft: Draft) -> Grid:
    """One block of rows below the other, for each table and repetition."""
    page.unprinted = True
    verdicts: dict[tuple[str, tuple[int, ...]], Box] = {}
    data: dict[tuple[str, tuple[int, ...]], Box] = {}
    for (table, at), rows in _by_table(draft):
        box = _table_box(draft, table, at)
        top = page.row + 2 + (page.row > page.head)
        _head(page, draft, table, at, rows)
        here = Here(draft.names, rows[0].check.path, (*at, 0))
        used = draft.used(here.path, here.at)
        formulas = [FilledDown(verdict_formula(row, here, used)) for row in rows]
        for number in range(box.bottom - box.top + 1):
            _row(page, draft, rows, number, box)
            for left, (row, formula) in enumerate(zip(rows, formulas, strict=True), len(WIDTHS)):
                cached = _verdict(row, (*at, number))
                page.put(left, CellRole.VERDICT, formula=formula.at(number), cached=cached)
            page.heights[page.row] = ROW
            page.row += 1
        for left, row in enumerate(rows, len(WIDTHS)):
            verdicts[row.key] = found = page.box(left, top=top, bottom=page.row - 1)
            data[row.key] = box
            page.highlights.append(Highlight(found, INCONSISTENT, row.check.data.severity))
        if rows:
            below = page.box(len(WIDTHS), len(WIDTHS) + len(rows) - 1, top=top, bottom=page.row - 1)
            page.highlights += [Highlight(below, word, tone) for word, tone in TONES.items()]
    return Grid(verdicts, data)


def _by_table(draft: Draft) -> list[tuple[tuple[str, tuple[int, ...]], list[RelationRow]]]:
    rows = [row for row in relation_rows(draft.pack) if row.table]
    order = {name: number for number, name in enumerate(draft.pack.groups)}
    rows.sort(key=lambda row: (order[row.table], row.at))  # stable: checks keep their order
    return [(key, list(members)) for key, members in groupby(rows, lambda row: (row.table, row.at))]


def _table_box(draft: Draft, table: str, at: tuple[int, ...]) -> Box:
    group = draft.pack.groups[table]
    return draft.names.boxes[defined_name(draft.pack.vocabulary[group.terms[0]], at[0] if at else 0)]


def _head(page: Page, draft: Draft, table: str, at: tuple[int, ...], rows: list[RelationRow]) -> None:
    if page.row > page.head:
        page.end_row(GAP)
    group = draft.pack.groups[table]
    sheet = draft.pack.vocabulary[group.terms[0]].sheet
    number = f"（{at[0] + 1}）" if at else ""
    name = table.rpartition(".")[2]
    title = sheet if name == sheet else f"{sheet}：{name}"
    page.parts.append(page.row)
    page.put(0, CellRole.SECTION, f"{title}{number}", right=page.last)
    page.end_row(22)
    key = draft.pack.vocabulary.get(group.key)
    page.put(0, CellRole.HEADER, NUMBER)
    page.put(1, CellRole.HEADER, key.label if key else "")
    for left, row in enumerate(rows, len(WIDTHS)):
        page.put(left, CellRole.HEADER, f"{row.check.data.id}\n{row.check.data.title}")
    page.tables.append((_table_box(draft, table, at).bottom - _table_box(draft, table, at).top + 1, page.row))
    page.end_row(HEADER)


def _row(page: Page, draft: Draft, rows: list[RelationRow], number: int, box: Box) -> None:
    """Which row of the table this is: its address as a link, and its key."""
    first = rows[0]
    here = Here(draft.names, first.check.path, (*first.at, number))
    where = address(box.top + number, box.left)
    page.put(0, CellRole.LINK, where, link=f"{sheet_prefix(box.sheet)}{where}", align="center")
    key = draft.pack.groups[first.table].key
    if key:
        text = f'IF({draft.used(here.path, here.at)}=0,"",{here.cell(key)}&"")'
        page.put(1, CellRole.RESULT, formula=text, cached=_key(key, here.at))


def verdict_formula(row: RelationRow, here: Here, used: str) -> str:
    """The whole relation in one cell; empty for a row in which nothing is filled. Raises PackError."""
    run = here.run
    formula = run.agreement(row.check.relation.expression).formula
    if blank := unfilled_formula(row.check.relation, row.check.when, run):
        formula = f'IF({blank},"{BLANK}",{formula})'
    for conditions in (row.check.when, row.check.waits):
        if condition := condition_formula(conditions, run):
            formula = f'IF({condition},{formula},"{NOT_APPLICABLE}")'
    formula = f'IF({used}=0,"",IFERROR({formula},"{UNREADABLE}"))'
    if len(formula) > LONGEST:
        raise PackError("checks.toml", row.check.data.id, "the relation is too long for a formula")
    return formula


def _key(term: str, at: tuple[int, ...]) -> Cached:
    def cached(calc: Calculation) -> str:
        fact = calc.fact(term, at)
        return fact.text if fact else ""

    return cached


def _verdict(row: RelationRow, at: tuple[int, ...]) -> Cached:
    def cached(calc: Calculation) -> str:
        comparison = calc.comparison(row.check, at)
        return verdict_word(comparison) if comparison else ""

    return cached
