"""The classification code lists: well-formed, no code without its parents, as long as the originals."""

from collections import Counter

import pytest

from jixiao.model.listed_codes import TOP, parent_of
from jixiao.pack.codes import CodeList
from jixiao.pack.form import Form
from jixiao.pack.loading import DEFAULT, data_folder
from jixiao.pack.toml_file import read_toml

TEMPLATES = data_folder("workbook_templates")
FUNCTIONAL = read_toml(TEMPLATES / "codes" / "functional.toml", CodeList)
ECONOMIC = read_toml(TEMPLATES / "codes" / "economic.toml", CodeList)

both = pytest.mark.parametrize("codes", [FUNCTIONAL, ECONOMIC], ids=["functional", "economic"])


def test_each_list_bears_the_title_that_the_form_knows_it_by():
    for title, file in read_toml(TEMPLATES / DEFAULT / "form.toml", Form).lists.items():
        assert read_toml(TEMPLATES / "codes" / file, CodeList).title == title


def test_functional_codes_have_three_levels_and_economic_codes_two():
    assert {len(code) for code in FUNCTIONAL.codes} == {3, 5, 7}
    assert {len(code) for code in ECONOMIC.codes} == {3, 5}


@both
def test_the_parent_of_every_code_is_listed(codes):
    orphans = [code for code in codes.codes if len(code) > 3 and code[:-2] not in codes.codes]
    assert orphans == []


@both
def test_codes_stand_in_the_order_of_the_book(codes):
    assert list(codes.codes) == sorted(codes.codes)


@both
def test_names_are_written_without_blanks_and_half_width_brackets(codes):
    assert [name for name in codes.codes.values() if set(name) & set(" ()\t\n")] == []


@both
def test_every_entry_and_every_complete_level_has_its_dates_and_its_source(codes):
    assert all(part.source and part.since <= part.until for part in (*codes.entries, *codes.complete))
    assert codes.years == (2022, max(part.until.year for part in codes.entries))


@both
def test_a_complete_level_has_something_below(codes):
    below = {parent_of(code) for code in codes.codes}
    assert set(codes.codes.complete) <= below


def test_the_economic_list_is_complete_below_every_class_and_the_functional_one_where_it_says_so():
    assert set(ECONOMIC.levels) == {TOP, *(code for code in ECONOMIC.codes if len(code) == 3)}
    assert set(FUNCTIONAL.levels) == {TOP, "20805", "21011", "22102"}


def test_a_code_holds_in_the_years_of_its_dates():
    assert FUNCTIONAL.codes.name_in("20139", 2024) == "社会工作事务"
    assert FUNCTIONAL.codes.name_in("20139", 2023) == ""
    assert FUNCTIONAL.codes.name_in("22006", 2024) == "耕地保护考核奖惩基金支出"  # since a day in March
    assert str(FUNCTIONAL.periods["22006"].since) == "2024-03-29"


def test_the_codes_of_schools_hospitals_bureaus_and_townships_are_listed():
    daily = (
        *("2010301", "2010302", "2013101", "2050201", "2050204", "20508", "2050803", "2080208", "2080899"),
        *("2082102", "2100302", "2100408", "2100409", "2101399", "2120899", "2130705", "21305", "2210105"),
        *("2240106", "2296002", "2299999"),
    )
    assert [code for code in daily if code not in FUNCTIONAL.codes] == []


def test_every_class_and_every_economic_code_is_checked():
    assert [
        code for code in FUNCTIONAL.codes if len(code) == 3 and not FUNCTIONAL.codes.is_checked(code)
    ] == []
    assert all(entries.checked for entries in ECONOMIC.entries)


def test_economic_classes_have_as_many_items_as_the_final_accounts_export():
    counts = Counter(code[:3] for code in ECONOMIC.codes if len(code) == 5)
    expected = {"301": 13, "302": 27, "303": 12, "307": 4, "309": 12, "310": 16, "311": 2, "312": 5, "313": 3}
    assert counts == expected | {"399": 5}


def test_functional_classes_are_all_there_and_the_unused_numbers_are_not():
    classes = {int(code) for code in FUNCTIONAL.codes if len(code) == 3}
    assert classes == set(range(201, 235)) - {218, 225, 226, 228}


def test_what_is_not_certain_is_marked_or_left_out():
    for code in ("20140", "2100301", "20508", "2080208"):
        assert FUNCTIONAL.codes[code]
        assert not FUNCTIONAL.codes.is_checked(code)
        assert FUNCTIONAL.periods[code].vouched_until == "待核对"
    assert not {"31206", "39906"} & ECONOMIC.codes.keys()  # after 2023, until 2020


def test_the_usual_code_of_a_social_insurance_agency_is_listed():
    assert FUNCTIONAL.codes["2080109"] == "社会保险经办机构"
