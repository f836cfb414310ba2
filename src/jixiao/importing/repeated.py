"""The same table found twice: taken once if the figures agree, joined if it goes on, else refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from jixiao.importing.table_reading import Leftover, ReadRow, TableReading

REFUSED = "同一张表出现了两次，数不一样，两处都没有导入。请只留一处再导入"

_LAST_DIGIT = Decimal("0.01")  # of a unit: how exactly tables print
ZERO = Decimal(0)
_NAMED = 3  # tables that are named where many are alike

_Figures = dict[tuple[str, ...], Decimal]


def once_each(
    readings: list[TableReading], remarks: list[str], factors: Mapping[str, Decimal]
) -> tuple[list[TableReading], list[Leftover]]:
    """Each table once, and the titles of those that contradict each other. Amounts are in 元.

    A table that was put together from several sheets gets a remark, and so does one that was there twice. Of
    one that is there in two units the finer is taken, if both say the same as far as the coarser does.
    """
    kept: dict[str, TableReading] = {}
    leftovers: list[Leftover] = []
    rounded: list[tuple[TableReading, TableReading]] = []
    for part in _by_unit(readings, factors):
        tables, left = _once_in_unit(part, remarks)
        leftovers += left
        for table in tables:
            finer = kept.setdefault(table.region.table.name, table)
            if finer is table or table.empty:
                continue
            if finer.empty:
                kept[table.region.table.name] = table
            elif _agrees(table, finer, factors):
                rounded.append((finer, table))
            else:
                del kept[table.region.table.name]
                leftovers += [_refused(finer), _refused(table)]
    remarks += _rounded(rounded)
    return [reading for reading in readings if kept.get(reading.region.table.name) is reading], leftovers


def _by_unit(readings: list[TableReading], factors: Mapping[str, Decimal]) -> list[list[TableReading]]:
    """Those of the finest unit first; what says nothing goes with them."""
    units = {each.preamble.unit for each in readings if each.preamble.unit and not each.empty}
    finest, *others = sorted(units, key=lambda unit: factors[unit]) or [""]
    parts = [[each for each in readings if each.preamble.unit == unit and not each.empty] for unit in others]
    first = [each for each in readings if not any(each in part for part in parts)]
    return [first, *parts] if finest else [readings]


def _agrees(coarse: TableReading, fine: TableReading, factors: Mapping[str, Decimal]) -> bool:
    """Whether each figure of the finer table is, rounded, that of the coarser."""
    half = factors[coarse.preamble.unit] * _LAST_DIGIT / 2
    one, other = _figures(coarse), _figures(fine)
    return all(abs(one.get(name, ZERO) - other.get(name, ZERO)) <= half for name in one.keys() | other.keys())


def _rounded(pairs: list[tuple[TableReading, TableReading]]) -> list[str]:
    """The remark on tables of which the finer version was taken."""
    if not pairs:
        return []
    names = [f"“{fine.region.table.name}”" for fine, _ in pairs]
    tables = "、".join(names[:_NAMED]) + (f"等 {len(names)} 张表" if len(names) > _NAMED else "")
    fine, coarse = pairs[0]
    files = "、".join(dict.fromkeys(f"“{each.region.sheet.file}”" for pair in pairs for each in pair))
    units = fine.preamble.unit, coarse.preamble.unit
    return [
        f"{tables}有以{units[0]}和以{units[1]}为单位的两份（见{files}），四舍五入后数一样，取以{units[0]}为单位的。"
    ]


def _once_in_unit(
    readings: list[TableReading], remarks: list[str]
) -> tuple[list[TableReading], list[Leftover]]:
    """The same where all are in one unit."""
    kept: dict[str, TableReading] = {}
    copies: list[TableReading] = []
    refused: dict[str, list[TableReading]] = {}
    for reading in readings:
        name = reading.region.table.name
        first = kept.setdefault(name, reading)
        if first is reading:
            continue
        if _figures(first) == _figures(reading):
            copies.append(reading)
        elif _goes_on(first, reading):
            remarks += _joined_sheets(first, reading)
            _join(first, reading)
        else:
            refused.setdefault(name, [first]).append(reading)
    remarks += _copied(kept, copies)
    leftovers = [_refused(reading) for tables in refused.values() for reading in tables]
    return [reading for name, reading in kept.items() if name not in refused], leftovers


def _figures(reading: TableReading) -> _Figures:
    """Every figure under its name; zeros count as nothing."""
    figures: _Figures = {(term,): amount.value for term, amount in reading.entries.items()}
    for table, records in reading.records.items():
        for record in records:
            figures |= {(table, record.code, key): amount.value for key, amount in record.amounts.items()}
    return {name: value for name, value in figures.items() if value}


def _goes_on(first: TableReading, second: TableReading) -> bool:
    """A table printed in pieces, on one sheet or on several: other rows; what both say, such as the totals,
    is the same."""
    one, other = _figures(first), _figures(second)
    shared = one.keys() & other.keys()
    years = {reading.preamble.year for reading in (first, second)} - {None}
    names = {reading.preamble.unit_name for reading in (first, second)} - {""}
    return (
        all(len(name) == 1 and one[name] == other[name] for name in shared)
        and len(years) < 2
        and len(names) < 2
    )


def _joined_sheets(first: TableReading, second: TableReading) -> list[str]:
    """The remark on pieces that lie on different sheets and both hold figures."""
    places = [reading.region.sheet.place for reading in (first, second)]
    if places[0] == places[1] or first.empty or second.empty:
        return []
    said = "、".join(f"{file}“{sheet}”" for file, sheet in places)
    return [f"“{first.region.table.name}”分在几处（{said}），已接成一张表，请核对。"]


def _copied(kept: Mapping[str, TableReading], copies: list[TableReading]) -> list[str]:
    """The remark on tables that lie in another place, too."""
    others = [
        (kept[reading.region.table.name], reading)
        for reading in copies
        if not reading.empty
        and kept[reading.region.table.name].region.sheet.place != reading.region.sheet.place
    ]
    tables = "、".join(dict.fromkeys(f"“{first.region.table.name}”" for first, _ in others))
    places = (reading.region.sheet.place for pair in others for reading in pair)
    files = "、".join(dict.fromkeys(f"“{file}”" for file, _ in places))
    return [f"{tables}不止一份（见{files}），数一样，只取一份。"] if others else []


def _join(first: TableReading, second: TableReading) -> None:
    """Put the second piece behind the first; a zero of either gives way to what the other says."""
    first.entries |= {t: each for t, each in second.entries.items() if each.value or t not in first.entries}
    first.blank |= second.blank
    for table, records in second.records.items():
        rows = {row.code: row for row in first.records.get(table, ())}
        rows |= {row.code: _with_columns_of(row, rows.get(row.code)) for row in records}
        first.records[table] = list(rows.values())
    first.note = (first.note or second.note) if first.empty else ""


def _with_columns_of(row: ReadRow, before: ReadRow | None) -> ReadRow:
    """The row as one; its columns may be printed on several pages."""
    if before is None:
        return row
    said = {key: each for key, each in row.amounts.items() if each.value or key not in before.amounts}
    return replace(before, amounts={**before.amounts, **said}, whole=before.whole and row.whole)


def _refused(reading: TableReading) -> Leftover:
    """The table, of which nothing is taken any more."""
    sheet, title, figures = reading.region.sheet, reading.region.title, len(reading.taken)
    reading.taken.clear()
    return Leftover(sheet.file, *sheet.where(*title), reading.region.table.name, REFUSED, figures)
