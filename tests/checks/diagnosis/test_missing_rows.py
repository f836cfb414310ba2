"""A project that only its self-evaluation has: the row that is missing is told, and what lacks it follows."""

from __future__ import annotations

from balanced import Year
from checks.diagnosis.hinted import hints


def test_a_row_that_another_table_has_is_told_as_missing():
    year = Year(1)
    name = year.tables["项目自评"][0]["项目自评.项目名称"]
    year.tables["项目明细"] = [row for row in year.tables["项目明细"] if row["项目明细.项目名称"] != name]
    lead, *others = hints(year)
    assert f"有“{name}”，“项目明细”表缺“{name}”这一行，补上则" in lead.ending
    assert len(others) > 1
    assert all(other.follows for other in others)


def test_a_name_written_otherwise_is_no_missing_row():
    year = Year(1)
    year.tables["项目自评"][0]["项目自评.项目名称"] += "支出"
    assert not any("漏列" in hint.ending for hint in hints(year))
