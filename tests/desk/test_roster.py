from pathlib import Path

import pytest
from openpyxl import Workbook

from jixiao.desk.roster import Listed, Roster, read_roster
from jixiao.model.errors import UnusableInput


def listed(file: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


HEAD = ("预算单位编码", "单位名称", "主管部门")


def test_a_list_is_read_by_its_headings_wherever_they_stand(tmp_path: Path) -> None:
    file = listed(
        tmp_path / "名册.xlsx",
        ("某县预算单位名册",),
        HEAD,
        ("001001", "甲局", None),
        ("001002", "甲局一所", "甲局"),
    )
    roster = read_roster(file)
    assert roster.units == (
        Listed("甲局", "001001", row=3),
        Listed("甲局一所", "001002", "甲局", row=4),
    )
    assert roster.below(roster.units[0]) == (roster.units[1],)
    assert roster.remarks == ()


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("001002", "别的名字", "甲局（一所）"),
        ("", "甲局(一所)", "甲局（一所）"),
        ("", " 甲局〔一所〕", "甲局（一所）"),
        ("1002", "", None),  # without its zeros it is another code
        ("", "甲局一所", None),
    ],
)
def test_a_unit_is_known_by_its_code_or_its_very_name(code: str, name: str, found: str | None) -> None:
    roster = Roster((Listed("甲局", "001001"), Listed("甲局（一所）", "001002")))
    unit = roster.unit_of(code, name)
    assert (unit.name if unit else None) == found


def test_names_that_are_only_like_one_are_shown_and_not_taken() -> None:
    roster = Roster((Listed("甲县人力资源和社会保障局"), Listed("甲县财政局")))
    assert roster.unit_of("", "甲县人力资源社会保障局") is None
    assert roster.like("甲县人力资源社会保障局") == ("甲县人力资源和社会保障局",)


def test_doubled_codes_and_superiors_with_a_slip_are_told(tmp_path: Path) -> None:
    rows = (("01", "甲县教育局", ""), ("01", "乙中学", "甲县教肓局"))
    doubled, slip = read_roster(listed(tmp_path / "a.xlsx", HEAD, *rows)).remarks
    assert doubled == "名册里编码重复：第2行“甲县教育局”、第3行“乙中学”。请核对后改正名册。"
    assert slip == "名册第3行的上级单位“甲县教肓局”不在名册里，是不是“甲县教育局”？"


def test_a_list_without_names_or_without_units_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="没有找到名册"):
        read_roster(listed(tmp_path / "a.xlsx", ("序号", "备注"), (1, "甲局")))
    with pytest.raises(UnusableInput, match="没有单位"):
        read_roster(listed(tmp_path / "b.xlsx", HEAD))
