"""What "agrees" means: the five outcomes, by intervals, over cells, rows and blocks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small_sheet import VOCABULARY, fact, record, scope, with_blocks, with_rows

from jixiao.model.fact import Record, State
from jixiao.model.outcome import Outcome
from jixiao.relation.binding import bind
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE, Comparison, compare, holds, judge
from jixiao.relation.evaluation import DIVISOR_ZERO
from jixiao.relation.quantity import Quantity

CODES = {"科目": {"208": "社会保障和就业支出"}}
ROWS = [("208", "社会保障", "10"), ("20801", "管理", "4"), ("20805", "养老", "6"), ("210", "卫生", "3")]


def compared(text: str, base: Record) -> Comparison:
    return compare(bind(text, VOCABULARY), scope(base), CODES)


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        ("10.00", Outcome.PASSED),
        ("10.01", Outcome.ROUNDING),
        ("10.015", Outcome.ROUNDING),
        ("10.02", Outcome.INCONSISTENT),
        ("9.98", Outcome.INCONSISTENT),
    ],
)
def test_a_total_of_two_parts_may_miss_them_by_three_half_quanta(stated: str, outcome: Outcome):
    base = record(总_合计=stated, 总_一="4", 总_二="6")
    assert compared("总.合计 = 总.一 + 总.二", base).outcome is outcome


def test_a_part_that_is_zero_does_not_widen_the_interval():
    base = record(总_合计="4.02", 总_一="4", 总_二="0", 总_三="0", 总_四="0")
    assert compared("总.合计 = 总.一 + 总.二 + 总.三 + 总.四", base).outcome is Outcome.INCONSISTENT


def test_a_figure_given_to_the_cent_leaves_no_room_for_wan_yuan_rounding():
    base = record(总_合计="10.01", 总_一="10.00")
    cents = {name: replace(f, quantum=Decimal("0.01")) for name, f in base.fields.items()}
    assert compared("总.合计 = 总.一", Record(cents)).outcome is Outcome.INCONSISTENT


def test_a_blank_part_counts_as_zero():
    assert compared("总.合计 = 总.一 + 总.二", record(总_合计="4", 总_一="4")).outcome is Outcome.PASSED


def test_a_relation_without_any_entry_is_blank_not_passed():
    assert compared("总.合计 = 总.一", record()).blank


@pytest.mark.parametrize("state", [State.TEXT, State.ERROR, State.UNCALCULATED, State.LOST])
def test_an_unreadable_cell_makes_the_relation_not_checked_and_is_named(state: State):
    base = record(总_合计="4")
    bad = fact("总.一", None, state=state)
    found = compared("总.合计 = 总.一", Record({**base.fields, "总.一": bad}))
    assert (found.outcome, found.facts) == (Outcome.NOT_CHECKED, (bad,))


@pytest.mark.parametrize(
    ("conditions", "outcome", "reason"),
    [
        (["总.一 > 0", "总.二 > 0"], Outcome.INCONSISTENT, ""),
        (["总.一 > 0", "总.二 < 0"], Outcome.NOT_CHECKED, NOT_APPLICABLE),
        (["总.一 < 0", "总.二 > 0"], Outcome.NOT_CHECKED, NOT_APPLICABLE),
        (["总.一 < 0", "总.一 / 总.三 > 0"], Outcome.NOT_CHECKED, DIVISOR_ZERO),
    ],
)
def test_a_relation_applies_where_all_conditions_hold(conditions: list[str], outcome: Outcome, reason: str):
    base = scope(record(总_合计="9", 总_一="4", 总_二="6"))
    when = [bind(text, VOCABULARY) for text in conditions]
    judged = judge(bind("总.合计 = 总.一 + 总.二", VOCABULARY), when, base, CODES)
    assert (judged.outcome, judged.reason) == (outcome, reason)


def test_division_by_zero_is_not_checked():
    found = compared("总.一 / 总.二 <= 1", record(总_一="1", 总_二="0"))
    assert (found.outcome, found.reason) == (Outcome.NOT_CHECKED, "分母为零")


@pytest.mark.parametrize(
    ("relation", "outcome"),
    [
        ("总.一 <= 总.二", Outcome.PASSED),
        ("总.二 <= 总.一", Outcome.INCONSISTENT),
        ("总.三 <= 总.二", Outcome.ROUNDING),
        ("总.二 >= 总.三", Outcome.ROUNDING),
        ("总.一 < 总.一", Outcome.INCONSISTENT),
        ("总.一 <> 总.二", Outcome.PASSED),
        ("总.一 <> 总.一", Outcome.INCONSISTENT),
        ("总.二 > 总.一", Outcome.PASSED),
    ],
)
def test_order_relations(relation: str, outcome: Outcome):
    assert compared(relation, record(总_一="4", 总_二="6", 总_三="6.01")).outcome is outcome


def test_texts_are_compared_without_regard_to_width_and_blanks():
    assert compared('总.名称 = "（甲）A1"', record(总_名称="(甲) Ａ１")).outcome is Outcome.PASSED


def test_a_column_is_summed():
    base = with_rows(record(总_合计="23"), ROWS)
    assert compared("总.合计 = SUM(表.金额)", base).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("pattern", "total"),
    [
        ("???", "13"),
        ("208*", "20"),
        ("208??", "10"),
        ("2?8??", "10"),
        ("*8??", "10"),
        ("208", "10"),
        ("*5", "6"),
        ("9*", "0"),
    ],
)
def test_sumif_takes_the_wildcards_of_excel(pattern: str, total: str):
    base = with_rows(record(总_合计=total), ROWS)
    assert compared(f'总.合计 = SUMIF(表.编码, "{pattern}", 表.金额)', base).outcome is Outcome.PASSED


def test_brackets_in_a_pattern_are_plain_characters():
    base = with_rows(record(总_合计="1"), [("1", "[甲]", "1"), ("2", "甲", "5")])
    assert compared('总.合计 = SUMIF(表.名称, "[甲]", 表.金额)', base).outcome is Outcome.PASSED


def test_only_the_matching_cells_are_named():
    base = with_rows(record(总_合计="10"), ROWS)
    found = compared('总.合计 = SUMIF(表.编码, "208??", 表.金额)', base)
    assert [f.number for f in found.facts] == [Decimal(100000), Decimal(40000), Decimal(60000)]


def test_a_row_is_compared_with_the_rows_below_it_in_the_hierarchy():
    base = with_rows(record(), ROWS)
    relation = bind('表.金额 = SUMIF(表.编码, 表.编码 & "??", 表.金额)', VOCABULARY)
    outcomes = [compare(relation, row, CODES).outcome for row in scope(base).each(relation.path)]
    assert outcomes[0] is Outcome.PASSED
    assert outcomes[3] is Outcome.INCONSISTENT


def test_each_block_is_compared_with_its_own_items():
    base = with_blocks(record(), [("3", ["1", "2"]), ("3", ["1", "1"])])
    relation = bind("块.合计 = SUM(块.项.金额)", VOCABULARY)
    found = {inner.key: compare(relation, inner, CODES).outcome for inner in scope(base).each(relation.path)}
    assert found == {"第1块": Outcome.PASSED, "第2块": Outcome.INCONSISTENT}


def test_the_name_of_a_code_comes_from_the_list():
    base = with_rows(record(), [("208", "社会保障和就业支出", "1"), ("208", "社保", "1"), ("999", "无", "1")])
    relation = bind('表.名称 = CODENAME("科目", 表.编码)', VOCABULARY)
    outcomes = [compare(relation, row, CODES).outcome for row in scope(base).each(relation.path)]
    assert outcomes == [Outcome.PASSED, Outcome.INCONSISTENT, Outcome.INCONSISTENT]


CENTS = st.integers(min_value=-(10**12), max_value=10**12)


@given(st.lists(CENTS, min_size=4, max_size=4))
def test_exact_amounts_rounded_to_wan_yuan_never_disagree(parts: list[int]):
    exact = [Decimal(part) / 100 for part in parts]
    names = ("总_一", "总_二", "总_三", "总_四")
    rounded = {name: f"{amount / 10000:.2f}" for name, amount in zip(names, exact, strict=True)}
    base = record(总_合计=f"{sum(exact, Decimal(0)) / 10000:.2f}", **rounded)
    found = compared("总.合计 = 总.一 + 总.二 + 总.三 + 总.四", base)
    assert found.outcome in (Outcome.PASSED, Outcome.ROUNDING) or _zeros_hide_rounding(rounded)


def _zeros_hide_rounding(rounded: dict[str, str]) -> bool:
    """A figure below half a quantum is printed as zero, which is taken as exact."""
    return any(Decimal(text) == 0 for text in rounded.values())


def judged(text: str, base: Record, *when: str) -> Comparison:
    return judge(bind(text, VOCABULARY), [bind(one, VOCABULARY) for one in when], scope(base), CODES)


def test_a_comparison_keeps_both_sides_their_difference_and_their_cells():
    found = compared("总.合计 = 总.一", record(总_合计="9", 总_一="4"))
    assert (found.left, found.right) == (
        Quantity(Decimal(90000), Decimal(89950), Decimal(90050)),
        Quantity(Decimal(40000), Decimal(39950), Decimal(40050)),
    )
    assert found.difference == 50000
    assert [one.term for one in found.facts] == ["总.合计", "总.一"]
    assert found.reason == ""


@pytest.mark.parametrize(
    "relation", ["总.名称 = 总.一", "总.一 = 总.名称", '总.名称 = "甲"', "总.一 / 0 = 1"]
)
def test_without_two_numbers_there_is_no_difference(relation: str):
    assert compared(relation, record(总_一="4", 总_名称="甲")).difference is None


def test_a_relation_is_blank_while_none_of_its_cells_is_filled():
    assert compared("总.合计 = 总.一", record()).blank
    assert not compared("总.合计 = 总.一", record(总_一="4")).blank
    assert not compared("1 = 1", record()).blank


def test_a_blank_relation_is_not_checked_unless_its_conditions_hold():
    found = judged("总.合计 = 总.一", record())
    assert (found.outcome, found.reason, found.left) == (Outcome.NOT_CHECKED, BLANK, None)
    assert [one.term for one in found.facts] == ["总.合计", "总.一"]
    assert judged("总.合计 = 总.一", record(), "总.二 = 0").outcome is Outcome.PASSED


def test_what_does_not_apply_names_the_cells_of_its_condition():
    found = judged("总.合计 = 总.一", record(总_合计="4"), "总.二 > 0")
    assert (found.outcome, found.reason, found.left) == (Outcome.NOT_CHECKED, NOT_APPLICABLE, None)
    assert [one.term for one in found.facts] == ["总.二"]


def test_a_condition_that_cannot_be_evaluated_counts_before_one_that_fails():
    found = judged("总.合计 = 总.一", record(总_合计="4"), "总.二 > 0", "1 / 总.三 > 0")
    assert found.reason == DIVISOR_ZERO


def test_a_condition_that_holds_but_for_rounding_holds():
    assert judged("总.合计 = 4", record(总_合计="9", 总_一="6.01", 总_二="6"), "总.一 = 总.二").outcome is (
        Outcome.INCONSISTENT
    )


@pytest.mark.parametrize(
    ("outcome", "known"),
    [
        (Outcome.PASSED, True),
        (Outcome.ROUNDING, True),
        (Outcome.INCONSISTENT, False),
        (Outcome.NOT_CHECKED, False),
    ],
)
def test_what_is_known_to_hold(outcome: Outcome, known: bool):
    assert holds(Comparison(outcome)) is known


def test_codes_are_known_to_relation_and_condition():
    named = '总.名称 = CODENAME("科目", "208")'
    base = record(总_名称="社会保障和就业支出", 总_合计="4")
    assert judged(named, base).outcome is Outcome.PASSED
    assert judged(named, base, named).outcome is Outcome.PASSED
    assert judged("总.合计 = 40000", base, named).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("relation", "outcome"),
    [
        ('总.名称 = "甲"', Outcome.PASSED),
        ('总.名称 = "乙"', Outcome.INCONSISTENT),
        ('总.名称 <> "乙"', Outcome.PASSED),
        ('总.名称 <> "甲"', Outcome.INCONSISTENT),
        ("总.名称 = 总.一", Outcome.INCONSISTENT),
        ("总.一 <> 总.名称", Outcome.INCONSISTENT),
        ('总.三 = ""', Outcome.INCONSISTENT),
    ],
)
def test_texts_are_the_same_or_not_and_never_a_number(relation: str, outcome: Outcome):
    assert compared(relation, record(总_一="4", 总_名称="甲")).outcome is outcome


@pytest.mark.parametrize(
    ("relation", "outcome"),
    [
        ("总.一 <= 总.二", Outcome.ROUNDING),
        ("总.一 <= 总.三", Outcome.INCONSISTENT),
        ("总.三 >= 总.二", Outcome.ROUNDING),
        ("总.四 >= 总.一", Outcome.INCONSISTENT),
        ("总.一 = 总.二", Outcome.ROUNDING),
        ("总.一 = 总.三", Outcome.INCONSISTENT),
        ("总.一 < 总.二", Outcome.INCONSISTENT),
        ("总.二 > 总.一", Outcome.INCONSISTENT),
        ("总.一 <> 总.二", Outcome.PASSED),
    ],
)
def test_intervals_that_touch_are_rounding_and_a_sharp_relation_knows_none(relation: str, outcome: Outcome):
    """Half of 0.01 on either side: 6.01 and 6.00 touch, 6.01 and 5.99 do not."""
    assert (
        compared(relation, record(总_一="6.01", 总_二="6.00", 总_三="5.99", 总_四="5.99")).outcome is outcome
    )


@pytest.mark.parametrize(
    "text",
    [
        "总.一 / 总.二 + 总.三 = 总.四",
        "-(总.一 / 总.二 + 总.三) = 总.四",
        "-(总.一 / 总.二) + 总.三 = 总.四",
        "AND(总.一 / 总.二 + 总.三 = 总.四, 总.四 > 0)",
    ],
)
def test_of_a_relation_that_cannot_be_evaluated_the_cells_behind_the_obstacle_are_named_too(text: str):
    found = compare(bind(text, VOCABULARY), scope(record(总_一="1")), {})
    assert [one.term for one in found.facts] == ["总.一", "总.二", "总.三", "总.四"]


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("总.一 <= 总.二", Outcome.NOT_CHECKED, BLANK),  # the second is blank
        ("总.二 + 总.三 >= 总.一", Outcome.NOT_CHECKED, BLANK),
        ("总.一 <= 总.二 + 总.四", Outcome.INCONSISTENT, ""),
        ("总.二 > 0", Outcome.INCONSISTENT, ""),  # asks that it be filled in
        ("总.一 = 总.二", Outcome.INCONSISTENT, ""),
    ],
)
def test_an_inequality_with_a_blank_side_is_not_checked(text: str, outcome: Outcome, reason: str):
    base = record(总_一="4", 总_四="1")
    found = judge(bind(text, VOCABULARY), [bind("总.一 > 0", VOCABULARY)], scope(base), CODES)
    assert (found.outcome, found.reason) == (outcome, reason)
