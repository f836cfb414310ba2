"""A code list binds where it vouches for an entry or a level; elsewhere it only asks to look the code up."""

from __future__ import annotations

import re
from itertools import product

import pytest

from jixiao.checks.confront import confront
from jixiao.model.listed_codes import parent_of
from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check
from jixiao.pack.codes import CodeList
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pack.pack import Pack

PACKS = {name: load_pack(name) for name in pack_names()}
CHECKED = [name for name, pack in PACKS.items() if any("CODENAME" in c.data.relation for c in pack.checks)]
TABLES = sorted((name, table) for name in CHECKED for table in PACKS[name].code_tables)
every_table = pytest.mark.parametrize(("pack", "table"), TABLES)
INCOMPLETE = {"功能分类科目": "20897", "经济分类科目": "39997"}  # nothing is said of 399 from 2024 on


def speaks_of_codes(check: Check) -> bool:
    relation = check.data.relation
    return "CODENAME" in relation or "XLOOKUP" in relation or re.search(r"编码\)? = 1", relation) is not None


def weights(name: str, table: str, year: object, code: str, said: str, **own: str) -> list[str]:
    """The severities with which the lists are not content with a row; `own` is a row of 自有科目."""
    pack = PACKS[name]
    given = {"单位.年度": str(year), f"{table}.编码": [code], f"{table}.名称": [said]}
    given |= {f"自有科目.{column}": [value] for column, value in own.items()}
    record = record_of_example({term: value for term, value in given.items() if value}, pack, 1)
    checks = [
        check for check in pack.checks if speaks_of_codes(check) and f"{table}.编码" in check.relation.terms
    ]
    verdicts = confront(record, checks, pack.vocabulary, pack.names_of_codes)
    return [v.check.data.severity for v in verdicts if v.outcome is Outcome.INCONSISTENT]


def list_of(name: str, table: str) -> CodeList:
    pack: Pack = PACKS[name]
    return pack.codes[pack.code_tables[table].title]


@every_table
def test_a_listed_code_has_its_name_in_its_years(pack: str, table: str):
    codes = list_of(pack, table)
    for code in list(codes.codes.years)[::20]:
        first, last = codes.codes.years[code]
        for year in (first, last):
            assert weights(pack, table, year, code, codes.codes[code]) == []
            assert weights(pack, table, year, code, "别的名称") == ["error"]
        for year in (first - 1, last + 1, ""):
            assert weights(pack, table, year, code, codes.codes[code]) == []
            assert weights(pack, table, year, code, "别的名称") == ["warning"]


@pytest.mark.parametrize("pack", CHECKED)
def test_a_name_that_nobody_has_checked_accuses_nobody(pack: str):
    for table in (each for name, each in TABLES if name == pack):
        codes = list_of(pack, table)
        unchecked = [code for code in codes.codes if not codes.codes.is_checked(code)]
        for code, year in product(unchecked[::50], (2019, 2023, 2026, "")):
            assert weights(pack, table, year, code, codes.codes[code]) == []
            assert weights(pack, table, year, code, "别的名称") == ["note"]
            assert weights(pack, table, year, code, "别的名称", 编码=code, 名称="别的名称") == []


@every_table
def test_an_unknown_code_is_a_finding_only_where_the_list_is_complete(pack: str, table: str):
    codes = list_of(pack, table)
    for parent, (first, last) in codes.codes.complete.items():
        unknown = "901" if parent == "类" else f"{parent}97"
        known = weights(pack, table, first, unknown, "某科目")
        assert known == (["error"] if parent == "类" else ["warning"])
        assert weights(pack, table, last + 1, unknown, "某科目") == ["note"]
        assert weights(pack, table, "", unknown, "某科目") == ["note"]


@every_table
def test_an_unknown_code_is_a_note_where_the_list_is_not_complete(pack: str, table: str):
    code = INCOMPLETE[list_of(pack, table).title]
    year = 2023 if parent_of(code) not in list_of(pack, table).levels else 2024
    assert weights(pack, table, year, code, "某科目") == ["note"]


@every_table
def test_a_code_of_the_unit_is_known_and_its_name_is_compared(pack: str, table: str):
    code = INCOMPLETE[list_of(pack, table).title]
    assert weights(pack, table, 2023, code, "某科目", 编码=code, 名称="某科目") == []
    assert weights(pack, table, 2023, code, "某科目", 编码=code, 名称="另一个") == ["error"]


@every_table
def test_the_unit_knows_a_name_better_than_the_list(pack: str, table: str):
    codes = list_of(pack, table).codes
    code = next(iter(codes))
    assert weights(pack, table, 2023, code, "新名称", 编码=code, 名称="新名称") == []
    assert weights(pack, table, 2023, code, codes[code], 编码=code, 名称="新名称") == ["error"]


@pytest.mark.parametrize("table", ["收入决算", "一般公共", "政府性基金", "国资"])
def test_a_code_that_no_list_has_bears_one_name_in_all_tables(table: str):
    pack = PACKS["department-final-accounts"]
    given = {"支出决算.编码": ["2059797"], "支出决算.名称": ["学前教育"], f"{table}.编码": ["2059797"]}
    for name, found in (("学前教育", []), ("幼儿教育", [f"E45-一名-{table}"])):
        record = record_of_example({**given, f"{table}.名称": [name]}, pack, 1)
        verdicts = confront(record, pack.checks, pack.vocabulary, pack.names_of_codes)
        told = [v.check.data for v in verdicts if v.outcome is Outcome.INCONSISTENT]
        assert [data.id for data in told if data.id.startswith("E45-一名")] == found
