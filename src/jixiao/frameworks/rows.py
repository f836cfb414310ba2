"""The rows below a header: indicators with their levels, sums, notes, headings, slots that units fill."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.awards import awards
from jixiao.frameworks.names import PrintedName, Weight, printed_name
from jixiao.frameworks.outline import heads_rows_below, rank_of
from jixiao.frameworks.printed_rows import PrintedRow, PrintedRows
from jixiao.frameworks.row_parts import RowPart, Spot
from jixiao.frameworks.score_table import ScoreColumns
from jixiao.frameworks.side_rows import (
    is_behind,
    is_full,
    is_note,
    is_outside,
    is_sum,
    is_text,
    numbers_columns,
)
from jixiao.frameworks.table_row import TableRow
from jixiao.frameworks.texts import shown, tidy
from jixiao.frameworks.words import score_table_words

LONGEST_HEADING = 30  # characters


def read_rows(found: PrintedRows, table: SourceTable, number: int, columns: ScoreColumns, end: int) -> None:
    """Add the rows below a header, up to the row `end`."""
    noting = False
    for place in range(columns.last_row + 1, end + 1):
        row = TableRow(table, number, columns, place)
        texts = row.texts
        noting = bool(texts) and (is_note(row, texts) or (noting and not is_full(row)))
        if noting:
            _note(found, row, texts)
        else:
            below = next((each for each in _below(row, end) if each.texts), None)
            _take(found, row, texts, below)


def _below(row: TableRow, end: int) -> Iterator[TableRow]:
    return (msgspec.structs.replace(row, row=place) for place in range(row.row + 1, end + 1))


def _take(found: PrintedRows, row: TableRow, texts: list[str], below: TableRow | None) -> None:
    """Take a row for what it is."""
    if not texts:
        if _has_slots(row):
            found.add(_indicator(found, row, PrintedName(""), None, None))
    elif numbers_columns(texts) or is_outside(found, row, texts) or is_sum(found, row):
        return
    elif is_behind(found, row) or is_text(row):
        _note(found, row, texts)
    elif row.wide:
        _heading(found, row, texts[0])
    elif below and heads_rows_below(row, below):
        _outline_heading(found, row)
    else:
        _take_indicator(found, row)


def _note(found: PrintedRows, row: TableRow, texts: list[str]) -> None:
    """What is written among or below the indicators; several cells that give points are told, too."""
    found.notes += texts
    if len(texts) > 1 and (row.own_weight or any(map(awards, texts))):
        found.skipped.append(" ".join(map(shown, texts)))


def _heading(found: PrintedRows, row: TableRow, text: str) -> None:
    """A row over the whole width names the level that has no column; a sentence is a note."""
    name, plain = printed_name(text), tidy(text)
    if any(word in plain for word in score_table_words().rows["titles"]):
        return
    if len(plain) > LONGEST_HEADING or len(row.columns.levels) > 2:
        found.notes.append(text)
    elif name.text:
        _begin_heading(found, row, name, name.weight)


def _outline_heading(found: PrintedRows, row: TableRow) -> None:
    """“（一）预算配置 | 10” above its indicators, in a table without columns for levels."""
    name = printed_name(row.cell(row.columns.name)[0])
    if name.text:
        _begin_heading(found, row, name, row.own_weight or name.weight)


def _begin_heading(found: PrintedRows, row: TableRow, name: PrintedName, weight: Weight | None) -> None:
    rank = rank_of(row)
    found.begin_heading(-1 if rank is None else rank, name.text)
    found.weigh_level(found.headed, weight)


# ------------------------------------------------------------------------------------------------- indicators
def _has_slots(row: TableRow) -> bool:
    """Forms with targets and without standards have rows in which units enter indicators of their own."""
    roles = row.columns.roles
    return "target" in roles and "standard" not in roles


def _take_indicator(found: PrintedRows, row: TableRow) -> None:
    *levels, _ = row.columns.levels
    for depth, column in enumerate(levels[:2]):
        _take_level(found, row, depth, column)
    name, column = _name(row, levels)
    weight, cell = _weight(row, name, column)
    _compare_weights(found, row, name, weight)
    if not name.text and weight and _goes_on(found, row):
        found.add_part(_indicator(found, row, name, weight, cell))
    elif name.text or weight:
        found.add(_indicator(found, row, name, weight, cell))
    elif _has_slots(row):
        found.add(_indicator(found, row, PrintedName(""), None, None))
    else:
        found.carry_on(row.text("standard"), row.text("explanation"))


def _goes_on(found: PrintedRows, row: TableRow) -> bool:
    """Whether a row without a name belongs to the indicator above: nothing begins in its levels."""
    begun = any(row.begins(column) and row.cell(column)[0] for column in row.columns.levels)
    return bool(found.rows) and not begun and not _has_slots(row)


def _take_level(found: PrintedRows, row: TableRow, depth: int, column: int) -> None:
    """A level that begins here, with its weight; a blank cell carries the one above down."""
    _, _, left = row.spot(column)
    if left < column and left in row.columns.levels:
        found.begin_level(depth, "")
        return
    name = printed_name(row.cell(column)[0])
    if name.text and name.text != found.above[depth]:
        found.begin_level(depth, name.text)
    if found.above[depth]:
        beside = row.weight(row.columns.weights.get(column)) or _set_above(row, column)
        weight = name.weight or beside
        found.compare(name.text, name.weight, beside)
        headings = len(found.headings) if _has_heading(found, row) else 0
        found.weigh_level(_path(found, row)[: depth + 1 + headings], weight)


def _set_above(row: TableRow, column: int) -> Weight | None:
    """权重设定值, of which no header says of what level: of that whose cell is as high, over several rows."""
    level = row.table.merge(row.row, column)
    if level is None or level.bottom == level.top != row.row:
        return None
    cells = ((each, row.table.merge(row.row, each)) for each in row.columns.weights_above)
    same = (each for each, merge in cells if merge and (merge.top, merge.bottom) == (level.top, level.bottom))
    return next((weight for each in same if (weight := row.weight(each))), None)


def _has_heading(found: PrintedRows, row: TableRow) -> bool:
    """Whether rows over the whole width stand in for a level that has no column."""
    return bool(found.headings) and len(row.columns.levels) < 3


def _path(found: PrintedRows, row: TableRow) -> tuple[str, ...]:
    above = found.above[: len(row.columns.levels) - 1]
    return (*found.headed, *above) if _has_heading(found, row) else tuple(above)


def _name(row: TableRow, levels: list[int]) -> tuple[PrintedName, int]:
    """The deepest name of the row; without one, the level beside it if the row has a weight."""
    for column in (row.columns.name, *reversed(levels[2:])):
        if (name := printed_name(row.cell(column)[0])).text:
            return name, column
    if levels and row.begins(levels[-1]) and row.own_weight and "standard" in row.columns.roles:
        return printed_name(row.cell(levels[-1])[0]), levels[-1]
    return PrintedName(""), row.columns.name


def _weight(row: TableRow, name: PrintedName, column: int) -> tuple[Weight | None, Spot | None]:
    """The figure in the column of weights, else the one that is printed with the name."""
    own = row.columns.weights.get(row.columns.name)
    if own is not None and row.own_weight:
        return row.own_weight, row.spot(own)
    return name.weight, row.spot(column) if name.weight else None


def _compare_weights(found: PrintedRows, row: TableRow, name: PrintedName, weight: Weight | None) -> None:
    """The other places where a weight is printed: with the name, and in a second column."""
    found.compare(name.text, weight, name.weight)
    for column in row.columns.weights_again:
        if row.begins(column):
            found.compare(name.text, weight, row.weight(column), whole_column=True)


def _indicator(
    found: PrintedRows, row: TableRow, name: PrintedName, weight: Weight | None, cell: Spot | None
) -> PrintedRow:
    level1, level2, *_ = (*_path(found, row), "", "")
    return PrintedRow(
        level1,
        level2,
        name.text,
        weight,
        cell,
        row.spot(row.columns.name),
        row.text("standard"),
        row.text("explanation"),
        row.text("target"),
        row.text("sign"),
        row.text("unit"),
        (_part(row, weight, cell),),
    )


def _part(row: TableRow, weight: Weight | None, cell: Spot | None) -> RowPart:
    columns = row.columns
    standard = next(iter(columns.roles.get("standard", ())), columns.name)
    others = (*columns.weights_again, *columns.weights_above)
    weighed = tuple(row.spot(column) for column in others if row.weight(column))
    return RowPart(row.text("standard"), row.spot(standard), weight, cell, weighed, row.text("explanation"))
