"""Where indicators stand in a document: below each header, and where a table goes on without one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.header_rows import column_range
from jixiao.frameworks.columns.score_table import ScoreColumns
from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.printed.rules_elsewhere import is_rules
from jixiao.frameworks.printed.table_row import TableRow
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import printed_name
from jixiao.model.figures import plain

_SCORING = frozenset(["weight", "standard"])


class ScoreArea(msgspec.Struct, frozen=True):
    """Rows of a table up to `end`; `number` counts the tables of the document from 0."""

    table: SourceTable
    number: int
    columns: ScoreColumns
    end: int

    @property
    def place(self) -> str:
        return self.table.place.words or f"第{self.number + 1}个表"

    @property
    def rows(self) -> Iterator[TableRow]:
        places = range(self.columns.last_row + 1, self.end + 1)
        return (TableRow(self.table, self.number, self.columns, place) for place in places)


class ScoreAreas(msgspec.Struct, frozen=True):
    """`told`: what looks as if it gave points, and is not read. `fewer`: with fewer columns than the rest."""

    read: tuple[ScoreArea, ...]
    fewer: tuple[ScoreArea, ...]
    told: tuple[str, ...]


def sections_of(tables: Sequence[SourceTable], headers: Sequence[Sequence[ScoreColumns]]) -> ScoreAreas:
    """All that belongs to the score table, and what is said of the rest. `headers`: of each table."""
    found: list[ScoreArea] = []
    told: list[str] = []
    for number, table in enumerate(tables):
        if table.hidden:
            continue
        below = list(_below_headers(table, number, headers[number]))
        if not below and found and (goes_on := _going_on(found[-1], table, number)):
            below = [goes_on]
        found += below
        if not below and found and _gives_points(table) and not is_rules(table):
            told.append(f"“{_name(table, number)}”里有计分的内容，但看不出表头，没有读")
    most = max((each.columns.telling for each in found), default=0)
    read = [each for each in found if _tells_enough(each.columns, most)]
    fewer = [each for each in found if not any(each is one for one in read)]
    return ScoreAreas(tuple(read), tuple(fewer), tuple(told))


def fewer_remarks(
    fewer: Sequence[ScoreArea], known: Collection[str], rows: Sequence[PrintedRow]
) -> Iterator[str]:
    """Tables with fewer columns that name more than levels and indicators that were read: no mere summary.

    A summary that gives other weights is told, too.
    """
    for each in fewer:
        named = [
            (printed_name(row.cell(row.columns.name)[0]), row) for row in each.rows if _is_indicator(row)
        ]
        if {name.text for name, _ in named} - set(known):
            yield f"“{each.place}”的列比评分表少，没有读"
            continue
        for name, row in named:
            said, read = row.own_weight or name.weight, _weights_of(name.text, rows)
            if said and read and not said.percent and said.value not in read:
                found = plain(max(read))
                yield f"“{each.place}”里“{name.text}”写的是{plain(said.value)}分，评分表里是{found}分，不一致"


def _weights_of(name: str, rows: Sequence[PrintedRow]) -> set[Decimal]:
    """What the rows below a level of this name come to, or the indicators called so."""
    inside = ([row for row in rows if getattr(row, key) == name] for key in ("level1", "level2", "name"))
    sums = (sum((row.weight.value for row in each if row.weight), Decimal(0)) for each in inside)
    return {value for value in sums if value}


def _tells_enough(columns: ScoreColumns, most: int) -> bool:
    """A summary or a list of data has fewer columns of those that a score table needs."""
    return columns.telling == most or columns.roles.keys() >= _SCORING


def _below_headers(table: SourceTable, number: int, headers: Sequence[ScoreColumns]) -> Iterator[ScoreArea]:
    """Each header of a table with the rows down to the next; the header of amounts is none."""
    last = max((*table.rows, *(merge.bottom for merge in table.merges)), default=0)
    for header in headers:
        if "amount" in header.roles and len(header.roles["amount"]) > 1:
            continue
        below = (each.first_row - 1 for each in headers if each.first_row > header.first_row)
        yield ScoreArea(table, number, header, next(below, last))


def _going_on(before: ScoreArea, table: SourceTable, number: int) -> ScoreArea | None:
    """A table no wider than the one before, with names and weights in the same columns: its next page."""
    if not table.rows or column_range(table).stop > column_range(before.table).stop:
        return None
    begin = min(table.rows)
    columns = msgspec.structs.replace(before.columns, first_row=begin, last_row=begin - 1)
    section = ScoreArea(table, number, columns, max(table.rows))
    rows = [row for row in section.rows if row.texts]
    indicators = sum(map(_is_indicator, rows))
    return section if indicators and indicators * 2 >= len(rows) else None


def _is_indicator(row: TableRow) -> bool:
    name = row.cell(row.columns.name)[0]
    said = row.text("standard") or row.text("target")
    return bool(name and (row.own_weight or printed_name(name).weight) and (said or _only_weights(row)))


def _only_weights(row: TableRow) -> bool:
    return not row.columns.roles.keys() & {"standard", "target"}


def _gives_points(table: SourceTable) -> bool:
    """Whether some rows of a table award or deduct."""
    return sum(any(awards(cell.text) for cell in cells.values()) for cells in table.rows.values()) > 1


def _name(table: SourceTable, number: int) -> str:
    return table.place.words or f"第{number + 1}个表"
