"""Amounts that have slid against their codes (错行): from a row on, each stands one row too low or high."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement
from jixiao.checks.diagnosis.disorders.sheet_grid import SheetGrid
from jixiao.model.fact import ZERO, Fact, Kind, Record
from jixiao.model.term import Vocabulary

Column = list[Fact]


def slides(cells: Collection[int], grid: SheetGrid) -> Iterator[Rearrangement]:
    """The ways in which the figures of a table that has any of these cells may have slid."""
    for rows in grid.tables:
        columns = _columns(rows, grid.vocabulary)
        wrong = [column for column in columns if any(id(fact) in cells for fact in column)]
        if wrong:
            yield from _of(columns, rows, cells)
        if len(columns) > 1:
            for column in wrong:
                yield from _of([column], rows, cells)


def _columns(rows: tuple[Record, ...], vocabulary: Vocabulary) -> list[Column]:
    terms = [
        term
        for term, fact in rows[0].fields.items()
        if fact.kind is Kind.AMOUNT and not vocabulary[term].formula
    ]
    return [[row.fields[term] for row in rows] for term in terms]


def _of(columns: list[Column], rows: tuple[Record, ...], cells: Collection[int]) -> Iterator[Rearrangement]:
    """Nothing above the first wrong cell has moved, but for rows that are left blank there."""
    first = min(number for column in columns for number, fact in enumerate(column) if id(fact) in cells)
    while first and not any(column[first - 1].number for column in columns):
        first -= 1
    for begin in range(first, len(rows) - 1):
        yield _down(columns, begin, _has_code(rows[-1]))
        yield _up(columns, begin)


def _has_code(row: Record) -> bool:
    return any(fact.kind is Kind.CODE and fact.filled for fact in row.fields.values())


def _down(columns: list[Column], begin: int, full: bool) -> Rearrangement:
    """Each figure belongs one row higher. What the last row had is lost, unless it stands below the codes."""
    figures: list[tuple[Fact, Decimal]] = []
    for column in columns:
        moved = [fact.number for fact in column[begin + 1 :]]
        figures += zip(column[begin:], [*moved, ZERO], strict=True)
    lost = tuple(column[-1] for column in columns) if full else ()
    gap = not any(column[begin].number for column in columns)
    return Rearrangement(Disorder.DOWN, tuple(figures), lost, gap)


def _up(columns: list[Column], begin: int) -> Rearrangement:
    """Each figure belongs one row lower. What the first of these rows had is lost."""
    figures: list[tuple[Fact, Decimal]] = []
    for column in columns:
        moved = [fact.number for fact in column[begin:-1]]
        figures += zip(column[begin:], [ZERO, *moved], strict=True)
    return Rearrangement(Disorder.UP, tuple(figures), tuple(column[begin] for column in columns))
