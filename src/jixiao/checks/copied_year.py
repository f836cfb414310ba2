"""A workbook of this year that says what last year's says, cell by cell: copied, and not filled in anew.

Beside last year's, each of its figures for last year then looks wrong, though it is this year's that are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jixiao.model.fact import Fact, Kind, Place, Record, places_of
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity

ID = "ROWS-03"
FEWEST = 10  # amounts; fewer may be the same in two years
SHARE = 0.9  # of them; the others were changed since

Cell = tuple[str | int, ...]  # a term, with the tables and rows that it stands in


def copied_year(record: Record, last: Record, computed: Collection[str], file: str) -> Finding | None:
    """What is told of a copy. `computed`: terms whose cells nobody types."""
    typed, before = (dict(_amounts(book, computed)) for book in (record, last))
    same = [fact for cell, fact in typed.items() if cell in before and before[cell].value == fact.value]
    if len(same) < FEWEST or len(same) < len(typed) * SHARE:
        return None
    cells = places_of(same)
    return _finding(len(typed), same, cells, file)


def _amounts(record: Record, computed: Collection[str], at: Cell = ()) -> Iterator[tuple[Cell, Fact]]:
    """Zeros stand in every year's book."""
    for term, fact in record.fields.items():
        if fact.kind is Kind.AMOUNT and fact.filled and fact.number and term not in computed:
            yield (*at, term), fact
    for group, rows in record.groups.items():
        for number, row in enumerate(rows):
            yield from _amounts(row, computed, (*at, group, number))


def _finding(amounts: int, same: list[Fact], cells: tuple[Place, ...], file: str) -> Finding:
    where = f"{cells[0]} " if cells else ""
    count = f"{amounts}个金额全都" if len(same) == amounts else f"{amounts}个金额有{len(same)}个"
    return Finding(
        id=ID,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=same[0].label,
        message=f"{where}本工作簿的{count}与上年工作簿“{file}”同一格的数一样，像是上年的工作簿只改了年度。",
        place=cells[0] if cells else None,
        mend="请先填本年的数，上年栏改填上年工作簿的本年数（用 jixiao new --from 新建的，上年数会自动带入）；"
        "不要把本年的数填进上年栏。",
        cells=cells,
        key=ID,
        title="本年的数不是照抄上年工作簿的",
        figures=f"{len(same)}/{amounts}",
    )
