"""The hidden sheet that the live relations compute on: tables in rounded figures and in comparable words.

SUMIF needs columns, not computed arrays; so what relations mean by a table is laid down here, row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from jixiao.model.term import Group, Term
from jixiao.pack.relation_rows import relation_rows, repetitions
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.draft_cells import DraftPlace, draft_formula, draft_value
from jixiao.workbook.live.draft_columns import (
    drafted_kinds,
)
from jixiao.workbook.live.filling_down import FilledDown
from jixiao.workbook.live.places import FormulaNames, Here
from jixiao.workbook.sheets.calculation import Cached
from jixiao.workbook.sheets.layout import CellRole, address, sheet_prefix
from jixiao.workbook.sheets.page import Page

DRAFT_SHEET = "核对底稿"
TITLE = "核对底稿（供公式使用，不用填写）"
TOP = 2  # rows of title and header
MARK = "已用"
_CONSTANTS = 3  # columns for units and counts
_WIDTH = 14.0


@dataclass(frozen=True, slots=True)
class DraftTable:
    """One table, or the table of one repetition: its marks of used rows, then its columns."""

    group: Group
    repetition: int
    left: int
    rows: int
    columns: tuple[tuple[Term, str], ...]

    @property
    def outer(self) -> tuple[int, ...]:
        return (self.repetition,) if len(self.group.path) > 1 else ()


class Draft:
    """The sheet while it is laid out. `names.boxes` comes to know its columns before any formula is made."""

    def __init__(self, names: FormulaNames) -> None:
        self.names = names
        self.pack = names.pack
        blocks = [group for group in self.pack.groups.values() if group.repeat]
        self.blocks = {group.name: left for left, group in enumerate(blocks, _CONSTANTS)}
        self.tables = tuple(self._tables(_CONSTANTS + len(blocks)))
        last = self.tables[-1] if self.tables else None
        width = last.left + len(last.columns) + 1 if last else _CONSTANTS + len(blocks)
        self.page = Page(DRAFT_SHEET, (_WIDTH,) * width)
        self.page.place(self.page.box(0, top=0), CellRole.HINT, TITLE)
        self.page.row = self.page.head = TOP
        for table in self.tables:
            self._name_columns(table)

    def cell(self, row: int, left: int, formula: str, cached: Cached) -> None:
        self.page.place(self.page.box(left, top=row), CellRole.HINT, formula=formula, cached=cached)

    def used(self, path: tuple[str, ...], at: tuple[int, ...]) -> str:
        """The mark of a row of a table, or of a repetition of a block: 1 if anything is filled in there."""
        left = self.blocks.get(path[-1])
        if left is None:
            found = (table for table in self.tables if table.group.path == path and table.outer == at[:-1])
            left = next(found).left
        return f"{sheet_prefix(DRAFT_SHEET)}{address(TOP + at[-1], left)}"

    def fill(self) -> None:
        """The formulas of all blocks and tables."""
        for name, left in self.blocks.items():
            self._block(self.pack.groups[name], left)
        for table in self.tables:
            self._table(table)

    def _tables(self, left: int) -> Iterator[DraftTable]:
        kinds = drafted_kinds(self.pack)
        run_over = {row.table for row in relation_rows(self.pack)}
        for group in self.pack.groups.values():
            columns = tuple(
                (self.pack.vocabulary[term], kind) for term in group.terms for kind in kinds.get(term, ())
            )
            if group.repeat or not (columns or group.name in run_over):
                continue
            for repetition in range(repetitions(group.path, self.pack)):
                box = self.names.boxes[defined_name(self.pack.vocabulary[group.terms[0]], repetition)]
                yield DraftTable(group, repetition, left, box.bottom - box.top + 1, columns)
                left += len(columns) + 1

    def _name_columns(self, table: DraftTable) -> None:
        self.page.place(self.page.box(table.left, top=TOP - 1), CellRole.HINT, f"{table.group.name}.{MARK}")
        for left, (term, kind) in enumerate(table.columns, table.left + 1):
            name = self.names.drafted(kind, term.name, table.repetition)
            box = self.page.box(left, top=TOP, bottom=TOP + table.rows - 1)
            self.page.names[name] = self.names.boxes[name] = box
            self.page.place(self.page.box(left, top=TOP - 1), CellRole.HINT, name)

    def _block(self, group: Group, left: int) -> None:
        self.page.place(self.page.box(left, top=TOP - 1), CellRole.HINT, f"{group.name}.{MARK}")
        terms = self.names.entered(group.name)
        for number in range(group.repeat):
            filled = self.names.filled(terms, partial(self._names, number))
            self.cell(TOP + number, left, _marked(filled), _used(group.path, (number,)))

    def _names(self, repetition: int, terms: Sequence[str]) -> list[str]:
        return [defined_name(self.pack.vocabulary[term], repetition) for term in terms]

    def _table(self, table: DraftTable) -> None:
        """The formulas of the first row, filled down."""
        rows = [Here(self.names, table.group.path, (*table.outer, number)) for number in range(table.rows)]
        marked = FilledDown(_marked(self.names.filled(self.names.entered(table.group.name), rows[0].cells)))
        for number, here in enumerate(rows):
            self.cell(TOP + number, table.left, marked.at(number), _used(here.path, here.at))
        for left, (term, kind) in enumerate(table.columns, table.left + 1):
            formula = FilledDown(draft_formula(kind, term, rows[0], DraftPlace(TOP, table.left, left)))
            for number, here in enumerate(rows):
                self.cell(TOP + number, left, formula.at(number), draft_value(kind, term, here))


def _marked(count: str) -> str:
    return f"IF({count}=0,0,1)"


def _used(path: tuple[str, ...], at: tuple[int, ...]) -> Cached:
    return lambda calc: Decimal(calc.record_at(path, at) is not None)
