"""What stands in a cell of the draft: its formula, and what Python finds there."""

from __future__ import annotations

from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.relation.places import comparable, containing
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


def draft_cell(kind: str, term: Term, here: Here, where: tuple[int, int, int]) -> tuple[str, Cached]:
    """The cell of one kind of column for a term; `where` is its row, the column of the mark, its column."""
    row, mark, column = where
    for prefix, make in _WORDS.items():
        if kind.startswith(prefix):
            return make(kind, term, here, f"{address(row, mark)}=0")
    first = column - _ORDER.index(kind)
    number = _figure(term, kind, here, (address(row, first), address(row, first + 1)))
    if term.kind is Kind.AMOUNT and not here.in_draft(LOWS, term.name):
        return number, _number(term, kind, here.at, unused=Decimal(0))  # shorter, and the same to a sum
    return f'IF({address(row, mark)}=0,"",{number})', _number(term, kind, here.at, unused="")


def _comparable(kind: str, term: Term, here: Here, unused: str) -> tuple[str, Cached]:
    return comparable(f'{here.cell(term.name)}&""'), _text(term, here.at)


def _shortened(kind: str, term: Term, here: Here, unused: str) -> tuple[str, Cached]:
    """A key without its last signs."""
    signs, text = int(kind.removeprefix(SHORTENED)), _text(term, here.at)
    return without_last(here.words(term.name), signs), lambda calc: str(text(calc))[:-signs]


def _sought(kind: str, term: Term, here: Here, unused: str) -> tuple[str, Cached]:
    """What this row looks for."""
    columns = here.names.sought.items()
    wanted = next(key[1] for key, column in columns if key[0] == here.path and column == (term.name, kind))

    def cached(calc: Calculation) -> str:
        return same_text(calc.text(wanted, here.path, here.at)).upper()

    return f'IF({unused},"",IFERROR({here.run.pattern(wanted)},""))', cached


def _contains(kind: str, term: Term, here: Here, unused: str) -> tuple[str, Cached]:
    """1 where the paragraph contains a text."""
    wanted = next(text for text, of in here.names.searched[term.name].items() if of == kind)
    paragraph = _text(term, here.at)

    def cached(calc: Calculation) -> Decimal:
        return Decimal(same_text(wanted).upper() in str(paragraph(calc)))

    return f"IF({containing(wanted, here.cell(term.name))},1,0)", cached


_WORDS = {TEXTS: _comparable, SHORTENED: _shortened, SOUGHT: _sought, MARKED: _contains}


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


def _text(term: Term, at: tuple[int, ...]) -> Cached:
    def cached(calc: Calculation) -> str:
        fact = calc.fact(term.name, at)
        return same_text(fact.text).upper() if fact else ""

    return cached


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
