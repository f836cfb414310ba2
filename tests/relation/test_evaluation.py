"""What an expression is worth over a small sheet, and which cells went into it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from small_sheet import VOCABULARY, WAN, fact, record, scope, with_blocks, with_rows

from jixiao.model.fact import Fact, Record, State
from jixiao.relation.binding import bind
from jixiao.relation.evaluation import DIVISOR_ZERO, UNREADABLE, Evaluation, NotEvaluable, step_of
from jixiao.relation.quantity import Quantity
from jixiao.relation.scope import Scope

CODES = {"科目": {"208": "社会保障和就业支出"}}
ROWS = [("208", "社会保障", "10"), ("20801", "管理", "4"), ("210", "卫生", "3")]


def sheet() -> Record:
    return with_rows(record(总_合计="10", 总_一="4", 总_二="-6", 总_名称="甲乙丙"), ROWS)


def run_of(text: str, base: Record | None = None) -> tuple[Evaluation, Quantity | str]:
    run = Evaluation(scope(base or sheet()), CODES)
    return run, run.value(bind(text, VOCABULARY).expression)


def value(text: str, base: Record | None = None) -> Quantity | str:
    return run_of(text, base)[1]


def terms(text: str, base: Record | None = None) -> list[str]:
    """The terms of the cells that went into it, in reading order."""
    return [one.term for one in run_of(text, base)[0].facts]


def wan(value: str, half_steps: int = 0) -> Quantity:
    """So many 万元, give or take so many halves of 0.01 万元."""
    middle, room = Decimal(value) * 10000, WAN / 2 * half_steps
    return Quantity(middle, middle - room, middle + room)


def number(value: int) -> Quantity:
    return Quantity.exact(Decimal(value))


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("总.一", wan("4", 1)),
        ("总.一 + 总.合计", wan("14", 2)),
        ("总.合计 - 总.一", wan("6", 2)),
        ("-总.一", wan("-4", 1)),
        ("总.一 * 2", wan("8", 2)),
        ("总.一 / 2", Quantity(Decimal(20000), Decimal(19975), Decimal(20025))),
        ("总.三", wan("0")),
        ("7", number(7)),
        ('"甲"', "甲"),
        ("总.名称", "甲乙丙"),
        ('总.名称 & "丁"', "甲乙丙丁"),
        ('总.一 / 总.一 * 40000 & "元"', "40000元"),
        ('总.三 / 总.一 & "元"', "0元"),
        ('1.50 & ""', "1.5"),
        ('0.00 & ""', "0"),
        ('200 & ""', "200"),
    ],
)
def test_an_expression_is_worth_what_its_cells_say(text: str, worth: Quantity | str):
    assert value(text) == worth


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("SUM(总.一, 总.合计)", wan("14", 2)),
        ("SUM(表.金额)", wan("17", 3)),
        ("SUM(表.金额, 总.一, 2)", Quantity(Decimal(210002), Decimal(209802), Decimal(210202))),
        ("SUM(表.名称)", number(0)),
        ("MAX(表.金额)", wan("10", 1)),
        ("MIN(表.金额, 总.一)", wan("3", 1)),
        ('SUMIF(表.编码, "???", 表.金额)', wan("13", 2)),
        ('SUMIF(表.编码, "999", 表.金额)', number(0)),
        ('SUMIF(表.编码, "208", 表.名称)', number(0)),
        ('COUNTIF(表.编码, "208*")', number(2)),
        ('COUNTIF(表.编码, "9*")', number(0)),
        ("COUNT(表.金额)", number(3)),
        ("COUNT(总.一, 总.二, 总.三)", number(2)),
        ("ABS(总.二)", wan("6", 1)),
        ("LEN(总.名称)", number(3)),
        ('LEN("")', number(0)),
        ("LEFT(总.名称, 2)", "甲乙"),
        ('CODENAME("科目", "208")', "社会保障和就业支出"),
        ('CODENAME("科目", "209")', ""),
        ('CODENAME("别的", "208")', ""),
    ],
)
def test_a_function_is_worth_what_excel_makes_of_it(text: str, worth: Quantity | str):
    assert value(text) == worth


@pytest.mark.parametrize(
    ("state", "counted"),
    [(State.BLANK, 2), (State.TEXT, 2), (State.ERROR, 2), (State.UNCALCULATED, 2)],
)
def test_count_counts_only_cells_that_hold_something_readable(state: State, counted: int):
    base = record(总_合计="1", 总_一="2")
    odd = Record({**base.fields, "总.二": fact("总.二", None, state=state)}, base.groups)
    assert value("COUNT(总.合计, 总.一, 总.二)", odd) == number(counted)


@pytest.mark.parametrize(
    "text", ["COUNT(表.编码)", 'COUNTIF(表.编码, "???")', 'SUMIF(表.编码, "???", 表.金额)']
)
def test_a_column_that_is_gone_is_not_a_column_without_rows(text: str):
    row = {name: fact(name, None, state=State.LOST) for name in ("表.编码", "表.名称", "表.金额")}
    gone = Record(record().fields, {**record().groups, "表": (Record(row),)})
    with pytest.raises(NotEvaluable, match=UNREADABLE):
        value(text, gone)


def test_count_looks_at_cells_without_reading_them():
    assert terms("COUNT(总.一, 总.二)") == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("总.合计 - 总.一 + 总.合计", ["总.合计", "总.一"]),
        ("SUM(表.金额)", ["表.金额"] * 3),
        ('SUMIF(表.编码, "208*", 表.金额)', ["表.金额"] * 2),
        ('COUNTIF(表.编码, "208*")', ["表.编码"] * 2),
        ("LEN(总.名称)", ["总.名称"]),
    ],
)
def test_the_cells_that_went_into_it_are_named_once_each_in_reading_order(text: str, used: list[str]):
    assert terms(text) == used


def test_words_printed_in_the_form_are_not_among_the_cells():
    vocabulary = {**VOCABULARY, "总.名称": replace(VOCABULARY["总.名称"], given=True)}
    run = Evaluation(Scope(sheet(), vocabulary))
    assert run.text(bind("总.名称", vocabulary).expression) == "甲乙丙"
    assert run.facts == ()


@pytest.mark.parametrize("state", [State.TEXT, State.ERROR, State.UNCALCULATED, State.LOST])
@pytest.mark.parametrize(
    "text", ["总.一", "SUM(总.合计, 总.一)", "MAX(总.一)", "-总.一", '总.一 / 总.合计 & ""']
)
def test_an_unreadable_cell_is_blamed(text: str, state: State):
    base = sheet()
    bad = fact("总.一", None, state=state)
    with pytest.raises(NotEvaluable) as caught:
        value(text, Record({**base.fields, "总.一": bad}, base.groups))
    assert (caught.value.reason, caught.value.fact) == (UNREADABLE, bad)


@pytest.mark.parametrize("text", ["总.名称 + 1", "LEFT(总.名称, -1)", '1 - "甲"', '-"甲"', 'ABS("甲")'])
def test_where_a_number_does_not_fit_no_cell_is_to_blame(text: str):
    with pytest.raises(NotEvaluable) as caught:
        value(text)
    assert (caught.value.reason, caught.value.fact) == (UNREADABLE, None)


def test_a_divisor_of_zero_has_a_reason_of_its_own():
    with pytest.raises(NotEvaluable, match=DIVISOR_ZERO) as caught:
        value("总.一 / 总.三")
    assert (caught.value.reason, caught.value.fact) == (DIVISOR_ZERO, None)


def test_a_column_outside_sum_is_the_cell_of_the_row_we_stand_in():
    relation = bind("表.金额 * 1", VOCABULARY)
    worth = [Evaluation(row).quantity(relation.expression) for row in scope(sheet()).each(relation.path)]
    assert worth == [wan("10", 1), wan("4", 1), wan("3", 1)]


def test_a_pattern_is_made_of_the_row_we_stand_in():
    below = bind('表.金额 - SUMIF(表.编码, 表.编码 & "??", 表.金额)', VOCABULARY)
    worth = [Evaluation(row).quantity(below.expression).value for row in scope(sheet()).each(below.path)]
    assert worth == [Decimal(60000), Decimal(40000), Decimal(30000)]


def test_a_sum_within_a_block_keeps_to_the_block():
    base = with_blocks(record(), [("3", ["1", "2"]), ("5", ["5"])])
    relation = bind("SUM(块.项.金额) + 块.合计 * 0", VOCABULARY)
    worth = [Evaluation(block).quantity(relation.expression).value for block in scope(base).each(("块",))]
    assert worth == [Decimal(30000), Decimal(50000)]


@pytest.mark.parametrize(
    "text",
    [
        "总.一",
        "总.三",
        "总.名称",
        "7.10",
        '"甲"',
        "-总.一",
        "总.一 + 2",
        "SUM(表.金额, 总.一)",
        "1 / 总.三",
        "LEN(总.名称)",
    ],
)
def test_both_ways_come_to_the_same(text: str) -> None:
    expression = bind(text, VOCABULARY).expression
    plain, made = (Evaluation(scope(sheet()), CODES) for _ in range(2))
    assert _worth(lambda: plain.value(expression), plain) == _worth(lambda: step_of(expression)(made), made)


def _worth(asked, run: Evaluation) -> tuple[Quantity | str, tuple[Fact, ...]]:  # type: ignore[no-untyped-def]
    try:
        return asked(), run.facts
    except NotEvaluable as obstacle:
        return f"not evaluable: {obstacle.reason}", run.facts
