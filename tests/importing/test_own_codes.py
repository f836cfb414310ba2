"""Codes that no list has are entered as the unit's own, but not those that a list would have."""

from __future__ import annotations

from importing.readings import ACCOUNTS
from importing.regions_of_rows import GUIDE

from jixiao.importing.own_codes import with_own_codes
from jixiao.model.filling import Filling


def rows(*codes: tuple[str, str]) -> tuple[Filling, ...]:
    return tuple(Filling({"支出决算.编码": code, "支出决算.名称": name}) for code, name in codes)


def own(*codes: tuple[str, str]) -> list[tuple[object, ...]]:
    groups = with_own_codes({"支出决算": rows(*codes)}, 2024, ACCOUNTS, GUIDE.own_codes, [])
    return [tuple(row.entries.values()) for row in groups.get("自有科目", ())]


def test_a_code_that_the_list_lacks_is_entered_once_with_its_name():
    assert own(("208", "社会保障和就业支出"), ("2089977", "某项支出"), ("2089977", "别名")) == [
        ("2089977", "某项支出")
    ]


def test_a_code_of_a_level_of_which_every_code_is_listed_is_wrong_and_left_out():
    assert own(("299", "没有这一类")) == []


def test_without_such_codes_there_is_no_table():
    assert with_own_codes({}, 2024, ACCOUNTS, GUIDE.own_codes, []) == {}


def test_codes_for_which_there_is_no_room_are_told():
    codes = [(str(2080501 + number), "某项支出") for number in range(90)]
    remarks: list[str] = []
    groups = {"支出决算": rows(*codes)}
    taken = with_own_codes(groups, 2024, ACCOUNTS, GUIDE.own_codes, remarks)["自有科目"]
    assert len(taken) == 60
    assert "“自有科目”只有 60 行" in remarks[0]
    assert with_own_codes({"支出决算": rows(*codes[:50])}, 2024, ACCOUNTS, GUIDE.own_codes, [])
