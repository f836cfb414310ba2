"""A code list binds within its years; before and after them it only asks to look the code up."""

from __future__ import annotations

import re

import pytest

from jixiao.checks.confront import confront
from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check
from jixiao.pack.codes import CodeList
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pack.pack import Pack

PACKS = {name: load_pack(name) for name in pack_names()}


def looked_up(check: Check) -> re.Match[str] | None:
    """The code list and the column of codes that a check speaks of."""
    return re.search(r'CODENAME\("(\w+)", (?:LEFT\()?(\w+)\.编码', check.data.relation)


TABLES = sorted(
    {(name, *found.groups()) for name, pack in PACKS.items() for c in pack.checks if (found := looked_up(c))}
)
every_table = pytest.mark.parametrize(("pack", "codes", "table"), TABLES)


def weights(pack: Pack, table: str, year: object, code: str, name: str) -> list[str]:
    """The severities with which the list is not content with a row."""
    given = {"单位.年度": str(year), f"{table}.编码": [code], f"{table}.名称": [name]}
    record = record_of_example({term: value for term, value in given.items() if value}, pack, 1)
    checks = [check for check in pack.checks if looked_up(check) and f"{table}.编码" in check.relation.terms]
    verdicts = confront(record, checks, pack.vocabulary, pack.names_of_codes)
    return [v.check.data.severity for v in verdicts if v.outcome is Outcome.INCONSISTENT]


def some_row(codes: CodeList) -> tuple[str, str]:
    return next((code, name) for code, name in codes.codes.items() if len(code) == 5)


@every_table
def test_within_the_years_a_differing_name_and_an_unknown_class_are_errors(pack: str, codes: str, table: str):
    found = PACKS[pack].codes[codes]
    for year in found.years:
        assert weights(PACKS[pack], table, year, some_row(found)[0], "别的名称") == ["error"]
        assert weights(PACKS[pack], table, year, "901", "别的名称") == ["error"]
        assert weights(PACKS[pack], table, year, f"{some_row(found)[0][:3]}97", "别的名称") == ["note"]


@every_table
def test_outside_the_years_nothing_that_the_list_says_is_an_error(pack: str, codes: str, table: str):
    found = PACKS[pack].codes[codes]
    for year in (found.years[0] - 1, found.years[1] + 1, ""):
        assert weights(PACKS[pack], table, year, some_row(found)[0], "别的名称") == ["warning"]
        assert weights(PACKS[pack], table, year, "901", "别的名称") == ["note"]


@every_table
def test_a_row_that_the_list_has_is_fine_in_any_year(pack: str, codes: str, table: str):
    found = PACKS[pack].codes[codes]
    for year in (found.years[0] - 1, *found.years, found.years[1] + 1):
        assert weights(PACKS[pack], table, year, *some_row(found)) == []


@every_table
def test_outside_the_years_the_finding_names_the_years_of_the_list(pack: str, codes: str, table: str):
    years = PACKS[pack].codes[codes].years_in_words
    checks = [check.data for check in PACKS[pack].checks if looked_up(check)]
    soft = [data for data in checks if data.severity != "error" and f"{table}.编码" in data.relation]
    assert len(soft) == 3
    assert all(years in f"{data.says}{data.mend}" for data in soft)
