"""IN, AND and OR: how they come out, and what the rest of the house makes of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_sheet import VOCABULARY, fact, record, scope, with_rows

from jixiao.model.fact import Record, State
from jixiao.model.outcome import Outcome
from jixiao.relation.binding import bind
from jixiao.relation.comparison import Comparison, compare, judge
from jixiao.relation.evaluation import DIVISOR_ZERO
from jixiao.relation.functions import comparisons
from jixiao.relation.functions.traits import NotLinear, Slack
from jixiao.relation.linear import linear
from jixiao.relation.slack import slack_of

PASSED, ROUNDING, INCONSISTENT = Outcome.PASSED, Outcome.ROUNDING, Outcome.INCONSISTENT
# by what they come to where 一 is 4, 二 4.01 and 三 5
MEMBERS = {PASSED: "总.一 < 总.二", ROUNDING: "总.一 = 总.二", INCONSISTENT: "总.一 = 总.三"}


def compared(text: str, base: Record) -> Comparison:
    return compare(bind(text, VOCABULARY), scope(base), {})


def figures() -> Record:
    return record(总_一="4", 总_二="4.01", 总_三="5", 总_四="0", 总_名称="甲")


@pytest.mark.parametrize(
    ("first", "second", "worst", "best"),
    [
        (PASSED, PASSED, PASSED, PASSED),
        (PASSED, ROUNDING, ROUNDING, PASSED),
        (ROUNDING, INCONSISTENT, INCONSISTENT, ROUNDING),
        (INCONSISTENT, PASSED, INCONSISTENT, PASSED),
        (INCONSISTENT, INCONSISTENT, INCONSISTENT, INCONSISTENT),
    ],
)
def test_and_is_as_bad_as_the_worst_and_or_as_good_as_the_best(
    first: Outcome, second: Outcome, worst: Outcome, best: Outcome
):
    members = f"{MEMBERS[first]}, {MEMBERS[second]}"
    assert compared(f"AND({members})", figures()).outcome is worst
    assert compared(f"OR({members})", figures()).outcome is best


@pytest.mark.parametrize(
    ("relation", "outcome"),
    [
        ("IN(总.一, 总.三, 总.二)", ROUNDING),
        ("IN(总.一, 总.三, 40000)", PASSED),
        ("IN(总.一, 总.三, 总.四)", INCONSISTENT),
        ('IN(总.名称, "乙", " 甲 ")', PASSED),
        ('IN(总.名称, "乙", "丙")', INCONSISTENT),
        ("IN(LEN(总.名称), 3, 1)", PASSED),
    ],
)
def test_in_is_equal_to_one_of_several(relation: str, outcome: Outcome):
    assert compared(relation, figures()).outcome is outcome


def test_truths_may_join_truths():
    text = "AND(总.一 < 总.三, OR(总.一 = 总.三, IN(总.二, 总.三, 总.一)))"
    assert compared(text, figures()).outcome is ROUNDING


@pytest.mark.parametrize("function", ["AND", "OR"])
def test_a_member_that_cannot_be_evaluated_makes_the_whole_not_checked(function: str):
    found = compared(f"{function}({MEMBERS[PASSED]}, 总.一 / 总.四 > 1)", figures())
    assert (found.outcome, found.reason) == (Outcome.NOT_CHECKED, DIVISOR_ZERO)
    bad = Record({**figures().fields, "总.三": fact("总.三", None, state=State.TEXT)})
    found = compared(f"{function}({MEMBERS[PASSED]}, {MEMBERS[INCONSISTENT]})", bad)
    assert (found.outcome, found.facts) == (Outcome.NOT_CHECKED, (bad.fields["总.三"],))


def test_it_is_not_blank_while_a_cell_behind_the_obstacle_is_filled():
    filled = compared("AND(总.一 / 总.二 > 1, 总.三 < 总.四)", record(总_四="1"))
    assert not filled.blank
    assert compared("AND(总.一 / 总.二 > 1, 总.三 < 总.四)", record()).blank


def test_where_nobody_has_filled_anything_it_is_not_checked():
    relation = bind("IN(LEN(表.编码), 3, 5)", VOCABULARY)
    rows = scope(with_rows(record(), [("", "甲", "1"), ("208", "乙", "1"), ("2080", "丙", "1")]))
    outcomes = [judge(relation, (), row, {}).outcome for row in rows.each(relation.path)]
    # given as an empty text, a code is filled; nobody typed None
    assert outcomes[1:] == [PASSED, INCONSISTENT]
    blank = scope(with_rows(record(), [(None, "甲", "1")]))  # type: ignore[list-item]
    assert [judge(relation, (), row, {}).reason for row in blank.each(relation.path)] == ["未填"]


def test_a_truth_may_be_a_condition():
    base = scope(record(总_合计="9", 总_一="4", 总_二="6"))
    relation = bind("总.合计 = 总.一 + 总.二", VOCABULARY)
    for condition, outcome in (
        ("OR(总.一 = 0, 总.二 > 0)", INCONSISTENT),
        ("IN(总.一, 1, 2)", "not_checked"),
    ):
        assert judge(relation, [bind(condition, VOCABULARY)], base, {}).outcome == outcome


def test_what_did_not_hold_is_kept_member_by_member():
    broken = f"AND({MEMBERS[PASSED]}, {MEMBERS[INCONSISTENT]})"
    found = judge(bind(broken, VOCABULARY), (), scope(figures()), {})
    assert [member.outcome for member in found.members] == [PASSED, INCONSISTENT]
    assert found.members[1].difference == Decimal(-10000)
    sound = bind(f"AND({MEMBERS[PASSED]}, {MEMBERS[PASSED]})", VOCABULARY)
    assert judge(sound, (), scope(figures()), {}).members == ()
    assert compared(broken, figures()).members == ()  # nobody tells of a condition


def test_of_truths_within_a_truth_those_that_did_not_hold_are_kept_too():
    inner = f"OR({MEMBERS[INCONSISTENT]}, {MEMBERS[INCONSISTENT]})"
    relation = bind(f"AND({MEMBERS[PASSED]}, {inner})", VOCABULARY)
    found = judge(relation, (), scope(figures()), {})
    assert [member.outcome for member in found.members[1].members] == [INCONSISTENT, INCONSISTENT]


def test_the_comparisons_of_a_truth_come_in_reading_order():
    tree = bind("AND(总.一 > 1, OR(总.二 > 2, IN(总.三, 3, 4)))", VOCABULARY).expression
    assert [comparison.operator for comparison in comparisons(tree)] == [">", ">", "=", "="]


def test_a_truth_is_no_equation_and_may_be_out_by_its_members_rounding():
    relation = bind("AND(总.一 = 总.二, 总.三 < 总.四)", VOCABULARY)
    assert slack_of(relation, VOCABULARY, {}) == Slack(scaled=True)
    assert slack_of(bind("IN(LEN(总.名称), 3, 5)", VOCABULARY), VOCABULARY, {}).exact
    with pytest.raises(NotLinear):
        linear(relation.expression, scope(figures()), {})
