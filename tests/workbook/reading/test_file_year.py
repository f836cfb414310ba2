"""The year in the name of the file, held against the year that is filled in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.model.fact import Fact, Kind, Place, State
from jixiao.model.outcome import Severity
from jixiao.workbook.reading.file_year import other_year, year_in

STATED = Fact("单位.年度", "评价年度", Kind.YEAR, Place("单位概况", "B5"), Decimal(2023))
BLANK = Fact("单位.年度", "评价年度", Kind.YEAR, Place("单位概况", "B5"), state=State.BLANK)


@pytest.mark.parametrize(
    ("name", "year"),
    [("水利局2024", 2024), ("2024年绩效自评（2023年度）", None), ("自评20240510", None), ("自评", None)],
)
def test_a_year_is_known_where_the_name_has_just_one(name: str, year: int | None):
    assert year_in(name) == year


def test_another_year_than_that_of_the_file_is_told():
    [finding] = other_year(STATED, "水利局2024.xlsm")
    assert finding.severity is Severity.WARNING
    assert finding.message == "单位概况!B5 “评价年度”填的是2023，文件名“水利局2024.xlsm”写的是2024。"


@pytest.mark.parametrize("file", ["水利局2023.xlsm", "水利局.xlsm", "2024年自评（2023年度）.xlsx"])
def test_the_same_year_or_none_or_several_are_not_told(file: str):
    assert not list(other_year(STATED, file))


def test_a_blank_year_is_another_matter():
    assert not list(other_year(BLANK, "水利局2024.xlsm"))
