"""A row of a score table as an indicator: its name, its weight, what levels it stands under."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.columns.header_words import header_word
from jixiao.frameworks.printed.printed_columns import column_keys
from jixiao.frameworks.printed.printed_rows import PrintedRow, PrintedRows
from jixiao.frameworks.printed.row_parts import RowPart, Spot
from jixiao.frameworks.printed.table_row import TableRow
from jixiao.frameworks.wording.names import (
    PrintedName,
    Weight,
    choice_in,
    printed_level,
    printed_name,
    without_formula,
)
from jixiao.frameworks.wording.said_in_cell import weight_in_standard, without_explanation

_WEIGHED = re.compile("权重|分值|权数")
_ZERO = Decimal(0)
_BEHIND_NAME = re.compile(r"([^\n【\[]+)(?:\n|(?=[【\[]))(.+)", re.DOTALL)
_BEHIND_SENTENCE = re.compile(r"((?:\d{1,2}[.、])?[^。：:；，,\d]{2,20})[。：:](.+)", re.DOTALL)
_SCORES = re.compile(r"[得计扣减]\D{0,6}\d|\d\s*分?[×*]|[×*]\s*\d|[得计]满分|不得分")


def has_heading(found: PrintedRows, row: TableRow) -> bool:
    """Whether rows over the whole width stand in for a level that has no column."""
    return bool(found.headings) and len(row.columns.levels) < 3


def path_of(found: PrintedRows, row: TableRow) -> tuple[str, ...]:
    """The names of the levels that a row stands under, the highest first."""
    above = found.above[: len(row.columns.levels) - 1]
    return (*found.headed, *above) if has_heading(found, row) else tuple(above)


def name_in(row: TableRow, levels: list[int]) -> tuple[PrintedName, int]:
    """The deepest name of the row; without one, the level beside it if the row has a weight."""
    for column in (row.columns.name, *reversed(levels[2:])):
        text = _parts_of_name(row, column)[0]
        if (name := printed_level(text) if _weighed_inside(row, column) else printed_name(text)).text:
            return name, column
    if row.trouble(row.columns.name):  # a formula that was never calculated: no other name is its own
        return PrintedName(f"第{row.row}行（名称读不出）"), row.columns.name
    if levels and row.begins(levels[-1]) and row.own_weight and "standard" in row.columns.roles:
        return printed_name(row.cell(levels[-1])[0]), levels[-1]
    return PrintedName(""), row.columns.name


def _weighed_inside(row: TableRow, column: int) -> bool:
    """三级指标及权重 over “立项规范性4%”."""
    head = header_word(row.table.seen(row.columns.last_row, column))
    return row.columns.name not in row.columns.weights and _WEIGHED.search(head) is not None


def _parts_of_name(row: TableRow, column: int) -> tuple[str, str]:
    """“执行率⏎【评分标准】100%得10分” without a column of standards: the name, and what it says."""
    text = row.cell(column)[0]
    match = _BEHIND_NAME.match(text) or _BEHIND_SENTENCE.match(text)
    said = match is not None and _SCORES.search(match[2]) is not None
    if match is None or not said or row.text("standard").strip():
        return text, ""
    return match[1], match[2].strip()


def weight_in(row: TableRow, name: PrintedName, column: int) -> tuple[Weight | None, Spot | None]:
    """The figure in the column of weights, else the one that is printed with the name."""
    own = row.columns.weights.get(row.columns.name)
    if own is not None and row.own_weight:
        return row.own_weight, row.spot(own)
    if name.weight:
        return name.weight, row.spot(column)
    said = _weight_said(row)[0] if name.text and own is None else None
    return said, _standard_cell(row) if said else None


def _weight_said(row: TableRow) -> tuple[Weight | None, str]:
    """The weight that stands in the standard, where the table has no column for it; and the rest."""
    standard = row.text("standard")
    unweighed = row.columns.name not in row.columns.weights
    return weight_in_standard(standard) if unweighed else (None, standard)


def _standard_cell(row: TableRow) -> Spot:
    return row.spot(next(iter(row.columns.roles.get("standard", ())), row.columns.name))


def compare_weights(found: PrintedRows, row: TableRow, name: PrintedName, weight: Weight | None) -> None:
    """The other places where a weight is printed: with the name, and in a second column."""
    own = row.columns.weights.get(row.columns.name)
    if own is None or not _shared(row, own):
        found.compare(name.text, weight, name.weight)
    for column in row.columns.weights_again:
        other = row.weight(column) if row.begins(column) else None
        if other:
            found.again[column] = found.again.get(column, _ZERO) + other.value
            if not _shared(row, column):
                found.compare(name.text, weight, other, whole_column=True)


def _shared(row: TableRow, column: int) -> bool:
    """Whether the name reaches over more rows than a weight beside it, which is that of a part."""
    name, other = (row.table.merge(row.row, each) for each in (row.columns.name, column))
    rows = [merge.bottom - merge.top if merge else 0 for merge in (name, other)]
    return rows[0] > rows[1]


def indicator_in(
    found: PrintedRows, row: TableRow, name: PrintedName, weight: Weight | None, cell: Spot | None
) -> PrintedRow:
    """The indicator with all that stands in the row."""
    level1, level2, *_ = (*path_of(found, row), "", "")
    named, said = without_explanation(name.text)
    bare, formula = without_formula(named)
    keys = column_keys(row.table, row.columns)
    standard = _standard(row, weight, cell)
    if said and not standard and _SCORES.search(said):
        standard, said = said, ""
    return PrintedRow(
        level1,
        level2,
        bare,
        weight,
        cell,
        row.spot(row.columns.name),
        standard,
        "\n".join(text for text in (formula, said, row.text("explanation")) if text),
        row.text("target"),
        row.text("sign"),
        row.text("unit"),
        (_part(row, weight, cell),),
        name.weight,
        {key: row.cell(column)[0] for column, key in keys.items()},
        frozenset(key for column, key in keys.items() if not row.begins(column)),
        choice_in(row.cell(row.columns.weights.get(row.columns.name))[0]),
        "" if weight else row.no_weight,
    )


def _standard(row: TableRow, weight: Weight | None, cell: Spot | None) -> str:
    """Without the weight, if that was found in it."""
    inside = weight is not None and cell == _standard_cell(row)
    standard = _weight_said(row)[1] if inside else row.text("standard")
    return standard or _parts_of_name(row, row.columns.name)[1]


def _part(row: TableRow, weight: Weight | None, cell: Spot | None) -> RowPart:
    columns = row.columns
    others = (*columns.weights_again, *columns.weights_above)
    weighed = tuple(row.spot(column) for column in others if row.weight(column))
    again = next((w for c in columns.weights_again if row.begins(c) and (w := row.weight(c))), None)
    return RowPart(
        row.text("standard"),
        _standard_cell(row),
        weight,
        cell,
        weighed,
        row.text("explanation"),
        again or row.part_points,
    )
