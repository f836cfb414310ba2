"""What stands in a cell of the draft: its formula, and what Python finds there."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.relation.places import code_in, comparable, containing
from jixiao.relation.syntax import Expression
from jixiao.relation.texts import same_text
from jixiao.workbook.live.draft_columns import (
    HALVES,
    HIGHS,
    LOWS,
    MARKED,
    SHORTENED,
    SOUGHT,
    TEXTS,
    VALUES,
)
from jixiao.workbook.live.places import Here, without_last
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import address

_ORDER = (VALUES, HALVES, LOWS, HIGHS)  # of a figure's columns


class DraftPlace(msgspec.Struct, frozen=True):
    """Where a cell of the draft stands, and in which column the mark of its row is."""

    row: int
    mark: int
    left: int

    @property
    def unused(self) -> str:
        return f"{address(self.row, self.mark)}=0"


def draft_formula(kind: str, term: Term, here: Here, place: DraftPlace) -> str:
    """What computes the cell of one kind of column for a term."""
    if kind == TEXTS:
        text = f'{here.cell(term.name)}&""'
        return code_in(text) if term.kind is Kind.CODE else comparable(text)
    if kind.startswith(SHORTENED):
        return without_last(here.words(term.name), _signs(kind))
    if kind.startswith(SOUGHT):
        wanted = here.run.pattern(_wanted(kind, term, here))
        return f'IF({place.unused},"",IFERROR({wanted},""))'
    if kind.startswith(MARKED):
        return f"IF({containing(_searched(kind, term, here), here.cell(term.name))},1,0)"
    first = place.left - _ORDER.index(kind)
    number = _figure(term, kind, here, (address(place.row, first), address(place.row, first + 1)))
    return number if _sums_up(term, here) else f'IF({place.unused},"",{number})'


def draft_value(kind: str, term: Term, here: Here) -> Cached:
    """The same as Python finds it."""
    at = here.at
    if kind in _ORDER:
        return _number(term, kind, at, unused=Decimal(0) if _sums_up(term, here) else "")
    if kind == TEXTS:
        return lambda calc: _words(term, at, calc)
    if kind.startswith(SHORTENED):
        return lambda calc: _words(term, at, calc)[: -_signs(kind)]
    if kind.startswith(SOUGHT):
        wanted = _wanted(kind, term, here)
        return lambda calc: same_text(calc.text(wanted, here.path, at)).upper()
    text = same_text(_searched(kind, term, here)).upper()
    return lambda calc: Decimal(text in _words(term, at, calc))


def _signs(kind: str) -> int:
    """How many signs the keys are short of."""
    return int(kind.removeprefix(SHORTENED))


def _wanted(kind: str, term: Term, here: Here) -> Expression:
    """What the rows of this table look for."""
    columns = here.names.sought.items()
    return next(key[1] for key, column in columns if key[0] == here.path and column == (term.name, kind))


def _searched(kind: str, term: Term, here: Here) -> str:
    """The text that paragraphs are searched for."""
    return next(text for text, of in here.names.searched[term.name].items() if of == kind)


def _sums_up(term: Term, here: Here) -> bool:
    """An unused row may count as 0: nobody asks for the least or the most."""
    return term.kind is Kind.AMOUNT and not here.in_draft(LOWS, term.name)


def _words(term: Term, at: tuple[int, ...], calc: Calculation) -> str:
    fact = calc.fact(term.name, at)
    return same_text(fact.text).upper() if fact else ""


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
        number = f"{cell}+0"  # a text where a number belongs is an error
        return f'IF({cell}="",0,{number})' if term.otherwise else number
    return spread.value if kind == VALUES else spread.below.replace(spread.value, beside[0])


def _number(term: Term, kind: str, at: tuple[int, ...], unused: Decimal | str) -> Cached:
    def cached(calc: Calculation) -> Decimal | str:
        fact = calc.fact(term.name, at)
        if fact is None:
            return unused
        half = fact.quantum / 2
        value = fact.number
        amount = {VALUES: value, HALVES: half, LOWS: value - half, HIGHS: value + half}[kind]
        return amount / calc.factor if fact.kind is Kind.AMOUNT else amount

    return cached
