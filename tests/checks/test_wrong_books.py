"""Books that are wrong although every sum in them is right: each of these was quiet once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checks.test_kinds_of_money import broken, changed, inspected, sample
from msgspec.structs import replace
from profiles import profile

from jixiao.model.filling import Entry, Filling

SCHOOL = profile("school")  # every kind of money
DENIED = "没有的业务.三公经费"
ITEMS = ("三公经费", "公务用车", "公车购置", "公车运行维护", "出国经费", "公务接待")


def times(filling: Filling, term: str, factor: str) -> dict[str, str]:
    amount = filling.entries[term]
    return {term: str(float(str(amount)) * float(factor))}


def entered(filling: Filling, entries: dict[str, Entry], without: tuple[str, ...] = ()) -> Filling:
    kept = {term: value for term, value in filling.entries.items() if term not in without}
    return replace(filling, entries=kept | entries)


def only(filling: Filling, table: str, keep: Callable[[Filling], bool]) -> Filling:
    rows = tuple(row for row in filling.groups[table] if keep(row))
    return replace(filling, groups={**filling.groups, table: rows})


def test_receptions_are_in_the_accounts_although_the_unit_denies_them():
    assert "DATA-45" not in broken(SCHOOL)
    blank = tuple(f"{column}.{item}" for column in ("上年决算", "本年预算", "本年决算") for item in ITEMS)
    assert broken(entered(SCHOOL, {DENIED: "无"}, blank)) == {"DATA-45"}


def test_receptions_are_in_the_accounts_although_the_data_sheet_has_zeros():
    assert broken(changed(SCHOOL, {f"本年决算.{item}": "0" for item in ITEMS})) == {"DATA-46"}


@pytest.mark.parametrize(
    ("term", "check"),
    [
        ("本年决算.公务接待", "DATA-32"),
        ("本年决算.公车运行维护", "DATA-34"),
        ("本年决算.水费", "DATA-38"),
        ("本年决算.电费", "DATA-39"),
        ("本年决算.差旅费", "DATA-40"),
        ("本年决算.会议费", "DATA-41"),
        ("本年决算.培训费", "DATA-42"),
        ("本年决算.办公经费", "DATA-43"),
        ("上年一般公共预算.收入", "SIZE-03-一般公共预算.收入"),
        ("上年一般公共预算.支出", "SIZE-03-一般公共预算.支出"),
        ("上年收入.事业", "SIZE-03-收入.事业"),
        ("上年收入.政府性基金", "SIZE-03-收入.政府性基金"),
        ("基本支出预算.人员经费", "SIZE-03-基本支出.人员经费"),
        ("基本支出预算.公用经费", "SIZE-03-基本支出.公用经费"),
    ],
)
@pytest.mark.parametrize("factor", ["0.09", "11"])
def test_a_slipped_point_is_found_with_several_kinds_of_money(term: str, check: str, factor: str):
    assert check not in broken(SCHOOL)
    assert check in broken(changed(SCHOOL, times(SCHOOL, term, factor)))


@pytest.mark.parametrize("part", ["0.5", "1"])
def test_an_item_of_the_general_budget_or_of_all_money_or_between_is_right(part: str):
    code = next(row for row in SCHOOL.groups["经济分类"] if row.entries["经济分类.编码"] == "30206")
    whole, general = (
        float(str(code.entries[f"经济分类.{column}"])) for column in ("基本支出", "一般公共预算基本支出")
    )
    assert whole > general
    told = general + (whole - general) * float(part)
    assert "DATA-39" not in broken(changed(SCHOOL, {"本年决算.电费": f"{told:.2f}"}))


def test_projects_that_are_not_listed_are_asked_for():
    def money(row: Filling) -> Entry:
        return row.entries.get("项目明细.资金来源", "")

    assert {"GPB-24", "GPB-27"} <= broken(only(SCHOOL, "项目明细", lambda row: money(row) != "单位资金"))
    assert "GPB-25" in broken(only(SCHOOL, "项目明细", lambda row: money(row) != "政府性基金"))
    assert "GPB-26" in broken(only(SCHOOL, "项目明细", lambda row: money(row) != "国有资本经营"))


def test_projects_of_last_year_are_not_more_than_there_were():
    name = str(SCHOOL.groups["项目明细"][0].entries["项目明细.项目名称"])
    assert broken(changed(SCHOOL, {}, {name: {"项目明细.上年支出数": "99999999"}})) == {"GPB-28"}


@pytest.mark.parametrize(("term", "check"), [("年初结转结余", "BAL-03"), ("年末结转结余", "BAL-04")])
def test_the_carry_over_of_a_fund_is_the_units_too(term: str, check: str):
    more = {"政府性基金.年初结转结余": "99999999", "政府性基金.年末结转结余": "99999999"}
    assert check in broken(changed(SCHOOL, {f"政府性基金.{term}": more[f"政府性基金.{term}"]}))


def test_more_staff_of_a_kind_than_posts_of_it_is_found_though_the_total_is_right():
    staff = {"编制数.全额": "200", "编制数.差额": "10"}
    assert broken(changed(SCHOOL, staff)) == {"STAFF-05-全额"}


def test_an_outline_with_annexes_of_projects_asks_for_their_evaluations():
    none = replace(profile("health"), groups={**profile("health").groups, "项目自评": (), "项目指标": ()})
    assert broken(none) == {"PROJ-14"}


def test_projects_without_evaluation_are_one_remark(tmp_path: Path):
    kinds = ("一般公共预算", "政府性基金")  # the names of the others are not like these
    some = only(SCHOOL, "项目自评", lambda row: str(row.entries["项目自评.项目名称"]).startswith(kinds))
    some = only(some, "项目指标", lambda row: str(row.entries["项目指标.项目名称"]).startswith(kinds))
    (found,) = (one for one in inspected(some, tmp_path).findings if one.id == "PROJ-07")
    lacking = len(SCHOOL.groups["项目自评"]) - len(some.groups["项目自评"])
    assert f"没有自评的项目有{lacking}个：国有资本经营安排的第1个项目、财政专户安排的" in found.message


def test_of_three_figures_the_outstanding_one_is_named_with_its_amount(tmp_path: Path):
    found = inspected(changed(sample(), {"本年预算.差旅费": "99.9"}), tmp_path).findings
    (size,) = (one for one in found if one.id == "SIZE-01-差旅费")
    assert (size.place.cell, size.stated, size.expected, size.difference) == ("C24", "99.90", "", "")
    assert "中，“差旅费（本年预算数）”与其余相差约" in size.message
    assert "、99.90万元、" in size.message


def test_a_unit_without_last_year_compares_nothing_with_it():
    last = tuple(term for term in SCHOOL.entries if term.startswith(("上年", "一般公共预算增减原因")))
    rows = tuple(
        replace(row, entries={t: v for t, v in row.entries.items() if t != "项目明细.上年支出数"})
        for row in SCHOOL.groups["项目明细"]
    )
    new = entered(SCHOOL, {"没有的业务.上年数": "无"}, last)
    assert broken(replace(new, groups={**new.groups, "项目明细": rows})) == set()


def test_a_project_whose_name_is_written_otherwise_stands_alone(tmp_path: Path):
    first, *others = SCHOOL.groups["项目自评"]
    other = replace(first, entries={**first.entries, "项目自评.项目名称": "一般公共预算安排第1个项目"})
    written = replace(SCHOOL, groups={**SCHOOL.groups, "项目自评": (other, *others[:-2])})
    found = [one.message for one in inspected(written, tmp_path).findings if one.id == "PROJ-07"]
    assert any("没有自评的项目有2个" in message for message in found)
    told = inspected(written, tmp_path).findings
    assert any("像是同一个名称写得不一样" in one.message and not one.follows for one in told)
