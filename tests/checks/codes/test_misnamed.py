"""The name beside a code says which code was meant, where no sum does."""

from __future__ import annotations

import pytest
from balanced import PACK, Year, record_of
from msgspec.structs import replace

from jixiao.checks.confront import confront
from jixiao.checks.suspected import suspected_codes
from jixiao.model.fact import Record
from jixiao.model.hint import Pasted
from jixiao.model.outcome import Severity

NAME = "用于教育事业的彩票公益金支出"
TABLE = "功能分类"


def told(code: str, name: str) -> list[str]:
    """What is told of a row with that code and name below the others of a sound year."""
    year = record_of(Year(1).filling(), "元")
    rows = year.groups[TABLE]
    fields = dict(rows[-1].fields)
    for column, text in {"编码": code, "名称": name}.items():
        fields[f"{TABLE}.{column}"] = replace(fields[f"{TABLE}.{column}"], value=text)
    record = Record(year.fields, {**year.groups, TABLE: (*rows, replace(rows[-1], fields=fields, key=code))})
    checks = [check for check in PACK.checks if check.data.severity == "note" and check.path == (TABLE,)]
    verdicts = confront(record, checks, PACK.vocabulary, PACK.names_of_codes)
    found = suspected_codes(verdicts, (), Pasted(record), PACK).findings
    assert all(one.severity is Severity.WARNING for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize("code", ["2296040", "2296006"])  # of no code, and of another
def test_a_code_that_is_a_slip_from_the_one_of_its_name_is_told(code: str):
    assert told(code, NAME) == [f"“科目编码”填 {code}，名称“{NAME}”是 2296004 的，像是 2296004 打错。"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2296004", NAME),
        ("2296040", "县里另设的彩票支出"),
        ("2019901", "行政运行"),  # the name of many codes
        ("2119999", NAME),
    ],
)
def test_other_codes_and_names_stay_notes(code: str, name: str):
    assert told(code, name) == []
