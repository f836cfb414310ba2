"""The same table twice: once if it says the same, joined if it goes on, refused if it contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from importing.regions_of_rows import CLASS, HEADER, TOTAL, reading_of

from jixiao.importing.amounts import Amount
from jixiao.importing.repeated import once_each
from jixiao.importing.table_reading import Leftover, TableReading

FACTORS = {"元": Decimal(1), "万元": Decimal(10000)}
MORE = ("20805", "行政事业单位养老支出", "10.00", "4.00", "6.00")


def kept(*readings: TableReading) -> tuple[list[TableReading], list[Leftover]]:
    return once_each(list(readings), [], FACTORS)


def test_what_says_the_same_is_taken_once():
    first, again = (reading_of("支出决算表", HEADER, TOTAL, CLASS) for _ in range(2))
    assert kept(first, again) == ([first], [])


def test_a_copy_in_another_file_is_said():
    first, again = (reading_of("支出决算表", HEADER, TOTAL, CLASS) for _ in range(2))
    again.region = replace(again.region, sheet=replace(again.region.sheet, file="副本.xlsx"))
    remarks: list[str] = []
    once_each([first, again], remarks, FACTORS)
    (said,) = remarks
    assert said.startswith("“支出决算表”不止一份")
    assert "“副本.xlsx”），数一样，只取一份" in said


def test_other_rows_with_the_same_totals_are_more_of_the_table():
    first, more = (
        reading_of("支出决算表", HEADER, TOTAL, CLASS),
        reading_of("支出决算表", HEADER, TOTAL, MORE),
    )
    tables, left = kept(first, more)
    assert [record.code for record in tables[0].records["支出决算"]] == ["208", "20805"]
    assert left == []


def test_a_zero_on_a_further_page_is_a_figure_and_one_on_the_first_gives_way():
    first = reading_of("支出决算表", HEADER, ("合计", "", "10.00", "0.00", ""), CLASS)
    more = reading_of("支出决算表", HEADER, ("合计", "", "10.00", "4.00", "0.00"), MORE)
    (table,), _ = kept(first, more)
    values = {term.partition(".")[2]: amount.value for term, amount in table.entries.items()}
    assert values == {"本年支出合计": 10, "基本支出": 4, "项目支出": 0}


def test_columns_that_go_on_on_another_page_come_to_their_rows():
    pages = (("科目编码", "科目名称", name) for name in (HEADER[3], HEADER[4]))
    rows = ((("合计", "", figure), (*CLASS[:2], figure)) for figure in ("4.00", "6.00"))
    first, more = (reading_of("支出决算表", page, *each) for page, each in zip(pages, rows, strict=True))
    (table,), _ = kept(first, more)
    (record,) = table.records["支出决算"]
    assert {key: amount.value for key, amount in record.amounts.items()} == {"基本支出": 4, "项目支出": 6}


def test_other_figures_refuse_both():
    first = reading_of("支出决算表", HEADER, TOTAL, CLASS)
    other = reading_of("支出决算表", HEADER, ("合计", "", "11.00", "5.00", "6.00"), CLASS)
    tables, left = kept(first, other)
    assert tables == []
    assert [each.figures for each in left] == [6, 6]
    assert first.taken == set()


FINE_TOTAL = ("合计", "", "109951.00", "49999.00", "59952.00")
FINE_CLASS = ("208", "社会保障和就业支出", "109951.00", "49999.00", "59952.00")
ROUNDED = ("11.00", "5.00", "6.00")


def in_unit(reading: TableReading, unit: str, file: str = "") -> TableReading:
    """As it is once its amounts are in 元."""
    factor = FACTORS[unit]

    def converted(amounts: Mapping[str, Amount]) -> dict[str, Amount]:
        return {key: replace(amount, value=amount.value * factor) for key, amount in amounts.items()}

    sheet = replace(reading.region.sheet, file=file or f"{unit}.xlsx")
    return replace(
        reading,
        region=replace(reading.region, sheet=sheet),
        preamble=replace(reading.preamble, unit=unit),
        entries=converted(reading.entries),
        records={
            table: [replace(row, amounts=converted(row.amounts)) for row in rows]
            for table, rows in reading.records.items()
        },
    )


def coarse(total: tuple[str, ...] = ROUNDED) -> TableReading:
    rows = (HEADER, ("合计", "", *total), ("208", "社会保障和就业支出", *ROUNDED))
    return in_unit(reading_of("支出决算表", *rows), "万元")


def test_of_two_units_the_finer_is_taken_if_they_agree_rounded():
    fine = in_unit(reading_of("支出决算表", HEADER, FINE_TOTAL, FINE_CLASS), "元")
    for order in ([fine, coarse()], [coarse(), fine]):
        remarks: list[str] = []
        assert once_each(order, remarks, FACTORS) == ([fine], [])
        (said,) = remarks
        assert "“支出决算表”有以元和以万元为单位的两份（见“元.xlsx”、“万元.xlsx”）" in said


def test_more_than_rounding_is_a_contradiction():
    fine = in_unit(reading_of("支出决算表", HEADER, FINE_TOTAL, FINE_CLASS), "元")
    tables, left = kept(fine, coarse(("11.01", "5.00", "6.01")))
    assert tables == []
    assert len(left) == 2


def test_pieces_of_the_finer_version_are_joined_before_they_are_compared():
    more = ("20805", "行政事业单位养老支出", "109951.00", "49999.00", "59952.00")
    first, second = (
        in_unit(reading_of("支出决算表", HEADER, FINE_TOTAL, row), "元", "元.xlsx")
        for row in (FINE_CLASS, more)
    )
    rows = (HEADER, ("合计", "", *ROUNDED), ("208", "社会保障和就业支出", *ROUNDED))
    other = in_unit(reading_of("支出决算表", *rows, ("20805", "行政事业单位养老支出", *ROUNDED)), "万元")
    tables, left = kept(first, other, second)
    assert (tables, left) == ([first], [])
    assert [record.code for record in first.records["支出决算"]] == ["208", "20805"]
