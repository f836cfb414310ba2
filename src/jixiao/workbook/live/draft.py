"""The hidden sheet that the live relations compute on: tables in rounded figures and in comparable words.

SUMIF needs columns, not computed arrays; so what relations mean by a table is laid down here, row by row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.model.term import Group, Term
from jixiao.pack.relation_rows import relation_rows, repetitions
from jixiao.relation.places import comparable
from jixiao.relation.texts import same_text
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.places import HALVES, HIGHS, LOWS, TEXTS, VALUES, FormulaNames, Here, drafted_kinds
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import CellRole, address, sheet_prefix
from jixiao.workbook.sheets.page import Page

DRAFT_SHEET = "核对底稿"
TITLE = "核对底稿（供公式使用，不用填写）"
TOP = 2  # rows of title and header
MARK = "已用"
_CONSTANTS = 3  # columns for units and counts
_WIDTH = 14.0
_ORDER = (VALUES, HALVES, LOWS, HIGHS)  # of a figure's columns


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
            for number in range(table.rows):
                self._row(table, Here(self.names, table.group.path, (*table.outer, number)))

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
        terms = [self.pack.vocabulary[term] for term in self.names.entered(group.name)]
        for number in range(group.repeat):
            names = [defined_name(term, number) for term in terms]
            self.cell(TOP + number, left, _marked(names), _used(group.path, (number,)))

    def _row(self, table: DraftTable, here: Here) -> None:
        row, left = TOP + here.at[-1], table.left
        cells = [here.cell(term) for term in self.names.entered(table.group.name)]
        self.cell(row, left, _marked(cells), _used(table.group.path, here.at))
        for column, (term, kind) in enumerate(table.columns, left + 1):
            if kind == TEXTS:
                text = comparable(f'{here.cell(term.name)}&""')
                self.cell(row, column, text, _text(term, here.at))
            else:
                first = column - _ORDER.index(kind)
                number = _figure(term, kind, here, (address(row, first), address(row, first + 1)))
                formula = f'IF({address(row, left)}=0,"",{number})'
                self.cell(row, column, formula, _number(term, kind, here.at))


def _marked(cells: list[str]) -> str:
    return f"IF(COUNTA({','.join(cells)})=0,0,1)"


def _figure(term: Term, kind: str, here: Here, beside: tuple[str, str]) -> str:
    """The rounded figure; its precision, which speaks of the figure beside it; the ends of its interval."""
    if kind in (LOWS, HIGHS):
        return ("-" if kind == LOWS else "+").join(beside)
    cell = here.cell(term.name)
    if term.formula:
        spread = here.computed(term.name, cell)
    elif term.kind is Kind.AMOUNT:
        spread = here.given(cell, money=True)
    else:
        return f"{cell}+0"  # a text where a number belongs is an error
    return spread.value if kind == VALUES else spread.below.replace(spread.value, beside[0])


def _used(path: tuple[str, ...], at: tuple[int, ...]) -> Cached:
    return lambda calc: Decimal(calc.record_at(path, at) is not None)


def _text(term: Term, at: tuple[int, ...]) -> Cached:
    def cached(calc: Calculation) -> str:
        fact = calc.fact(term.name, at)
        return same_text(fact.text).upper() if fact else ""

    return cached


def _number(term: Term, kind: str, at: tuple[int, ...]) -> Cached:
    def cached(calc: Calculation) -> Decimal | str:
        fact = calc.fact(term.name, at)
        if fact is None:
            return ""
        half = fact.quantum / 2
        value = fact.number
        amount = {VALUES: value, HALVES: half, LOWS: value - half, HIGHS: value + half}[kind]
        return amount / calc.factor if fact.kind is Kind.AMOUNT else amount

    return cached
