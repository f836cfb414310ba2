"""A condition is asked where it can change how a check comes out, and only there."""

from __future__ import annotations

import pytest
from checks.sheets import VOCABULARY, check, sheet
from msgspec.structs import replace

from jixiao.checks.conditions import Conditions
from jixiao.model.fact import State
from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check, bind_check
from jixiao.relation.comparison import Comparison, judge
from jixiao.relation.scope import Scope

ROWS = [
    {"名称": "甲", "金额": "3.00", "预算": "3.00"},
    {"名称": "乙", "金额": "5.00", "预算": "4.00"},
    {"名称": "丙", "预算": "1.00"},
]


def under(*when: str) -> Check:
    """A check of each row under conditions."""
    return bind_check(replace(check("明细.金额 <= 明细.预算").data, when=when), VOCABULARY, "checks.toml")


def asked(one: Check, *unreadable: str) -> tuple[list[Comparison | None], dict[str, int]]:
    """What keeps the check from each row, and in how many places each condition was asked."""
    record = sheet(rows=ROWS, 一="1.00").record
    for term in unreadable:
        record.fields[term] = replace(record.fields[term], state=State.TEXT)
    run = Conditions(Scope(record, VOCABULARY), {})
    found = run.obstacles(one)
    return found, {text: sum(each is not None for each in told) for (text, _), told in run.known.items()}


def test_behind_a_condition_that_fails_no_other_is_asked():
    found, places = asked(under("明细.金额 > 4", '明细.名称 = "乙"'))
    assert [each and each.reason for each in found] == ["不适用", None, "不适用"]
    assert places == {"明细.金额 > 4": 3, '明细.名称 = "乙"': 1}


def test_one_that_may_not_come_to_anything_is_asked_everywhere_and_counts_before_one_that_fails():
    found, places = asked(under("明细.金额 > 4", "明细.预算 / 明细.金额 > 0"))
    assert [each and each.reason for each in found] == ["不适用", None, "分母为零"]
    assert places["明细.预算 / 明细.金额 > 0"] == 3


def test_where_a_cell_cannot_be_read_all_are_asked():
    found, places = asked(under("明细.金额 > 4", "二 > 0"), "二")
    assert {each.reason for each in found if each} == {"单元格内容无法读取"}
    assert places == {"明细.金额 > 4": 3, "二 > 0": 1}


@pytest.mark.parametrize("unreadable", [(), ("一",), ("二",)])
@pytest.mark.parametrize(
    "when",
    [
        ("明细.金额 > 4",),
        ("一 > 0", "明细.金额 > 0"),
        ("一 > 4", "明细.金额 > 0"),
        ("明细.金额 > 4", "一 / 二 > 0", '明细.名称 <> "甲"'),
        ('明细.名称 <> "甲"', "一 / 明细.金额 > 0", "二 = 0"),
    ],
)
def test_it_comes_to_what_asking_all_of_them_in_each_row_comes_to(when, unreadable):
    record = sheet(rows=ROWS, 一="1.00").record
    for term in unreadable:
        record.fields[term] = replace(record.fields[term], state=State.TEXT)
    one, root = under(*when), Scope(record, VOCABULARY)
    run = Conditions(root, {})
    for scope, obstacle in zip(root.each(one.path), run.obstacles(one), strict=True):
        judged = judge(one.relation, one.when, scope, {})
        if obstacle is None:
            assert judged.reason not in ("不适用", "分母为零", "单元格内容无法读取")
        else:
            assert (obstacle.outcome, obstacle.reason, obstacle.facts) == (
                Outcome.NOT_CHECKED,
                judged.reason,
                judged.facts,
            )
