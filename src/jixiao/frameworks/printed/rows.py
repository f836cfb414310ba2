"""The rows below a header: indicators with their levels, sums, notes, headings, slots that units fill."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.score_table import ScoreColumns
from jixiao.frameworks.printed.indicator_row import (
    compare_weights,
    has_heading,
    indicator_in,
    name_in,
    path_of,
    weight_in,
)
from jixiao.frameworks.printed.notes import printed_line
from jixiao.frameworks.printed.outline import heads_rows_below, rank_of
from jixiao.frameworks.printed.printed_rows import PrintedRows
from jixiao.frameworks.printed.side_rows import (
    is_behind,
    is_full,
    is_note,
    is_outside,
    is_sum,
    is_text,
    numbers_columns,
)
from jixiao.frameworks.printed.table_row import TableRow
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import PrintedName, Weight, printed_level, printed_name
from jixiao.frameworks.wording.texts import shown, tidy
from jixiao.frameworks.wording.words import score_table_words

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
            found.add(indicator_in(found, row, PrintedName(""), None, None))
    elif numbers_columns(texts) or is_outside(found, row, texts) or is_sum(found, row):
        return
    elif is_behind(found, row) or is_text(row):
        _note(found, row, texts)
    elif row.wide:
        _heading(found, row, texts[0])
    elif below and heads_rows_below(row, below):
        _outline_heading(found, row)
    elif below and _weighs_level(row, below):
        depth = len(row.columns.levels) - 2
        _take_level(found, row, depth, row.columns.levels[depth])
        found.weigh_level(path_of(found, row), row.own_weight)
    else:
        _take_indicator(found, row, below)


def _note(found: PrintedRows, row: TableRow, texts: list[str]) -> None:
    """What is written among or below the indicators; several cells that give points are told, too."""
    found.notes += texts
    found.lines.append((len(found.rows), printed_line(texts)))
    if len(texts) > 1 and (row.own_weight or any(map(awards, texts))):
        found.skipped.append(" ".join(map(shown, texts)))


def _heading(found: PrintedRows, row: TableRow, text: str) -> None:
    """A row over the whole width names the level that has no column; a sentence is a note."""
    name, plain = printed_name(text), tidy(text)
    if any(word in plain for word in score_table_words().rows["titles"]):
        return
    if len(plain) > LONGEST_HEADING or len(row.columns.levels) > 2:
        found.notes.append(text)
        found.lines.append((len(found.rows), printed_line([text])))
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


def _take_indicator(found: PrintedRows, row: TableRow, below: TableRow | None) -> None:
    *levels, _ = row.columns.levels
    for depth, column in enumerate(levels[:2]):
        _take_level(found, row, depth, column)
    name, column = name_in(row, levels)
    weight, cell = weight_in(row, name, column)
    read = indicator_in(found, row, name, weight, cell)
    if not found.repeats(read):
        compare_weights(found, row, name, weight)
    if not name.text and (weight or row.part_points) and _goes_on(found, row):
        found.add_part(read)
    elif name.text or weight:
        found.add(read)
    elif _has_slots(row) or _left_blank(row, below) or row.cell(row.columns.name)[0].strip():
        found.add(indicator_in(found, row, PrintedName(""), None, None))
    else:
        found.carry_on(row.text("standard"), row.text("explanation"))


def _goes_on(found: PrintedRows, row: TableRow) -> bool:
    """Whether a row without a name belongs to the indicator above: nothing begins in its levels."""
    begun = any(row.begins(column) and row.cell(column)[0] for column in row.columns.levels)
    return bool(found.rows) and not begun and not _has_slots(row)


def _left_blank(row: TableRow, below: TableRow | None) -> bool:
    """A level that begins in a form with targets, and nothing beside it; none that heads the rows below."""
    levels = row.columns.levels[:-1]
    alone = bool(row.own_columns) and set(row.own_columns) <= set(levels)
    if not alone or "target" not in row.columns.roles:
        return False
    return below is None or any(below.begins(each) and below.cell(each)[0] for each in levels)


def _weighs_level(row: TableRow, below: TableRow) -> bool:
    """“预算管理||30” above rows that leave the level blank: it has no name, and nothing is asked."""
    if len(row.columns.levels) < 2 or row.columns.name in row.own_columns or row.own_weight is None:
        return False
    level = row.columns.levels[-2]
    begins = row.begins(level) and bool(row.cell(level)[0]) and row.spot(level) != row.spot(row.columns.name)
    said = row.text("standard") or row.text("target") or row.text("explanation")
    goes_on = not below.cell(level)[0] and bool(below.cell(below.columns.name)[0])
    return begins and goes_on and not said.strip()


def _take_level(found: PrintedRows, row: TableRow, depth: int, column: int) -> None:
    """A level that begins here, with its weight; a blank cell carries the one above down."""
    _, _, left = row.spot(column)
    if left < column and left in row.columns.levels:
        found.begin_level(depth, "")
        return
    name = printed_level(row.cell(column)[0])
    if name.text and name.text != found.above[depth]:
        found.begin_level(depth, name.text)
    if found.above[depth]:
        beside = row.weight(row.columns.weights.get(column)) or _set_above(row, column)
        weight = name.weight or beside
        found.compare(name.text, name.weight, beside)
        headings = len(found.headings) if has_heading(found, row) else 0
        found.weigh_level(path_of(found, row)[: depth + 1 + headings], weight)


def _set_above(row: TableRow, column: int) -> Weight | None:
    """权重设定值, of which no header says of what level: of that whose cell is as high, over several rows."""
    level = row.table.merge(row.row, column)
    if level is None or level.bottom == level.top != row.row:
        return None
    cells = ((each, row.table.merge(row.row, each)) for each in row.columns.weights_above)
    same = (each for each, merge in cells if merge and (merge.top, merge.bottom) == (level.top, level.bottom))
    return next((weight for each in same if (weight := row.weight(each))), None)
