"""A reason for a change that only says that the figures are right is told; one that says why is not."""

from __future__ import annotations

import pytest
from balanced import Year, record_of
from msgspec.structs import replace

from jixiao.checks.acceptance import without_fillers
from jixiao.checks.confront import confront
from jixiao.model.outcome import Outcome
from jixiao.pack.loading import load_pack

PACK = load_pack()
CELL = "一般公共预算增减原因.支出"
CHECKS = [check for check in PACK.checks if check.data.id == "REASON-02"]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("情况属实", True),
        ("情况属实，已核对", True),
        ("同上。", True),
        ("详见附件1", True),
        ("见附件：县财预〔2022〕18号批复", False),
        ("情况属实，人员减少", False),
        ("压减项目支出", False),
    ],
)
def test_a_word_that_gives_no_reason_is_told(reason: str, told: bool):
    year = record_of(Year(3).filling("万元"), "万元")
    last = year.fields["上年一般公共预算.支出"]
    fields = {**year.fields, CELL: replace(year.fields[CELL], value=reason)}
    fields[last.term] = replace(last, value=last.number + 10000)
    verdicts = confront(replace(year, fields=fields), CHECKS, PACK.vocabulary, PACK.names_of_codes)
    (found,) = without_fillers(verdicts, PACK.fillers)
    assert (found.outcome is Outcome.INCONSISTENT) == told
