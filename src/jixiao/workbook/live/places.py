"""What stands for a term in the live formulas: names of single cells, and the draft's columns of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import repetitions
from jixiao.relation.places import Column, comparable
from jixiao.relation.spread import NOTHING, Spread
from jixiao.relation.translation import Translation
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.draft_columns import (
    HALVES,
    HIGHS,
    LOWS,
    SHORTENED,
    TEXTS,
    VALUES,
    Sought,
    searched_columns,
    sought_columns,
)
from jixiao.workbook.sheets.layout import Box, address, sheet_prefix

DIGITS, UNIT, COARSE, FINE = "位数", "单位", "半位", "细半位"
LONGEST = 8192  # characters that Excel takes in a formula


def without_last(text: str, signs: int) -> str:
    """The formula's text without its last signs."""
    return f"LEFT({text},MAX(0,LEN({text})-{signs}))"


class FormulaNames(msgspec.Struct, frozen=True, dict=True):
    """The workbook as formulas see it: `boxes` of all cells and of the draft's columns."""

    pack: Pack
    boxes: dict[str, Box]
    prefix: str  # of the names of the live state

    @cached_property
    def searched(self) -> Mapping[str, Mapping[str, str]]:
        return searched_columns(self.pack)

    @cached_property
    def sought(self) -> Mapping[Sought, tuple[str, str]]:
        return sought_columns(self.pack)

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

    def filled(self, terms: Sequence[str], cells: Callable[[Sequence[str]], Sequence[str]]) -> str:
        """How many of the `cells` of the terms hold something.

        Where a formula of ours stands until somebody types over it, its empty text is nothing.
        """
        standing_in = [term for term in terms if self.pack.vocabulary[term].otherwise]
        typed = [term for term in terms if term not in standing_in]
        counts = [f"COUNTA({','.join(cells(typed))})"] if typed else []
        for numeric, count in ((False, 'COUNTIF({},"?*")'), (True, "COUNT({})")):
            found = [term for term in standing_in if self.pack.vocabulary[term].kind.numeric is numeric]
            counts += [count.format(cell) for cell in cells(found)] if found else []
        return "+".join(counts)


class Here(msgspec.Struct, frozen=True):
    """Places as relations mean them from one spot: `at` counts the repetition and the row around it."""

    names: FormulaNames
    path: tuple[str, ...] = ()
    at: tuple[int, ...] = ()

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
        return self._in_row(name) if self.names.is_table(found) else name

    def cells(self, terms: Sequence[str]) -> list[str]:
        """The cells of this row of a table, those side by side as one range."""
        boxes = [self.names.boxes[defined_name(self.term(t), self.repetition(self.term(t)))] for t in terms]
        runs: list[list[int]] = []
        for left in sorted(box.left for box in boxes):
            if runs and runs[-1][-1] == left - 1:
                runs[-1].append(left)
            else:
                runs.append([left])
        row, prefix = boxes[0].top + self.at[-1], sheet_prefix(boxes[0].sheet)
        ends = [(address(row, run[0]), address(row, run[-1])) for run in runs]
        return [prefix + (first if first == last else f"{first}:{last}") for first, last in ends]

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
        if self.term(term).kind is Kind.CODE and (drafted := self.in_draft(TEXTS, term)):
            return drafted
        return f'TRIM({self.cell(term)}&"")'

    def words(self, term: str) -> str:
        return self.in_draft(TEXTS, term) or comparable(self.text(term))

    def in_draft(self, kind: str, term: str) -> str:
        """The cell of this row in one of the draft's columns; empty if there is no such column."""
        name = self.names.drafted(kind, term, self.repetition(self.term(term)))
        return self._in_row(name) if name in self.names.boxes else ""

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
        marks = {
            text: self.names.drafted(kind, term.name, repetition)
            for text, kind in self.names.searched.get(term.name, {}).items()
        }
        return Column(name, values, halves, lows, highs, texts if texts in self.names.boxes else name, marks)

    def shortened(self, term: str, signs: int) -> str:
        """The text of this row's key without its last signs: of a code, the one above it."""
        if not signs:
            return self.words(term)
        return self.in_draft(f"{SHORTENED}{signs}", term) or without_last(self.words(term), signs)

    def key_column(self, term: str) -> Column:
        """The one cell of this row, as a column to be searched."""
        drafted = self.in_draft(TEXTS, term)
        searched = self.names.searched.get(term, {})
        marks = {text: self.in_draft(kind, term) for text, kind in searched.items()}
        return Column(self.cell(term), texts=drafted or self.cell(term), marks=marks)

    def used_rows(self, term: str) -> str:
        found = self.term(term)
        group = found.path[-1]

        def names(terms: Sequence[str]) -> list[str]:
            return [defined_name(self.term(t), number) for t in terms for number in self._repetitions(found)]

        return self.names.filled(self.names.entered(group), names)

    def _in_row(self, name: str) -> str:
        box = self.names.boxes[name]
        return f"{sheet_prefix(box.sheet)}{address(box.top + self.at[-1], box.left)}"
