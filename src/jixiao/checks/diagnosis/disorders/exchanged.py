"""Two columns, a few lines of them, or two rows whose figures were exchanged: 预算 for 决算."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice

from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement
from jixiao.checks.diagnosis.disorders.sheet_grid import Line, SheetGrid, head_of, heads, row_of
from jixiao.checks.diagnosis.localisation import TELLING
from jixiao.model.fact import Fact

MOST_TRIED = 600  # pairs of rows; a workbook with many errors must answer at once
MOST_SECTIONS = 6
MOST_LINES = 12  # of two columns, exchanged without the others: a code and what stands below it
_FEWEST = 2  # differences of two columns: a figure with its totals is out by one, and is two cells

Interval = tuple[Decimal, Decimal]
Pairs = list[tuple[Fact, Fact]]


def exchanges(cells: Iterable[Fact], gaps: Sequence[Interval], grid: SheetGrid) -> Iterator[Rearrangement]:
    """The exchanges in which any of these cells takes part; of rows, those that leave one of the gaps."""
    places = [place for fact in cells if (place := grid.line_of(fact)) is not None]
    columns = dict.fromkeys((at[0], column) for at, column in places)
    beside = list(_beside(columns, grid))
    for pairs in _columns(beside):
        yield _exchanged(Disorder.COLUMNS, pairs)
    lines = list(dict.fromkeys(at for at, _ in places))
    ways = chain(_rows(lines, gaps, grid), _cells(lines, gaps, grid))
    for pairs in islice(ways, MOST_TRIED):
        yield _exchanged(Disorder.ROWS, pairs)
    for pairs in islice(_spans(beside, gaps), MOST_TRIED):
        yield _exchanged(Disorder.SPAN, pairs)


def _exchanged(disorder: Disorder, pairs: Pairs) -> Rearrangement:
    figures = ((one, other.number) for one, other in [*pairs, *((b, a) for a, b in pairs)])
    return Rearrangement(disorder, tuple(figures))


def _beside(columns: Iterable[tuple[str, str]], grid: SheetGrid) -> Iterable[Pairs]:
    """Pairs of columns that stand side by side under the same two heads."""
    found: dict[tuple[str, str, str, tuple[str, str]], Pairs] = {}
    wanted = set(columns)
    for (sheet, _), line in grid.lines.items():
        for one, other in combinations(sorted(line), 2):
            if (sheet, one) in wanted or (sheet, other) in wanted:
                at = sheet, one, other, heads(line[one], line[other])
                found.setdefault(at, []).append((line[one], line[other]))
    return found.values()


def _columns(beside: Iterable[Pairs]) -> Iterator[Pairs]:
    """All lines of two columns, or of some sections."""
    for pairs in beside:
        for part in _parts(pairs):
            if (
                len({abs(one.number - other.number) for one, other in part if _telling(one, other)})
                >= _FEWEST
            ):
                yield part


def _spans(beside: Iterable[Pairs], gaps: Sequence[Interval]) -> Iterator[Pairs]:
    """Lines that follow each other, from one that leaves a gap on: here one figure of each may be blank."""
    for pairs in beside:
        for first, pair in enumerate(pairs):
            if not (_is_no_round_gap(*pair) and _leaves(pair, gaps)):
                continue
            for last in range(first, min(len(pairs), first + MOST_LINES)):
                if row_of(pairs[last][0]) - row_of(pair[0]) != last - first:
                    break
                if pairs[last][0].number != pairs[last][1].number:
                    yield [each for each in pairs[first : last + 1] if each[0].number != each[1].number]


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


def _cells(lines: list[tuple[str, int]], gaps: Sequence[Interval], grid: SheetGrid) -> Iterator[Pairs]:
    """Two cells of one column of a grid: in lines of different columns, or where no equation has the other.

    A round figure may stand in two cells by chance.
    """
    doubted = set(lines)
    for at in lines:
        printed = grid.printed.get(at[0], [])
        for there in printed if at in printed else ():
            line, other = grid.lines[at], grid.lines[there]
            if there not in doubted or (at < there and not _alike(line, other)):
                pairs = ((line[column], other[column]) for column in line if column in other)
                yield from ([pair] for pair in pairs if _may_be_exchanged(*pair) and _leaves(pair, gaps))


def _may_be_exchanged(one: Fact, other: Fact) -> bool:
    same_head = bool(head_of(one)) and head_of(one) == head_of(other)
    return one.filled and other.filled and same_head and _is_no_round_gap(one, other)


def _is_no_round_gap(one: Fact, other: Fact) -> bool:
    differ = abs(one.number - other.number).normalize()
    return len(differ.as_tuple().digits) >= TELLING


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
    """True if an equation is out by what the two differ, or by twice that: it has one on each side."""
    by = abs(pair[0].number - pair[1].number)
    return any(_within(gap, gaps) for gap in (by, 2 * by))


def _within(figure: Decimal, gaps: Sequence[Interval]) -> bool:
    """True if one of the intervals, which do not overlap, has the figure."""
    at = bisect_right(gaps, figure, key=lambda gap: gap[0])
    return at > 0 and figure <= gaps[at - 1][1]


def merged(gaps: Iterable[Interval]) -> list[Interval]:
    """Intervals in their order, those that overlap as one."""
    found: list[Interval] = []
    for low, high in sorted(gaps):
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return found
