"""Blank totals that their parts make out: which are offered, and with what figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks.sheets import VOCABULARY, sheet
from msgspec.structs import replace
from profiles import PROFILES, profile
from typing_effort import PACK, effort, facts_of, named, network_of, record_of, totals, without

from jixiao.checks.offered_totals import offered_totals
from jixiao.model.filling import Filling
from jixiao.model.term import Group

GROUPS = {"明细": Group("明细", ("明细",), ("明细.名称", "明细.金额", "明细.预算"), "明细.名称")}
SUM = "合计 = 一 + 二"
TABLE = "合计 = SUM(明细.金额)"


def offered(*relations: str, rows: list[dict[str, str]] | None = None, **cells: str) -> dict[str, Decimal]:
    book = sheet(*relations, rows=rows or [], **cells)
    return {offer.fact.term: offer.value for offer in offered_totals(book.network, GROUPS)}


def test_a_blank_total_is_what_its_parts_come_to():
    assert offered(SUM, 一="1.00", 二="2.00") == {"合计": Decimal("3.00")}


def test_parts_that_are_zero_come_to_zero():
    assert offered(SUM, 一="0", 二="0") == {"合计": Decimal(0)}


@pytest.mark.parametrize("typed", ["3.00", "0", "9.00"])
def test_what_is_typed_is_never_offered_anew(typed: str):
    assert offered(SUM, 一="1.00", 二="2.00", 合计=typed) == {}


def test_a_total_waits_for_its_last_part():
    assert offered(SUM, 一="1.00") == {}


def test_an_optional_part_that_is_blank_is_nothing_beside_others(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(VOCABULARY, "二", replace(VOCABULARY["二"], optional=True))
    assert offered(SUM, 一="1.00") == {"合计": Decimal("1.00")}
    assert offered(SUM, "总计 = 合计", 一="1.00", 总计="3.00") == {}
    assert offered(SUM, 二="2.00") == {}
    assert offered(SUM) == {}


def test_headcounts_of_a_unit_without_civil_servants_have_their_total():
    counts = {
        f"编制数.{name}": Decimal(number) for name, number in (("全额", 27), ("差额", 1), ("自收自支", 3))
    }
    found = offered_totals(network_of(record_of(Filling(counts), PACK)), PACK.groups)
    assert {offer.fact.term: offer.value for offer in found} == {"编制数.合计": Decimal(31)}


def test_a_difference_and_a_pair_are_no_totals():
    assert offered("合计 = 一 - 二", 一="3.00", 二="2.00") == {}
    assert offered("合计 = 总计", 总计="2.00") == {}


def test_two_sums_must_agree():
    cells = {"一": "1.00", "二": "2.00", "三": "1.00", "四": "2.00"}
    assert offered(SUM, "合计 = 三 + 四", **cells) == {"合计": Decimal("3.00")}
    assert offered(SUM, "合计 = 三 + 四", **cells | {"四": "5.00"}) == {}


def test_a_total_that_would_contradict_another_cell_is_not_offered():
    assert offered(SUM, "总计 = 合计", 一="1.00", 二="2.00", 总计="3.00") == {"合计": Decimal("3.00")}
    assert offered(SUM, "总计 = 合计", 一="1.00", 二="2.00", 总计="8.00") == {}


def test_a_total_of_totals_comes_after_them():
    found = offered("总计 = 合计 + 三", SUM, 一="1.00", 二="2.00", 三="4.00")
    assert found == {"合计": Decimal("3.00"), "总计": Decimal("7.00")}


def test_a_blank_beside_other_figures_of_its_row_is_nothing_and_a_blank_row_is_awaited():
    one, bare = {"名称": "甲", "金额": "1.00"}, {"名称": "乙"}
    assert offered(TABLE, rows=[one, {"名称": "乙", "预算": "5.00"}]) == {"合计": Decimal("1.00")}
    assert offered(TABLE, rows=[one, bare]) == {}
    assert offered(TABLE) == {}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", PROFILES)
def test_what_is_offered_is_what_an_accountant_would_have_typed(name: str, seed: int):
    filling = profile(name, seed)
    typed = facts_of(record_of(filling, PACK))
    found = totals(filling)
    assert {place: offer.value for place, offer in found.items()} == {
        place: typed[place].number for place in found
    }


@pytest.mark.parametrize("name", PROFILES)
def test_names_and_totals_that_stay_blank_change_no_fact_but_their_own(name: str):
    filling = profile(name)
    gone = {*named(filling)}
    before, after = (
        facts_of(record_of(each, PACK)) for each in (filling, without(filling, gone.__contains__))
    )
    assert {place: fact.value for place, fact in before.items()} == {
        place: fact.value for place, fact in after.items()
    }


def test_a_school_with_thirty_projects_types_fewer_cells():
    found = effort("school")
    assert found.entries == 715
    assert found.typed <= 569
