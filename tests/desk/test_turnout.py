"""Who has to report has reported or has not: on the screen, in the summary and in the overview."""

from jixiao.desk.overview.overview import _numbers
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.standing import Brief, Standing
from jixiao.desk.summary.contents import missing_sheet
from jixiao.desk.turnout import turnout
from jixiao.desk.units import standings
from jixiao.faces.words.desk import _counted

NAMES = ("甲局", "乙局", "丙局")
ROSTER = Roster(tuple(Listed(name, row=row) for row, name in enumerate(NAMES, 2)))


def book(file: str, called: str, year: str = "2024") -> Brief:
    return Brief(file, file, "", None, "", called, "", year, "f", {}, "", "")


def stand(*changes: tuple[str, str, str]) -> list[Standing]:
    return standings([book(file, name, year) for file, name, year in changes], ROSTER, "2024")


def test_a_unit_whose_only_workbook_is_of_another_year_has_not_reported() -> None:
    rows = stand(("a.xlsx", "甲局", "2024"), ("b.xlsx", "乙局", "2023"))
    found = turnout(rows)
    assert [(one.unit.name, one.why) for one in found.unreported] == [
        ("乙局", "“b.xlsx”年度不符"),
        ("丙局", "未报"),
    ]
    said = "应报 3 家，已报 1 家，未报 2 家（其中 1 家有文件，没有计入）"
    assert next(_counted(rows)) == f"到齐：{said}。"
    sheet = missing_sheet(rows)
    assert sheet.title == f"未报送单位：{said}"
    assert [row[2] for row in sheet.rows] == ["乙局", "丙局"]
    numbers = dict(_numbers(rows, [row for row in rows if row.counts]))
    assert [numbers[what] for what in ("应报单位", "已报单位", "未报单位")] == [3, 1, 2]


def test_a_unit_that_has_the_right_one_beside_it_has_and_without_a_roster_nobody_is_missed() -> None:
    rows = stand(("a.xlsx", "甲局", "2024"), ("b.xlsx", "甲局", "2023"))
    assert [one.unit.name for one in turnout(rows).unreported] == ["乙局", "丙局"]
    alone = standings([book("a.xlsx", "甲局")])
    assert (turnout(alone).said, turnout(alone).unreported) == ("应报 1 家，已报 1 家", ())
    assert missing_sheet(alone).title == "未报送单位"
