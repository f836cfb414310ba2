"""Errors of a sum that are not to be mended in it."""

from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook, PlainRecord
from jixiao.desk.rollup.eliminating import Eliminated
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.members_said import about_errors, about_owner, about_strangers
from jixiao.desk.rollup.origins import errors_of, origins
from jixiao.desk.rollup.total import Total
from jixiao.desk.standing import Arrival, Review, Standing
from jixiao.model.fact import Place
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.loading import load_pack

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
        return list(about_owner(Path("a.xlsm"), PlainRecord({"单位.名称": (name, "0")}), level, load_pack()))

    listed = replace(LEVEL, listed=True)
    assert "填的单位是“乙局”，汇总的是“甲局”" in said("乙局", listed)[0]
    assert said("甲局（本级）", listed) == said("甲 局", listed) == said("乙局", LEVEL) == []


def gap(key: str, difference: str, sheet: str = "功能分类", *, amounts: bool = True) -> Finding:
    place = Place(sheet, "C5")
    found = Finding(key, Severity.ERROR, Outcome.INCONSISTENT, "", "", place=place, difference=difference)
    return replace(found, key=key, amounts=amounts)


def told(finding: Finding) -> str:
    said = {"severity": "error", "key": "EXP-01", "difference": "1,234.00"}
    points = {**said, "key": "RATE-01", "difference": "2.00个百分点"}
    book = ExaminedBook("a.xlsm", "1", document={"unit": "元", "findings": [said, points]})
    row = Standing("甲局一所", "", Arrival.CAME, book="a.xlsm")
    errors = errors_of([(row, book)], {"元": Decimal(1)})
    return "".join(origins([finding], Decimal(10_000), LEVEL, errors, ("功能分类",)))


def test_an_error_that_a_unit_has_too_names_the_unit() -> None:
    assert "差 1,234.00 元：单位的工作簿里就不平（甲局一所 1,234.00 元）" in told(gap("EXP-01", "0.1234"))
    assert "本身是汇总出来的工作簿，差的可能是行上没有抵销的内部往来" in told(gap("EXP-01", "0.1234"))
    assert "汇总出来的" not in told(gap("EXP-01", "0.1234", "收支总表"))


def test_what_was_taken_out_of_no_row_is_no_slip() -> None:
    assert "是内部往来的抵销数" in told(gap("FUNC-01", "-299.99"))
    assert told(gap("FUNC-01", "-299.90")) == ""  # rounding does not explain it
    assert told(gap("ECON-01", "-300.00", "经济分类")) == ""
    assert told(gap("FUNC-01", "-299.99", amounts=False)) == ""  # persons, or points


def test_points_and_persons_of_a_unit_are_no_amounts() -> None:
    lost = {"severity": "error", "key": "SCORE-04", "difference": "2", "amounts": False}
    book = ExaminedBook("a.xlsm", "1", document={"unit": "万元", "findings": [lost]})
    row = Standing("甲局一所", "", Arrival.CAME, book="a.xlsm")
    assert errors_of([(row, book)], {"万元": Decimal(10_000)}) == {}
