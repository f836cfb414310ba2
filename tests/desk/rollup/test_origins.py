"""Errors of a sum that are not to be mended in it."""

from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook, PlainRecord
from jixiao.desk.rollup.adding import Member
from jixiao.desk.rollup.eliminating import Eliminated
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.members_said import (
    about_errors,
    about_left_departments,
    about_member,
    about_missing,
    about_name,
    about_owner,
    about_strangers,
    department_of,
)
from jixiao.desk.rollup.origins import errors_of, origins
from jixiao.desk.rollup.total import Total
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.standing import Arrival, Review, Standing
from jixiao.model.fact import Place
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.loading import load_pack
from jixiao.workbook.reading.book_unit import BookUnit

TAKEN = Eliminated("甲局", "补助", Decimal(3_000_000), {}, {}, (), left=("功能分类",))
LEVEL = SummedLevel("甲局", "01", Total({}), Total({}), (), (TAKEN,), rounded=2)


def test_what_is_odd_about_what_is_added_up_is_said_once_each() -> None:
    wrong = Standing("甲局一所", "", Arrival.CAME, verdict=Review.ERRORS, errors=2)
    stranger = Standing("外来", "", Arrival.UNKNOWN, verdict=Review.PASSED)
    assert list(about_errors([stranger])) == []
    (errors,) = about_errors([wrong, stranger])
    assert "有 1 家的工作簿还有错误没有改，也加进了汇总数：甲局一所（错误 2 条）" in errors
    (unlisted,) = about_strangers([wrong, stranger], LEVEL)
    assert "“外来”也加进了“甲局”，没有参加抵销" in unlisted


def test_another_units_workbook_to_compare_with_is_told() -> None:
    def said(name: str, level: SummedLevel) -> list[str]:
        own, pack = PlainRecord({"单位.名称": (name, "0")}), load_pack()
        compared = department_of(own, level, pack)
        return list(about_owner(Path("a.xlsm"), own, compared, level, pack, roster))

    roster = Roster((Listed("丙局", row=2),))

    listed = replace(LEVEL, listed=True)
    assert "填的单位是“乙局”，汇总的是“甲局”" in said("乙局", listed)[0]
    assert said("甲局（本级）", listed) == said("甲 局", listed) == said("乙局", LEVEL) == []
    county = replace(LEVEL, name="某县", below=(listed,))  # its name is known to nobody
    assert "是和汇总里这个部门（计入 0 家）核对的，不是和“某县”核对" in said("甲局", county)[0]
    assert "填的单位是“丙局”，汇总的是“某县”，请核对" in said("丙局", county)[0]
    assert said("某县", county) == said("某县财政局", county) == []


def test_the_workbook_of_an_office_in_place_of_its_departments_is_told() -> None:
    office, other = Total({"收入.合计": Decimal(8)}), Total({"收入.合计": Decimal(2)})
    level = replace(LEVEL, members=(Member("甲局（本级）", office), Member("一所", other)), units=2)
    (said,) = about_member(Path("a.xlsm"), office, level)
    assert "与计入汇总的“甲局（本级）”完全相同" in said
    whole = Total({"收入.合计": Decimal(10)})
    assert list(about_member(Path("a.xlsm"), whole, level)) == []
    assert list(about_member(Path("a.xlsm"), office, replace(level, units=1))) == []


def test_of_two_levels_of_one_name_none_is_chosen_and_a_code_that_differs_is_no_match() -> None:
    listed, pack = replace(LEVEL, listed=True), load_pack()
    county = replace(LEVEL, name="某县", below=(listed,))

    def chosen(code: str, whole: SummedLevel) -> SummedLevel:
        own = PlainRecord({"单位.名称": ("甲局", "0"), "单位.编码": (code, "0")})
        return department_of(own, whole, pack)

    assert chosen("01", county) is listed
    assert chosen("02", county) is county
    twins = replace(county, below=(listed, replace(listed, code="03")))
    assert chosen("", twins) is twins


def gap(key: str, difference: str, sheet: str = "功能分类", *, amounts: bool = True) -> Finding:
    place = Place(sheet, "C5")
    found = Finding(key, Severity.ERROR, Outcome.INCONSISTENT, "", "", place=place, difference=difference)
    return replace(found, key=key, amounts=amounts)


WAN = BookUnit("万元", Decimal(10_000), Decimal(100), {})


def told(finding: Finding, *summed: str, unit: BookUnit = WAN) -> str:
    said = {"severity": "error", "key": "EXP-01", "difference": "1,234.00"}
    points = {**said, "key": "RATE-01", "difference": "2.00个百分点"}
    book = ExaminedBook("a.xlsm", "1", document={"unit": "元", "findings": [said, points]})
    row = Standing("甲局一所", "", Arrival.CAME, book="a.xlsm")
    errors = errors_of([(row, book)], {"元": Decimal(1)})
    return "".join(origins([finding], unit, errors, ("功能分类",), summed))


def test_an_error_that_a_unit_has_too_names_the_unit() -> None:
    assert "差 0.1234 万元：单位的工作簿里就不平（甲局一所 0.1234 万元）" in told(gap("EXP-01", "0.1234"))
    assert "差 0.50 万元：" in told(gap("EXP-01", "0.50"))
    assert "差 约12.35 万元：" in told(gap("EXP-01", "12.345678"), unit=replace(WAN, summed=2))


def test_of_a_unit_that_is_a_sum_itself_transfers_are_thought_of() -> None:
    wrong = gap("EXP-01", "0.1234")
    assert "本身是汇总出来的工作簿，差的可能是行上没有抵销的内部往来" in told(wrong, "甲局一所")
    assert "汇总出来的" not in told(wrong) + told(wrong, "乙局")
    assert "汇总出来的" not in told(gap("EXP-01", "0.1234", "收支总表"), "甲局一所")


def test_a_sum_that_is_called_after_its_folder_is_told() -> None:
    tops = Roster((Listed("甲局", "1", row=2), Listed("乙局", "2", row=3)))
    folder = replace(LEVEL, name="各单位上报")
    assert "最上面一级有 2 个单位，工作簿和报告里写的是文件夹名“各单位上报”。请用 --name" in "".join(
        about_name(folder, "", tops)
    )
    assert "没有给出汇总后的单位名称，工作簿" in "".join(about_name(folder, "", None))
    assert list(about_name(folder, "某县", tops)) == []
    assert list(about_name(replace(LEVEL, listed=True), "", tops)) == []


def test_a_department_of_which_nothing_is_added_up_is_told() -> None:
    units = (("甲局", "1", ""), ("甲局一所", "11", "1"), ("乙局", "2", ""), ("乙局一所", "21", "2"))
    roster = Roster(tuple(Listed(*unit, row=row) for row, unit in enumerate(units)))
    own = replace(LEVEL, name="甲局", code="1", listed=True)
    (left,) = about_left_departments(replace(LEVEL, name="上报", below=(own,)), roster)
    assert left.startswith("“乙局”和下属单位都没有可以计入的工作簿，没有另出一本")
    other = replace(own, name="乙局", code="2")
    assert list(about_left_departments(replace(LEVEL, name="上报", below=(own, other)), roster)) == []


def test_what_no_unit_has_and_what_is_no_amount_is_not_the_units() -> None:
    assert told(gap("FUNC-01", "-299.99")) == ""
    assert told(gap("EXP-01", "0.1234", amounts=False)) == ""  # persons, or points


def test_who_of_the_roster_is_not_added_up_is_told() -> None:
    units = [Listed(name, row=row) for row, name in enumerate(("一所", "二所", "三所"), 2)]
    came = Standing("一所", "", Arrival.CAME, listed=units[0], book="1.xlsm")
    copy = replace(came, arrival=Arrival.COPY, book="2.xlsm")
    broken = Standing("二所", "", Arrival.UNREADABLE, listed=units[1], book="3.xls")
    missing = Standing("三所", "", Arrival.MISSING, listed=units[2])
    roster = Roster(tuple(units))
    (said,) = about_missing([came, copy, broken, missing], {"1.xlsm"}, roster)
    assert "应报的 3 家，计入 1 家，没有计入 2 家：二所（打不开）、三所（未报）。" in said
    assert list(about_missing([came, copy], {"1.xlsm"}, roster)) == []
    assert list(about_missing([missing], set(), None)) == []


def test_points_and_persons_of_a_unit_are_no_amounts() -> None:
    lost = {"severity": "error", "key": "SCORE-04", "difference": "2", "amounts": False}
    book = ExaminedBook("a.xlsm", "1", document={"unit": "万元", "findings": [lost]})
    row = Standing("甲局一所", "", Arrival.CAME, book="a.xlsm")
    assert errors_of([(row, book)], {"万元": Decimal(10_000)}) == {}
