"""A wrong figure that was copied to the next level: both cells are named, not the totals that are right."""

from __future__ import annotations

from decimal import Decimal

from balanced import PACK, record_of
from checks.sheets import YUAN, sheet
from msgspec.structs import replace
from profiles import profile

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.diagnosis import diagnose
from jixiao.checks.diagnosis.hints import hints
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.unit import Unit
from jixiao.model.fact import Record

TABLE = "功能分类"


def test_a_digit_lost_in_two_levels_names_both_cells():
    book = sheet(
        "总计 = 合计 + 四",
        "合计 = 一",
        "一 = 二 + 三",
        合计="1066.51",
        一="1066.51",
        二="10000.00",
        三="661.51",
        四="5.00",
        总计="10666.51",
    )
    first, *_ = (one for hint in hints(book.network, YUAN).values() for one in hint.suggestions)
    assert {one.label for one in first.corrections} == {"合计", "一"}
    assert {one.needed for one in first.corrections} == {"10661.51"}
    assert (
        "都填 1,066.51，若都为 10,661.51 则2项全部相符，像是漏打了一个数字，又照抄了一遍。" in first.message
    )


def test_groups_that_the_same_two_cells_explain_are_one_slip():
    health = record_of(profile("health"), "万元")
    rows = tuple(
        _with_lost_digit(row) if row.key in ("221", "22102") else row for row in health.groups[TABLE]
    )
    record = replace(health, groups={**health.groups, TABLE: rows})
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    [found] = diagnose(Network(verdicts, PACK.formulas), Unit("万元", Decimal(10000)))
    assert len(found.positions) == 4
    assert len(found.explanations[0].cells) == 2


def _with_lost_digit(row: Record) -> Record:
    """Of 141.89 the second digit."""
    amount = row.fields[f"{TABLE}.金额"]
    text = str(amount.number)
    wrong = replace(amount, value=Decimal(text[0] + text[2:]))
    return replace(row, fields={**row.fields, f"{TABLE}.金额": wrong})
