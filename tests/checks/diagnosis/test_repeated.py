"""A wrong figure that was copied to the next level: both cells are named, not the totals that are right."""

from __future__ import annotations

from checks.sheets import YUAN, sheet

from jixiao.checks.diagnosis.hints import hints


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
