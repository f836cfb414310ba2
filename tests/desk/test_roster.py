from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from jixiao.desk.roster import Listed, Roster
from jixiao.desk.roster_file import read_roster
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
    rows = (
        ("01", "甲县教育局", ""),
        ("01", "乙中学", "甲县教肓局"),
        ("02", "丙", "丁"),
        ("03", "", ""),
        ("", "合 计", ""),
    )
    roster = read_roster(listed(tmp_path / "a.xlsx", HEAD, *rows))
    doubled, slip, astray, nameless, summed = roster.remarks
    assert doubled == "名册里编码重复：第2行“甲县教育局”、第3行“乙中学”。请核对后改正名册。"
    assert slip == "名册第3行的上级单位“甲县教肓局”不在名册里，是不是“甲县教育局”？"
    assert astray == "名册第4行的上级单位“丁”不在名册里，分不出这一层。请给它加一行。"
    assert nameless == "名册第5行有编码“03”，没有单位名称，没有采用。请补上名称。"
    assert summed == "名册第6行是“合 计”，不是一个单位，没有采用。"
    assert [unit.name for unit in roster.units] == ["甲县教育局", "乙中学", "丙"]


def test_headings_of_sections_are_no_units_and_lost_zeros_are_told(tmp_path: Path) -> None:
    rows = (
        ("", "一、局本级", ""),
        ("001", "甲局", ""),
        ("", "（二）局属二级单位", ""),
        (2, "乙站", "甲局"),
        ("'003", "丙站", "甲局"),
        ("004", "四、丁站", "〃"),
    )
    roster = read_roster(listed(tmp_path / "a.xlsx", HEAD, *rows))
    assert [(unit.code, unit.name) for unit in roster.units] == [
        ("001", "甲局"),
        ("2", "乙站"),
        ("003", "丙站"),
        ("004", "四、丁站"),
    ]
    assert roster.units[3].parent == "甲局"
    zeros, *sections = roster.remarks
    assert "第5行“乙站”的“2”应是“002”？" in zeros
    assert [remark[:10] for remark in sections] == ["名册第2行“一、局本", "名册第4行“（二）局"]
    numbered = read_roster(listed(tmp_path / "b.xlsx", ("单位名称",), ("一、甲局",), ("二、乙局",)))
    assert len(numbered.units) == 2


def test_the_uppermost_unit_may_stand_above_itself(tmp_path: Path) -> None:
    for parent in ("甲局", "01"):
        rows = (("01", "甲局", parent), ("02", "乙站", "甲局"))
        roster = read_roster(listed(tmp_path / "a.xlsx", HEAD, *rows))
        assert (roster.remarks, roster.circles) == ((), ())
        assert roster.below(roster.units[0]) == (roster.units[1],)


@pytest.mark.parametrize(
    ("codes", "parent", "number"), [("23", "1", 0), ("22", "1", 2), ("23", "中心小学", 1)]
)
def test_two_units_of_one_name_are_told_where_nothing_tells_them_apart(
    codes: str, parent: str, number: int, tmp_path: Path
) -> None:
    rows = [("1", "甲局", ""), *((code, "中心小学", "1") for code in codes), ("4", "幼儿园", parent)]
    assert len(read_roster(listed(tmp_path / "a.xlsx", HEAD, *rows)).remarks) == number


def test_whether_a_unit_reports_is_understood_or_asked(tmp_path: Path) -> None:
    no = ("×", "不用报", "免", "无需报送", 0, "否", "免报")
    yes = ("是", "", "√", "应报送", 1, "待定")
    rows = [(f"第{number}科", word) for number, word in enumerate((*no, *yes))]
    roster = read_roster(listed(tmp_path / "a.xlsx", ("单位名称", "是否报送"), *rows))
    assert [unit.due for unit in roster.units] == [False] * len(no) + [True] * len(yes)
    (asked,) = roster.remarks
    assert asked.startswith("名册第14行“是否报送”一栏写的“待定”看不懂，当作要报送。")


def test_a_code_that_stands_twice_is_known_with_the_name() -> None:
    roster = Roster((Listed("甲局", "01", row=2), Listed("乙局", "01", row=3)))
    unit = roster.unit_of("01", "乙局")
    assert unit is not None
    assert unit.row == 3
    assert roster.unit_of("01", "丙局") is None


def test_headings_of_two_rows_are_read_together(tmp_path: Path) -> None:
    file = listed(
        tmp_path / "a.xlsx",
        ("序号", "单位", None, "上级单位"),
        (None, "编码", "名称", None),
        (1, "01", "甲局", None),
        (2, "0101", "甲局一所", "01"),
    )
    book = load_workbook(file)
    for cells in ("A1:A2", "B1:C1", "D1:D2"):
        book.active.merge_cells(cells)
    book.save(file)
    assert read_roster(file).units == (
        Listed("甲局", "01", row=3),
        Listed("甲局一所", "0101", "01", row=4),
    )


def test_a_second_list_in_the_file_is_told(tmp_path: Path) -> None:
    file = listed(tmp_path / "a.xlsx", HEAD, ("01", "甲局", ""))
    book = load_workbook(file)
    book.copy_worksheet(book.active).title = "二级"
    book.save(file)
    (remark,) = read_roster(file).remarks
    assert "没有用“二级”" in remark


def test_a_list_without_names_or_without_units_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="没有找到名册"):
        read_roster(listed(tmp_path / "a.xlsx", ("序号", "备注"), (1, "甲局")))
    with pytest.raises(UnusableInput, match="没有单位"):
        read_roster(listed(tmp_path / "b.xlsx", HEAD))


def test_a_long_way_up_and_circles_are_found_in_one_walk() -> None:
    chain = [Listed(f"第{n}科", str(n), str(n + 1), row=n) for n in range(20_000)]
    assert Roster(tuple(chain)).circles == ()
    circle = [Listed(f"第{n}科", str(n), str((n + 1) % 3 if n < 3 else 0), row=n) for n in range(5)]
    assert [unit.row for unit in Roster(tuple(circle)).circles] == [0, 1, 2]


def test_of_many_slips_the_list_tells_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jixiao.desk import roster_file

    rows = [(str(n), f"第{n}科", f"第{n}局") for n in range(40)]
    remarks = read_roster(listed(tmp_path / "名册.xlsx", HEAD, *rows, *[("7", "甲", "")] * 30)).remarks
    assert sum("是不是" in remark for remark in remarks) <= roster_file.MOST_TOLD
    assert any("等 30 行" in remark for remark in remarks)
    monkeypatch.setattr(roster_file, "MOST_UNITS", 5)
    with pytest.raises(UnusableInput, match="不像一份单位名册"):
        read_roster(tmp_path / "名册.xlsx")
