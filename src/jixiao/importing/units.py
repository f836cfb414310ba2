"""The unit that each table's amounts are in, and the unit of the workbook they go to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from jixiao.importing.amounts import Amount
from jixiao.importing.guide import Guide
from jixiao.importing.table_reading import TableReading
from jixiao.model.errors import UnusableInput
from jixiao.model.figures import round_half_up
from jixiao.pack.pack import Pack


def settle_units(readings: list[TableReading], unit: str) -> list[str]:
    """Give a table that names no unit that of the others, or `unit`. Says what it assumed; never guesses.

    The further pages of a table print its header again, but seldom its unit.
    """
    _speak_for_further_pages(readings)
    named = {reading.preamble.unit for reading in readings if reading.preamble.unit}
    silent = [reading for reading in readings if not reading.preamble.unit]
    assumed = next(iter(named)) if len(named) == 1 else unit
    for reading in silent:
        if not assumed and not reading.empty:
            raise UnusableInput(
                f"“{reading.region.table.name}”没有写金额单位（元或万元），从其他表也看不出来，不能猜。"
                "请加上 --unit 元 或 --unit 万元 再导入，或在原表里写明单位。"
            )
        reading.preamble = replace(reading.preamble, unit=assumed)
    names = dict.fromkeys(reading.region.table.name for reading in silent if not reading.empty)
    tables = "、".join(f"“{name}”" for name in names)
    return [f"{tables}没有写金额单位，按“{assumed}”读取，请核对。"] if tables else []


def _speak_for_further_pages(readings: list[TableReading]) -> None:
    """Give a piece that names no unit that of the piece before it, of the same table and file."""
    last: dict[tuple[str, str], str] = {}
    for reading in readings:
        table = reading.region.sheet.file, reading.region.table.name
        if reading.preamble.unit:
            last[table] = reading.preamble.unit
        elif table in last:
            reading.preamble = replace(reading.preamble, unit=last[table])


def common_unit(readings: list[TableReading], pack: Pack, remarks: list[str]) -> str:
    """The unit of all tables; where they differ, the largest, which keeps every digit."""
    units = {reading.preamble.unit for reading in readings if reading.preamble.unit}
    if len(units) > 1:
        remarks.append(
            f"各表的金额单位不同（{'、'.join(sorted(units))}），已统一换算成“{pack.default_unit}”。"
        )
    return next(iter(units)) if len(units) == 1 else pack.default_unit


def coarse_units(readings: list[TableReading], unit: str, pack: Pack) -> list[str]:
    """A remark where figures were given in a larger unit than they will be checked in."""
    factors = pack.form.units.factors
    coarse = {
        r.preamble.unit for r in readings if r.preamble.unit and factors[r.preamble.unit] > factors[unit]
    }
    return [
        f"原表以“{name}”为单位，换算成“{unit}”后仍只精确到原来的末位，核对时尾差会显示为不平。"
        f"建议不加 --unit {unit}。"
        for name in sorted(coarse)
    ]


def into_smallest(reading: TableReading, guide: Guide, pack: Pack) -> None:
    """Turn the amounts of a table into 元, to the cent."""
    spelled = {text: unit for unit, texts in guide.words.units.items() for text in texts}
    factors = pack.form.units.factors

    def converted(amounts: Mapping[str, Amount]) -> dict[str, Amount]:
        return {key: one(amount) for key, amount in amounts.items()}

    def one(amount: Amount) -> Amount:
        factor = factors[spelled.get(amount.unit) or reading.preamble.unit]
        return replace(amount, value=_cents(amount.value * factor), unit="")

    if reading.preamble.unit:  # else there is nothing but zeros
        reading.entries = converted(reading.entries)
        reading.records = {
            table: [replace(row, amounts=converted(row.amounts)) for row in rows]
            for table, rows in reading.records.items()
        }


def _cents(amount: Decimal) -> Decimal:
    return round_half_up(amount) if amount else Decimal(0)
