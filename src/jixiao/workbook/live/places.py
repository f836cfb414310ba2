"""What stands for a term in the live formulas: names of single cells, and the draft's columns of a table."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import repetitions
from jixiao.relation.binding import Bound
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.places import Column
from jixiao.relation.spread import NOTHING, Spread
from jixiao.relation.syntax import Call, Name, walk
from jixiao.relation.translation import Translation
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.sheets.layout import Box, address, sheet_prefix

# The draft repeats what the tables hold: rounded to the cent, with its precision, in comparable words.
VALUES, HALVES, LOWS, HIGHS, TEXTS = "底稿", "容差", "下限", "上限", "比对"
DIGITS, UNIT, COARSE, FINE = "位数", "单位", "半位", "细半位"
LONGEST = 8192  # characters that Excel takes in a formula


class FormulaNames(msgspec.Struct, frozen=True):
    """The workbook as formulas see it: `boxes` of all cells and of the draft's columns."""

    pack: Pack
    boxes: dict[str, Box]
    prefix: str  # of the names of the live state

    def name(self, label: str) -> str:
        return f"{self.prefix}.{label}"

    def is_table(self, term: Term) -> bool:
        return bool(term.path) and not self.pack.groups[term.path[-1]].repeat

    def drafted(self, kind: str, term: str, repetition: int) -> str:
        """The name of one of the draft's columns."""
        return f"{kind}.{defined_name(self.pack.vocabulary[term], repetition)}"

    def entered(self, group: str) -> list[str]:
        """The terms of a table or block, and of the tables inside it, that people fill in."""
        inside = [g for g in self.pack.groups.values() if group in g.path]
        terms = [term for g in inside for term in g.terms]
        return [term for term in terms if not self.pack.vocabulary[term].formula]


def drafted_kinds(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Terms that relations compute with, or whose words they compare -> the columns that the draft needs."""
    found: dict[str, tuple[str, ...]] = {}
    bounds = _bounds(pack)
    calls = [part for bound in bounds for part in walk(bound.expression) if isinstance(part, Call)]
    keys, ends = set(_keys(calls)), set(_ends(calls))
    for name in dict.fromkeys(term for bound in bounds for term in bound.terms):
        kind = pack.vocabulary[name].kind
        if kind is Kind.AMOUNT:
            found[name] = (VALUES, HALVES, LOWS, HIGHS) if name in ends else (VALUES, HALVES)
        elif kind.numeric:
            found[name] = (VALUES,)
        elif kind is Kind.CODE or (name in keys and kind is not Kind.PARAGRAPH):
            found[name] = (TEXTS,)
    return found


def _bounds(pack: Pack) -> list[Bound]:
    """All relations, and the formulas of the computed cells that they look at."""
    bounds = [bound for check in pack.checks for bound in check.bounds]
    for bound in bounds:  # grows while we walk
        inner = [pack.formulas[term] for term in bound.terms if term in pack.formulas]
        bounds += [formula for formula in inner if formula not in bounds]
    return bounds


def _keys(calls: list[Call]) -> Iterator[str]:
    """The columns that are looked through."""
    for call in calls:
        position = FUNCTIONS[call.function].keys
        if position is not None and isinstance(name := call.arguments[position], Name):
            yield name.term


def _ends(calls: list[Call]) -> Iterator[str]:
    """The columns of which the ends of the intervals are asked for."""
    for call in calls:
        if FUNCTIONS[call.function].ends:
            yield from (name.term for name in call.arguments if isinstance(name, Name))


class Here(msgspec.Struct, frozen=True):
    """Places as relations mean them from one spot: `at` counts the repetition and the row around it.

    With `all_rows`, a term of the row means the whole column: for formulas that look back at all rows.
    """

    names: FormulaNames
    path: tuple[str, ...] = ()
    at: tuple[int, ...] = ()
    all_rows: bool = False

    @property
    def unit(self) -> str:
        return self.names.name(UNIT)

    @property
    def digits(self) -> str:
        return self.names.name(DIGITS)

    @property
    def run(self) -> Translation:
        return Translation(self, self.names.pack.vocabulary)

    def term(self, name: str) -> Term:
        return self.names.pack.vocabulary[name]

    def repetition(self, term: Term) -> int:
        inside = term.path and self.path[:1] == term.path[:1] and self.names.pack.groups[term.path[0]].repeat
        return self.at[0] if inside else 0

    def cell(self, term: str) -> str:
        found = self.term(term)
        name = defined_name(found, self.repetition(found))
        return self._in_row(name) if self.names.is_table(found) and not self.all_rows else name

    def figure(self, term: str) -> Spread:
        found = self.term(term)
        money = found.kind is Kind.AMOUNT
        if self.names.is_table(found):
            names = [self.names.drafted(kind, term, self.repetition(found)) for kind in (VALUES, HALVES)]
            half = self._in_row(names[1]) if money else NOTHING
            return Spread(self._in_row(names[0]), half, half, int(money), bool(found.formula))
        if found.formula:
            return self.computed(term, self.cell(term))
        return self.given(self.cell(term), money)

    def given(self, cell: str, money: bool) -> Spread:
        """What people typed: zero is exact, an amount stands for what rounds to it."""
        if not money:
            return Spread(cell)
        value = f"ROUND({cell},{self.digits})"
        coarse, fine = self.names.name(COARSE), self.names.name(FINE)
        half = f"IF({value}=0,0,IF(ROUND({cell},2)=ROUND({cell},8),{coarse},{fine}))"
        return Spread(value, half, half, 1)

    def computed(self, term: str, cell: str) -> Spread:
        """What the form computes, from the rounded inputs; nothing where its cell shows nothing."""
        inner = self.run.figure(self.names.pack.formulas[term].expression)
        value = f'IF({cell}="",0,{inner.value})'
        if self.term(term).kind is not Kind.AMOUNT:
            return Spread(value)
        if inner.exact:
            return replace(inner, value=value, money=1, fine=True)
        half = f'IF({cell}="",0,IF({inner.value}=0,0,({inner.below}+{inner.above})/2))'
        return Spread(value, half, half, 1, True)

    def text(self, term: str) -> str:
        found = self.term(term)
        drafted = self.names.drafted(TEXTS, term, self.repetition(found))
        if self.names.is_table(found) and drafted in self.names.boxes:
            return drafted if self.all_rows else self._in_row(drafted)
        return f'TRIM({self.cell(term)}&"")'

    def columns(self, term: str) -> tuple[Column, ...]:
        found = self.term(term)
        return tuple(self._column(found, repetition) for repetition in self._repetitions(found))

    def _repetitions(self, term: Term) -> range:
        """Of the block around the column: the own one for a table inside it, otherwise all."""
        if len(term.path) > 1 and self.path[:1] == term.path[:1]:
            return range(self.at[0], self.at[0] + 1)
        return range(repetitions(term.path, self.names.pack))

    def _column(self, term: Term, repetition: int) -> Column:
        name = defined_name(term, repetition)
        if not self.names.is_table(term):
            spread = replace(self, path=term.path, at=(repetition,)).figure(term.name)
            return Column(name, spread.value, spread.below, texts=name, single=True)
        values, halves, lows, highs, texts = (
            self.names.drafted(kind, term.name, repetition) for kind in (VALUES, HALVES, LOWS, HIGHS, TEXTS)
        )
        if term.kind is not Kind.AMOUNT:
            halves = NOTHING
        return Column(name, values, halves, lows, highs, texts if texts in self.names.boxes else name)

    def key_column(self, term: str) -> Column:
        """The one cell of this row, as a column to be searched."""
        found = self.term(term)
        drafted = self.names.drafted(TEXTS, term, self.repetition(found))
        texts = self._in_row(drafted) if drafted in self.names.boxes else self.cell(term)
        return Column(self.cell(term), texts=texts)

    def used_rows(self, term: str) -> str:
        found = self.term(term)
        group = found.path[-1]
        names = [
            defined_name(self.term(other), repetition)
            for other in self.names.entered(group)
            for repetition in self._repetitions(found)
        ]
        return f"COUNTA({','.join(names)})"

    def _in_row(self, name: str) -> str:
        box = self.names.boxes[name]
        return f"{sheet_prefix(box.sheet)}{address(box.top + self.at[-1], box.left)}"
