"""Linear forms: the same value as the evaluation, in every equation of every pack."""

from __future__ import annotations

from decimal import Decimal

import pytest
from balanced import Year, record_of
from msgspec.structs import replace
from small_sheet import VOCABULARY, record, with_rows

from jixiao.checks.confront import Verdict, confront
from jixiao.checks.diagnosis.network import linear_form
from jixiao.model.fact import Record, State
from jixiao.pack.loading import load_pack
from jixiao.relation.binding import bind
from jixiao.relation.functions.traits import NotLinear
from jixiao.relation.linear import linear
from jixiao.relation.scope import Scope

PACK = load_pack()
RECORD = record_of(Year(3, fiscal_only=False).filling("元"), "元")
ROOT = Scope(RECORD, PACK.vocabulary)


def form_of(text: str) -> dict[str, Decimal]:
    form = linear(bind(text, PACK.vocabulary).expression, ROOT, PACK.formulas)
    found = {fact.term: factor for fact, factor in form.cells.values()}
    return found | ({"": form.constant} if form.constant else {})


def test_addends_and_factors_are_collected():
    form = form_of("支出.基本支出 * 2 - (支出.项目支出 - 支出.基本支出) / 4 + 5")
    assert form == {"支出.基本支出": Decimal("2.25"), "支出.项目支出": Decimal("-0.25"), "": Decimal(5)}


def test_a_cell_that_stands_on_both_sides_drops_out():
    assert form_of("支出.合计 - 支出.合计")["支出.合计"] == 0


def test_sums_by_code_are_their_rows():
    form = linear(
        bind('SUMIF(功能分类.编码, "???", 功能分类.金额)', PACK.vocabulary).expression, ROOT, PACK.formulas
    )
    rows = [row for row in RECORD.groups["功能分类"] if len(row.fields["功能分类.编码"].text) == 3]
    assert list(form.cells) == [id(row.fields["功能分类.金额"]) for row in rows]


def small_form(text: str, **formulas: str) -> tuple[dict[str, str], str]:
    """The factors and the constant over a small sheet with three rows."""
    bound = {name.replace("_", ".", 1): bind(formula, VOCABULARY) for name, formula in formulas.items()}
    base = with_rows(record(), [("208", "甲", "1"), ("20801", "乙", "2"), ("210", "丙", "3")])
    form = linear(bind(text, VOCABULARY).expression, Scope(base, VOCABULARY), bound)
    factors: dict[str, str] = {}
    for fact, factor in form.cells.values():
        factors[fact.term] = f"{factors[fact.term]} {factor}" if fact.term in factors else str(factor)
    return factors, str(form.constant + 0)  # there is no -0


@pytest.mark.parametrize(
    ("text", "factors", "constant"),
    [
        ("-总.一", {"总.一": "-1"}, "0"),
        ("-(总.一 - 3)", {"总.一": "-1"}, "3"),
        ("3 + 总.一", {"总.一": "1"}, "3"),
        ("3 * 总.一", {"总.一": "3"}, "0"),
        ("总.一 * 3", {"总.一": "3"}, "0"),
        ("(总.一 + 5) * 4", {"总.一": "4"}, "20"),
        ("(总.一 + 5) / 4", {"总.一": "0.25"}, "1.25"),
        ("2 * 3", {}, "6"),
        ("3 / 2", {}, "1.5"),
        ("总.一 + 总.二 + 总.一", {"总.一": "2", "总.二": "1"}, "0"),
        ("SUM(总.一, 总.二)", {"总.一": "1", "总.二": "1"}, "0"),
        ("SUM(总.一, 2 * 总.二, 7)", {"总.一": "1", "总.二": "2"}, "7"),
        ("SUM(表.金额) - 总.一", {"表.金额": "1 1 1", "总.一": "-1"}, "0"),
        ('SUMIF(表.编码, "208*", 表.金额)', {"表.金额": "1 1"}, "0"),
        ('SUMIF(表.编码, "999", 表.金额)', {}, "0"),
    ],
)
def test_the_factors_of_cells_and_the_constant(text: str, factors: dict[str, str], constant: str):
    assert small_form(text) == (factors, constant)


def test_the_formula_of_a_computed_cell_is_followed_to_the_end():
    found = small_form("2 * 总.四 - 总.三", 总_四="总.三 + 总.二 * 3", 总_三="总.一 - 5")
    assert found == ({"总.一": "1", "总.二": "6"}, "-5")


@pytest.mark.parametrize("text", ["SUM(表.金额)", 'SUMIF(表.编码, "208", 表.金额)'])
def test_a_column_of_computed_cells_is_not_linear(text: str):
    with pytest.raises(NotLinear):
        small_form(text, 表_金额="总.一 * 2")


def test_a_column_of_words_is_not_linear():
    with pytest.raises(NotLinear):
        small_form("SUM(表.名称)")
    with pytest.raises(NotLinear):
        small_form("总.名称 + 1")


def test_a_pattern_that_cannot_be_read_is_not_linear():
    base = with_rows(record(), [("208", "甲", "1")])
    name = replace(base.fields["总.名称"], state=State.ERROR)
    odd = Record({**base.fields, "总.名称": name}, base.groups)
    with pytest.raises(NotLinear):
        linear(bind("SUMIF(表.编码, 总.名称, 表.金额)", VOCABULARY).expression, Scope(odd, VOCABULARY), {})


def test_a_computed_cell_without_formula_at_hand_is_not_linear():
    vocabulary = {**VOCABULARY, "总.一": replace(VOCABULARY["总.一"], formula="总.二 * 2")}
    with pytest.raises(NotLinear):
        linear(bind("总.一", vocabulary).expression, Scope(record(), vocabulary), {})


def test_a_computed_cell_stands_for_its_formula():
    assert form_of("预算调整.整体年初") == {"整体预算.年初预算数": Decimal(1)}


@pytest.mark.parametrize(
    "text",
    [
        "支出.合计 * 收入.合计",
        "1 / 支出.合计",
        "支出.合计 / 0",
        "执行率.年初预算",
        "MAX(支出.合计, 收入.合计)",
        "LEN(单位.名称)",
        "单位.名称",
    ],
)
def test_what_is_not_linear_is_refused(text: str):
    with pytest.raises(NotLinear):
        form_of(text)


def test_every_linear_relation_has_the_gap_that_the_evaluation_found():
    verdicts = confront(RECORD, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    compared = [verdict for verdict in verdicts if _agrees(verdict)]
    assert len(compared) > 130


def _agrees(verdict: Verdict) -> bool:
    """True if the relation is linear; fails if it then has another gap."""
    gap = verdict.comparison.difference
    form = None if gap is None else linear_form(verdict, PACK.formulas)
    if form is None or not form.cells:
        return False
    found = sum((factor * fact.number for fact, factor in form.cells.values()), form.constant)
    assert found == gap, verdict.key
    return True
