"""The same table twice: once if it says the same, joined if it goes on, refused if it contradicts itself."""

from __future__ import annotations

from dataclasses import replace

from importing.regions_of_rows import CLASS, HEADER, TOTAL, reading_of

from jixiao.importing.repeated import once_each
from jixiao.importing.table_reading import Leftover, TableReading

MORE = ("20805", "行政事业单位养老支出", "10.00", "4.00", "6.00")


def kept(*readings: TableReading) -> tuple[list[TableReading], list[Leftover]]:
    return once_each(list(readings), [])


def test_what_says_the_same_is_taken_once():
    first, again = (reading_of("支出决算表", HEADER, TOTAL, CLASS) for _ in range(2))
    assert kept(first, again) == ([first], [])


def test_a_copy_in_another_file_is_said():
    first, again = (reading_of("支出决算表", HEADER, TOTAL, CLASS) for _ in range(2))
    again.region = replace(again.region, sheet=replace(again.region.sheet, file="副本.xlsx"))
    remarks: list[str] = []
    once_each([first, again], remarks)
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


def test_other_figures_refuse_both():
    first = reading_of("支出决算表", HEADER, TOTAL, CLASS)
    other = reading_of("支出决算表", HEADER, ("合计", "", "11.00", "5.00", "6.00"), CLASS)
    tables, left = kept(first, other)
    assert tables == []
    assert [each.figures for each in left] == [6, 6]
    assert first.taken == set()
