from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from jixiao.desk.examined import BookTrouble, ExaminedBook
from jixiao.desk.lateness import Deadlines
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.standing import Arrival, Brief, Review, Standing, brief
from jixiao.desk.units import standings
from jixiao.faces.words import desk

PLAIN = Brief("a.xlsx", "1", "2025-03-01T08:00:00Z", None, "", "甲局", "", "2024", "f", {}, "95", "优")


def book(file: str, called: str, **changes: object) -> Brief:
    return replace(PLAIN, book=file, digest=file, **{"name": called} | changes)


def arrivals(rows: list[Standing]) -> list[tuple[str, Arrival]]:
    return [(row.book or row.name, row.arrival) for row in rows]


def test_the_head_of_a_workbook_says_how_it_stands() -> None:
    counts = {"error": 0, "warning": 2, "explained": 1}
    document = {"findings": [], "unit_name": "甲局", "year": "2024", "form": "f", "counts": counts}
    row = standings([brief(ExaminedBook("a.xlsx", "1", document=document))])[0]
    assert (row.name, row.verdict, row.warnings, row.explained) == ("甲局", Review.UNEXPLAINED, 2, 1)


def test_units_of_the_roster_without_a_workbook_are_missing_and_strangers_are_told() -> None:
    roster = Roster((Listed("甲局", "01", row=2), Listed("乙中心", "02", contact="某人", row=3)))
    rows = standings([book("a.xlsx", "甲局"), book("b.xlsx", "乙中")], roster)
    assert arrivals(rows) == [
        ("a.xlsx", Arrival.CAME),
        ("乙中心", Arrival.MISSING),
        ("b.xlsx", Arrival.UNKNOWN),
    ]
    assert "相近的是“乙中心”" in rows[2].advice
    assert (rows[0].code, rows[1].advice[:17]) == ("01", "还没有收到，请催报。联系人：某人。")


def test_what_a_unit_answered_about_the_roster_is_not_told_once_it_stands_there() -> None:
    said = "回执“a-审核回执.xlsx”里对名册外的说明“新纳入”，请据此核对名册。"
    one = book("a.xlsx", "甲局", remarks=(said, "别的话。"))
    assert [row.advice for row in standings([one], Roster((Listed("甲局", row=2),)))] == ["别的话。"]
    stranger = standings([one], Roster((Listed("乙局", row=2),)))[-1]
    assert said in stranger.advice


def test_of_two_workbooks_of_a_unit_the_one_saved_last_counts_and_both_are_told() -> None:
    late = book("b.xlsx", "甲 局", saved="2025-04-02T08:00:00Z")
    same = replace(late, book="c.xlsx")
    rows = standings([book("a.xlsx", "甲局"), late, same, book("p.xlsx", "甲局", form="other")])
    found = [Arrival.DOUBLED, Arrival.CAME, Arrival.COPY, Arrival.CAME]
    assert [row.arrival for row in rows] == found
    assert [row.counts for row in rows] == [False, True, False, True]
    assert "b.xlsx" in rows[0].advice
    assert rows[1].advice == "同一单位还有“a.xlsx”，没有采用。"


def test_of_one_file_under_two_names_the_plain_one_is_kept() -> None:
    plain = book("甲.xlsx", "甲局")
    rows = standings([replace(plain, book="甲 - 副本.xlsx"), plain])
    assert arrivals(rows) == [("甲 - 副本.xlsx", Arrival.COPY), ("甲.xlsx", Arrival.CAME)]


def test_a_code_that_is_not_filled_in_is_told_where_the_roster_has_one() -> None:
    one = book("a.xlsx", "甲局")
    (row,) = standings([one], Roster((Listed("甲局", "01", row=2),)))
    assert (row.advice, row.odd) == ("单位编码没有填，名册里是“01”，按名称认定。", "")
    for roster, filled in (
        (Listed("甲局", row=2), one),
        (Listed("甲局", "01", row=2), replace(one, code="01")),
    ):
        assert standings([filled], Roster((roster,)))[0].advice == ""


def test_another_year_a_late_file_and_troubles_are_told() -> None:
    rows = standings(
        [
            book("a.xlsx", "甲局"),
            book("b.xlsx", "乙局"),
            book("c.xlsx", "丙局", year="2023"),
            book("d.xlsx", "丁局", saved="2025-04-02T00:00:00Z"),
            book("e.xlsx", ""),
            book("f.xlsx", "", trouble=BookTrouble.UNREADABLE, sentence="打不开。"),
        ],
        deadlines=Deadlines(date(2025, 3, 31)),
    )
    came, late = Arrival.CAME, Arrival.LATE
    others = [Arrival.OTHER_YEAR, late, Arrival.NAMELESS, Arrival.UNREADABLE]
    assert [row.arrival for row in rows] == [came, came, *others]
    assert [row.verdict for row in rows][-1] is Review.NONE


@pytest.mark.parametrize(
    ("changes", "late"),
    [
        ({}, "晚于期限 2025-03-31"),
        ({"first": "2025-03-30", "replaced": True}, ""),
        ({"replaced": True}, ""),  # the first one could not be read
        ({"first": "2025-04-01", "replaced": True}, "第一次报来的保存于 2025-04-01"),
        ({"saved": "2025-04-20", "first": "2025-03-30", "replaced": True}, "晚于重新报送期限 2025-04-15"),
    ],
)
def test_what_was_sent_back_may_come_until_the_second_day(changes: dict[str, object], late: str) -> None:
    days = Deadlines(date(2025, 3, 31), date(2025, 4, 15))
    (row,) = standings([book("a.xlsx", "甲局", **{"saved": "2025-04-08"} | changes)], deadlines=days)
    assert (row.arrival, late in row.advice) == (Arrival.LATE if late else Arrival.CAME, True)


def test_a_file_of_another_year_is_done_with_once_the_right_one_is_there() -> None:
    right = book("b.xlsx", "甲局", saved="2025-04-08", code="01")
    days = Deadlines(date(2025, 3, 31))
    broken = book("b.xls", "", trouble=BookTrouble.UNREADABLE, sentence="打不开。")
    assert standings([right], deadlines=days)[0].arrival is Arrival.LATE
    known = replace(days, known={"b.xlsx": "2025-03-20"})  # of the last review, when there was another file
    assert standings([right], deadlines=known)[0].arrival is Arrival.CAME
    wrong, came, other, unread = standings(
        [book("a.xlsx", "甲局", year="2023", code="1"), right, book("c.xlsx", "乙局", year="2023"), broken],
        year="2024",
        deadlines=days,
    )
    assert unread.newer == "b.xlsx"
    assert unread.advice.startswith("打不开。“b.xlsx”已经收到，这一本不用再办")
    assert (wrong.arrival, wrong.newer, came.arrival) == (Arrival.OTHER_YEAR, "b.xlsx", Arrival.CAME)
    assert (wrong.began, came.began) == (None, PLAIN.saved)
    assert "“b.xlsx”已经收到，这一本不用再办" in wrong.advice
    assert (other.newer, "报错了的重报" in other.advice) == ("", True)


def test_a_unit_whose_first_file_had_a_slip_in_its_name_is_not_late_with_the_next() -> None:
    roster = Roster((Listed("甲县石门水库管理所", "031", row=2), Listed("甲县石门小学", "032", row=3)))
    days = Deadlines(date(2025, 3, 31), date(2025, 4, 15))
    typo = book("a.xlsx", "甲县石们水库管理所", saved="2025-03-20")
    right = book("b.xlsx", "甲县石门水库管理所", saved="2025-04-08")
    other = book("c.xlsx", "甲县石门小学", saved="2025-04-08")
    rows = {row.book: row for row in standings([typo, right, other], roster, deadlines=days)}
    assert (rows["b.xlsx"].arrival, rows["b.xlsx"].began) == (Arrival.CAME, "2025-03-20")
    assert rows["b.xlsx"].advice.startswith(
        "“a.xlsx”（单位名称填的是“甲县石们水库管理所”，保存于 2025-03-20）"
    )
    assert rows["c.xlsx"].arrival is Arrival.LATE
    (late, _) = standings([replace(typo, saved="2025-04-02"), right], roster, deadlines=days)[:2]
    assert late.advice.startswith("第一次报来的保存于 2025-04-02，晚于期限 2025-03-31。")
    (late, _) = standings([typo, replace(right, saved="2025-04-20")], roster, deadlines=days)[:2]
    assert late.advice.startswith("改正的最后保存于 2025-04-20，晚于重新报送期限")


def test_a_name_that_is_like_two_units_makes_neither_of_them_come_in_time() -> None:
    roster = Roster(tuple(Listed(f"甲县第{n}小学", f"0{row}", row=row) for row, n in enumerate("一二")))
    days = Deadlines(date(2025, 3, 31))
    came = [book("a.xlsx", "甲县第三小学"), book("b.xlsx", "甲县第一小学", saved="2025-04-08")]
    assert standings(came, roster, deadlines=days)[0].arrival is Arrival.LATE


def test_without_a_roster_the_same_figures_under_a_like_name_are_a_units_first_file() -> None:
    days = Deadlines(date(2025, 3, 31))
    typo, right = (
        book("a.xlsx", "教肓局", amounts="7"),
        book("b.xlsx", "教育局", saved="2025-04-08", amounts="7"),
    )
    assert standings([typo, right], deadlines=days)[1].arrival is Arrival.CAME
    for one in (replace(typo, name="水利站"), replace(typo, amounts="8"), replace(typo, form="g")):
        assert standings([one, right], deadlines=days)[1].arrival is Arrival.LATE


def test_a_unit_without_a_workbook_is_told_of_files_that_may_be_its_own() -> None:
    names = ("甲县石门水库管理所", "甲县白马水库管理所", "甲县高岭水利站", "甲县双桥水利站")
    roster = Roster(tuple(Listed(name, f"03{row}", row=row) for row, name in enumerate(names)))
    rows = standings(
        [
            book("石门水库管理所2024.xlsm", "", trouble=BookTrouble.UNREADABLE, sentence="坏了。"),
            book("站/高岭水利站.xlsm", ""),
            book("汇总表.xlsm", "", trouble=BookTrouble.OTHER_FORM, sentence="不是。"),
            book("d.xlsm", "双桥水利站"),
        ],
        roster,
    )
    advice = {row.name or row.book: row.advice for row in rows}
    assert "名称像是它的：“石门水库管理所2024.xlsm”打不开。" in advice[names[0]]
    assert advice[names[1]] == "还没有收到，请催报。"
    assert "“站/高岭水利站.xlsm”没有填单位名称" in advice[names[2]]
    assert "“d.xlsm”对不上名册" in advice[names[3]]
    assert advice["石门水库管理所2024.xlsm"] == "坏了。文件名像是“甲县石门水库管理所”的，请核对。"
    assert advice["汇总表.xlsm"] == "不是。"


def test_a_shortened_name_and_a_part_of_a_files_name_are_looked_for_too() -> None:
    names = ("甲县残疾人联合会", "甲县供销合作社联合社", "甲县信访局", "甲县石门中心", "甲县白马中心")
    roster = Roster(tuple(Listed(name, f"03{row}", row=row) for row, name in enumerate(names)))
    broken = {"trouble": BookTrouble.UNREADABLE, "sentence": "坏了。"}
    rows = standings(
        [
            book("残联.xlsm", "", **broken),
            book("上报/供销社 2024.xls", "", **broken),
            book("信访局 旧表.xlsm", "乙市某所", year="2022"),
            book("中心.xlsm", "", **broken),
            book("附件.zip", "", **broken),
            book("甲县白马中心.xlsm", "甲县白马中心", year="2022"),
        ],
        roster,
        year="2024",
    )
    advice = {row.name or row.book: row.advice for row in rows}
    assert "“残联.xlsm”打不开" in advice[names[0]]
    assert "“上报/供销社 2024.xls”打不开" in advice[names[1]]
    assert "“信访局 旧表.xlsm”填的是别的年度、别的单位" in advice[names[2]]
    assert advice[names[3]] == "还没有收到，请催报。"
    assert advice["中心.xlsm"] == advice["附件.zip"] == "坏了。"
    assert "像是" not in advice[names[4]]


def test_what_is_to_be_said_of_files_stands_beside_the_unit() -> None:
    document = {"findings": [], "unit_name": "甲局", "year": "2024", "form": "f", "counts": {}}
    one = ExaminedBook("a.xlsx", "1", document=document, remarks=("回执里的说明没有采用。",))
    assert standings([brief(one)])[0].advice == "回执里的说明没有采用。"


def test_of_two_workbooks_saved_at_one_time_none_is_called_the_later() -> None:
    rows = standings([book("a.xlsx", "甲局"), book("b.xlsx", "甲局")])
    assert "分不出先后" in rows[1].advice


def test_zeros_that_a_program_dropped_and_a_code_left_out_do_not_make_two_units_of_one() -> None:
    rows = standings([book("a.xlsx", "甲局", code="001001"), book("b.xlsx", "甲局", code="1001")])
    assert sorted(row.arrival for row in rows) == sorted((Arrival.CAME, Arrival.DOUBLED))
    rows = standings([book("a.xlsx", "甲局", code="001001"), book("b.xlsx", "甲 局")])
    assert sum(row.counts for row in rows) == 1
    apart = standings([book("a.xlsx", "第一小学", code="101"), book("b.xlsx", "第一小学", code="201")])
    assert [row.arrival for row in apart] == [Arrival.CAME] * 2


def test_a_unit_that_was_counted_twice_for_its_two_codes_is_told_on_both_sides() -> None:
    first = book("d.xlsx", "丙中心（虚构）", code="7", amounts="数")
    rows = standings([first, book("e.xlsx", "丙中心(虚构)", code="8", amounts="数")])
    assert [row.counts for row in rows] == [True, True]
    assert rows[0].advice.startswith(
        "单位名称与“e.xlsx（编码8）”的相同，编码不同（这一本是“7”），主要数据也完全相同，都计入了。"
    )
    assert "“d.xlsx（编码7）”" in rows[1].advice
    mended = standings([first, book("e.xlsx", "丙中心（虚构）", code="8", amounts="别")])
    assert "（这一本是“7”），都计入了。是同一家改了编码重报的，请删去旧的一本" in mended[0].advice


def test_two_units_of_one_name_on_the_roster_or_for_two_forms_are_not_told() -> None:
    pair = [book("a.xlsx", "第一小学", code="101"), book("b.xlsx", "第一小学", code="201")]
    roster = Roster((Listed("第一小学", "101", row=2), Listed("第一小学", "201", row=3)))
    assert [row.advice for row in standings(pair, roster)] == ["", ""]
    other = [pair[0], replace(pair[1], form="other")]
    assert [row.advice for row in standings(other)] == ["", ""]


def test_two_units_with_one_code_both_count_and_are_told() -> None:
    rows = standings([book("a.xlsx", "甲局", code="01"), book("b.xlsx", "乙局", code="01")])
    assert [row.arrival for row in rows] == [Arrival.CAME] * 2
    assert "与“乙局（b.xlsx）”的相同" in rows[0].advice
    assert "与“甲局（a.xlsx）”的相同" in rows[1].advice


def test_a_code_of_one_unit_and_the_name_of_another_are_no_units_workbook() -> None:
    roster = Roster((Listed("甲局", "01", row=2), Listed("乙局", "02", row=3)))
    rows = standings([book("a.xlsx", "甲局", code="01"), book("b.xlsx", "乙局", code="01")], roster)
    assert arrivals(rows) == [
        ("a.xlsx", Arrival.CAME),
        ("乙局", Arrival.MISSING),
        ("b.xlsx", Arrival.UNKNOWN),
    ]
    assert "在名册里是“甲局”的，名称是“乙局”的" in rows[2].advice
    (odd, *_) = standings([book("a.xlsx", "甲局", code="1")], roster)
    assert (odd.arrival, "名册里是“01”" in odd.advice) == (Arrival.CAME, True)


def test_a_workbook_with_the_code_of_a_unit_and_an_unknown_name_is_told() -> None:
    roster = Roster((Listed("甲局学生资助中心", "01", row=2),))
    (row,) = standings([book("a.xlsx", "甲局学生资助管理中心", code="01")], roster)
    assert row.arrival is Arrival.CAME
    assert (
        "单位名称填的是“甲局学生资助管理中心”，名册里编码“01”是“甲局学生资助中心”，按编码认定" in row.advice
    )


def test_an_area_that_only_stands_above_others_is_not_missing() -> None:
    roster = Roster((Listed("某县", due=False, row=2), Listed("甲局", parent="某县", row=3)))
    assert arrivals(standings([book("a.xlsx", "甲局")], roster)) == [("a.xlsx", Arrival.CAME)]


def project(file: str, called: str) -> Brief:
    document = {"unit_name": "甲局", "year": "2024", "form": "project-self-evaluation", "counts": {}}
    return brief(ExaminedBook(file, file, document=document, subject=called))


def test_a_unit_sends_a_workbook_for_each_of_its_projects() -> None:
    called = {"a.xlsx": "培训", "b.xlsx": "修缮", "c.xlsx": "", "d.xlsx": ""}
    books = [project(file, name) for file, name in called.items()]
    roster = Roster((Listed("甲局", "01", row=2), Listed("乙局", "02", row=3)))
    for rows in (standings(books), standings(books, roster)[:4]):
        assert [row.arrival for row in rows] == [Arrival.CAME] * 4
        assert [row.name for row in rows] == ["甲局（培训）", "甲局（修缮）", "甲局", "甲局"]
    twice = standings([*books, project("e.xlsx", "培 训")])
    assert sorted(row.book for row in twice if row.counts) == ["a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"]
    assert next(iter(desk.as_text(twice, Path()))) == "到齐：应报 1 家，已报 1 家。"


def test_of_two_books_saved_in_the_same_minute_the_seconds_are_told() -> None:
    def advice(first: str, second: str) -> str:
        rows = standings([book("a.xlsx", "甲局", saved=first), book("b.xlsx", "甲局", saved=second)])
        return rows[0].advice

    same = advice("2025-03-01T04:26:09Z", "2025-03-01T04:26:41Z")
    assert "是 2025-03-01 04:26:41 保存的，比这一本（2025-03-01 04:26:09）新" in same
    other = advice("2025-03-01T04:26:09Z", "2025-03-01T04:27:41Z")
    assert "是 2025-03-01 04:27 保存的，比这一本（2025-03-01 04:26）新" in other


def test_why_a_workbook_is_late_stays_the_same_when_only_answers_come() -> None:
    saved = "2025-04-20T08:00:00Z"
    days = Deadlines(date(2025, 3, 31), date(2025, 4, 10))
    mended = book("a.xlsx", "甲局", saved=saved, replaced=True)
    (row,) = standings([mended], deadlines=days)
    assert row.began == ""
    known = replace(days, known={"a.xlsx": ""})
    (again,) = standings([replace(mended, first=saved)], deadlines=known)
    assert again.advice == row.advice
    assert row.advice.startswith("改正的最后保存于 2025-04-20")


def test_who_is_asked_only_for_its_code_or_name_has_not_passed_yet() -> None:
    roster = Roster((Listed("甲局", "01", row=2), Listed("乙局", "02", row=3), Listed("丙局", "0003", row=4)))
    warned = {"error": 0, "warning": 1}
    books = [
        book("a.xlsx", "甲局", code="01"),
        book("b.xlsx", "乙局", code="22"),
        book("c.xlsx", "丙局", code="3"),
        book("d.xlsx", "丁局"),
        book("e.xlsx", "戊局", counts=warned),
    ]
    assert {row.book: row.verdict for row in standings(books, roster)} == {
        "a.xlsx": Review.PASSED,
        "b.xlsx": Review.DOUBTED,
        "c.xlsx": Review.DOUBTED,
        "d.xlsx": Review.DOUBTED,
        "e.xlsx": Review.UNEXPLAINED,
    }
    (lost,) = standings([book("a.xlsx", "甲局", code="01")], Roster((Listed("甲局", "1", row=2),)))
    assert lost.verdict is Review.PASSED  # the roster has lost the nought: nothing that the unit can mend
    (older, newer) = standings(
        [book("a.xlsx", "甲局", code="22"), book("b.xlsx", "甲局", saved="2026")], roster
    )[:2]
    assert {older.verdict, newer.verdict} == {Review.PASSED}
