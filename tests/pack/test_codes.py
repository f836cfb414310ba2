"""The classification code lists: well-formed, no code without its parents, as long as the originals."""

from collections import Counter

import pytest
from msgspec import structs

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


def test_only_the_economic_list_claims_to_be_complete():
    assert ECONOMIC.complete
    assert not FUNCTIONAL.complete


def test_economic_classes_have_as_many_items_as_the_final_accounts_export():
    counts = Counter(code[:3] for code in ECONOMIC.codes if len(code) == 5)
    expected = {"301": 13, "302": 27, "303": 12, "307": 4, "309": 12, "310": 16, "311": 2, "312": 5, "313": 3}
    assert counts == expected | {"399": 5}


def test_functional_classes_are_all_there_and_the_unused_numbers_are_not():
    classes = {int(code) for code in FUNCTIONAL.codes if len(code) == 3}
    assert classes == set(range(201, 235)) - {218, 225, 226, 228}


@both
def test_codes_of_later_years_are_left_out(codes):
    later = {"20139": 2024, "20140": 2024, "31206": 2024}
    first_years = [year for code, year in later.items() if code in codes.codes]
    assert all(year <= codes.years[1] for year in first_years)
    assert "39906" not in codes.codes  # until 2020


def test_the_usual_code_of_a_social_insurance_agency_is_listed():
    assert FUNCTIONAL.codes["2080109"] == "社会保险经办机构"


@pytest.mark.parametrize(
    ("years", "said"),
    [((2022, 2022), "2022"), ((2022, 2024), "2022、2023、2024"), ((2022, 2025), "2022至2025")],
)
def test_a_sentence_names_few_years_one_by_one(years, said):
    assert structs.replace(FUNCTIONAL, years=years).years_in_words == said
