"""The year that is filled in, held against the name of the file and the dates beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jixiao.model.fact import Fact, Kind, Place, Record, State
from jixiao.model.outcome import Severity
from jixiao.workbook.reading.stated_year import contradicted_year, year_in

YEAR = "单位.年度"
STATED = Fact(YEAR, "评价年度", Kind.YEAR, Place("单位概况", "B5"), Decimal(2023))
BLANK = Fact(YEAR, "评价年度", Kind.YEAR, Place("单位概况", "B5"), state=State.BLANK)


def told(stated: Fact, file: str = "水利局.xlsm", day: date | None = None) -> list[str]:
    """What is said of a cover on which this year and this date stand."""
    fields = {YEAR: stated}
    if day is not None:
        fields["填报.日期"] = Fact("填报.日期", "填报日期", Kind.DATE, Place("单位概况", "B18"), day)
    found = list(contradicted_year(Record(fields), YEAR, file))
    assert {finding.severity for finding in found} <= {Severity.WARNING}
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("name", "year"),
    [("水利局2024", 2024), ("2024年绩效自评（2023年度）", None), ("自评20240510", None), ("自评", None)],
)
def test_a_year_is_known_where_the_name_has_just_one(name: str, year: int | None):
    assert year_in(name) == year


def test_another_year_than_that_of_the_file_is_told():
    message = "单位概况!B5 “评价年度”填的是2023，文件名“水利局2024.xlsm”写的是2024。"
    assert told(STATED, "水利局2024.xlsm") == [message]


@pytest.mark.parametrize("file", ["水利局2023.xlsm", "水利局.xlsm", "2024年自评（2023年度）.xlsx"])
def test_the_same_year_or_none_or_several_are_not_told(file: str):
    assert not told(STATED, file)


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2032, 4, 18)])
def test_a_date_of_another_time_is_told(day: date):
    message = f"单位概况!B18 “填报日期”是{day}，与“评价年度”2023年对不上。"
    assert told(STATED, day=day) == [message]


@pytest.mark.parametrize("day", [date(2023, 3, 20), date(2023, 12, 31)])
def test_a_date_before_the_end_of_the_year_is_told(day: date):
    message = f"单位概况!B18 “填报日期”是{day}，“评价年度”2023年还没有过完。"
    assert told(STATED, day=day) == [message]


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2024, 4, 18), date(2025, 1, 3)])
def test_a_date_within_the_two_years_after_is_not_told(day: date):
    assert not told(STATED, day=day)


def test_a_blank_year_is_another_matter():
    assert not told(BLANK, "水利局2024.xlsm", date(2020, 1, 1))
