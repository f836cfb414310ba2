"""Two columns or two rows whose figures were exchanged: 预算 for 决算, this year for last year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice

from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement
from jixiao.checks.diagnosis.disorders.sheet_grid import Line, SheetGrid, heads, row_of
from jixiao.model.fact import Fact

MOST_TRIED = 600  # pairs of rows; a workbook with many errors must answer at once
MOST_SECTIONS = 6
_FEWEST_LINES = 2  # of two columns, that show other figures: one line is two cells, not two columns

Interval = tuple[Decimal, Decimal]
Pairs = list[tuple[Fact, Fact]]


def exchanges(cells: Iterable[Fact], gaps: Sequence[Interval], grid: SheetGrid) -> Iterator[Rearrangement]:
    """The exchanges in which any of these cells takes part; of rows, those that leave one of the gaps."""
    places = [place for fact in cells if (place := grid.line_of(fact)) is not None]
    columns = dict.fromkeys((at[0], column) for at, column in places)
    for pairs in _columns(columns, grid):
        yield _exchanged(Disorder.COLUMNS, pairs)
    lines = list(dict.fromkeys(at for at, _ in places))
    for pairs in islice(_rows(lines, gaps, grid), MOST_TRIED):
        yield _exchanged(Disorder.ROWS, pairs)


def _exchanged(disorder: Disorder, pairs: Pairs) -> Rearrangement:
    figures = ((one, other.number) for one, other in [*pairs, *((b, a) for a, b in pairs)])
    return Rearrangement(disorder, tuple(figures))


def _columns(columns: Iterable[tuple[str, str]], grid: SheetGrid) -> Iterator[Pairs]:
    """Pairs of columns that stand side by side under the same two heads."""
    found: dict[tuple[str, str, str, tuple[str, str]], Pairs] = {}
    wanted = set(columns)
    for (sheet, _), line in grid.lines.items():
        for one, other in combinations(sorted(line), 2):
            if (sheet, one) in wanted or (sheet, other) in wanted:
                at = sheet, one, other, heads(line[one], line[other])
                found.setdefault(at, []).append((line[one], line[other]))
    for pairs in found.values():
        for part in _parts(pairs):
            if sum(_telling(one, other) for one, other in part) >= _FEWEST_LINES:
                yield part


def _parts(pairs: Pairs) -> Iterator[Pairs]:
    """The lines of one section of the sheet or of several that follow each other, the largest parts first.

    A section is a run of lines without another line between.
    """
    runs: list[Pairs] = []
    for pair in pairs:
        if not runs or row_of(pair[0]) != row_of(runs[-1][-1][0]) + 1:
            runs.append([])
        runs[-1].append(pair)
    for count in range(min(len(runs), MOST_SECTIONS), 0, -1):
        for first in range(len(runs) - count + 1):
            yield [pair for run in runs[first : first + count] for pair in run]


def _rows(lines: list[tuple[str, int]], gaps: Sequence[Interval], grid: SheetGrid) -> Iterator[Pairs]:
    """Pairs of lines of one kind, whole or in one column."""
    for at, there in combinations(lines, 2):
        line, other = grid.lines[at], grid.lines[there]
        if at[0] == there[0] and _alike(line, other):
            pairs = [(line[column], other[column]) for column in line]
            telling = [pair for pair in pairs if pair[0].number != pair[1].number and _leaves(pair, gaps)]
            if telling:
                yield pairs
            if len(pairs) > 1:
                yield from ([pair] for pair in telling)


def _alike(line: Line, other: Line) -> bool:
    """True for rows of one table, or lines of one grid: the same columns under the same heads."""
    if line.keys() != other.keys():
        return False
    if {fact.term for fact in line.values()} == {fact.term for fact in other.values()}:
        return True
    first = next(iter(line))
    return all(heads(line[first], line[c]) == heads(other[first], other[c]) for c in line if c != first)


def _telling(one: Fact, other: Fact) -> bool:
    """True if both are filled and differ: then it matters which stands where."""
    return bool(one.number and other.number) and one.number != other.number


def _leaves(pair: tuple[Fact, Fact], gaps: Sequence[Interval]) -> bool:
    """True if an equation that has one of the two is out by what they differ."""
    by = abs(pair[0].number - pair[1].number)
    return any(low <= by <= high for low, high in gaps)
