"""Whether a relation is compared at all: its conditions hold, and anybody has filled its cells."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from relation.places_on_paper import Page, Paper, comparable, translation
from small_sheet import VOCABULARY

from jixiao.model.fact import Kind
from jixiao.relation.applicability import blank_formula, condition_formula, unfilled_formula
from jixiao.relation.binding import bind
from jixiao.relation.translation import Translation

NAME = comparable("T(名称)")

HOLD = {
    "总.一 > 0": "ROUND(一,D)>0",
    "总.二 = 1": "ROUND(ABS(ROUND(二-(1/U),D+4))-二½,9)<=0",
    "总.一 <= 总.二": "ROUND(ROUND(一-二,D)-(一½+二½),9)<=0",
    '总.名称 <> "甲"': f'{NAME}<>"甲"',
    "总.名称 = 总.一": "FALSE",
}


@pytest.mark.parametrize(("text", "formula"), HOLD.items())
def test_a_condition_holds_where_rounding_allows_it(text: str, formula: str):
    assert condition_formula([bind(text, VOCABULARY)], translation()) == formula


def test_several_conditions_must_all_hold():
    when = [bind(text, VOCABULARY) for text in HOLD]
    assert condition_formula(when, translation()) == f"AND({','.join(HOLD.values())})"
    assert condition_formula(when[:2], translation()) == f"AND({','.join([*HOLD.values()][:2])})"
    assert condition_formula([], translation()) == ""


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("总.合计 = 总.一 + 总.合计", "COUNTA(合计)+COUNTA(一)=0"),
        ("表.金额 = 总.一", "COUNTA(金额)+COUNTA(一)=0"),
        ("SUM(表.金额) = 3", "AND(COUNTA(金额列)=0,表行数>0)"),
        ("SUM(表.金额) = MAX(他.金额)", "AND(COUNTA(金额列)+COUNTA(金额列)=0,表行数+他行数>0)"),
        ("SUM(表.金额) = 总.一", "COUNTA(金额列)+COUNTA(一)=0"),
        ("MAX(总.一, 总.二) < 3", "COUNTA(一)+COUNTA(二)=0"),
        (
            'SUMIF(表.编码, "208*", 表.金额) = 3',
            'AND(COUNTIFS(编码文,"208*",金额列,"<>")=0,COUNTIF(编码文,"208*")>0)',
        ),
        (
            "SUMIF(表.编码, 总.名称, 表.金额) = 3",
            f'COUNTA(名称)+IF({NAME}="",0,COUNTIFS(编码文,{NAME},金额列,"<>"))=0',
        ),
        ('COUNTIF(表.编码, "208*") = 1', ""),
        (
            'COUNTIF(表.编码, "208*") = SUM(表.金额)',
            'AND(COUNTIF(编码文,"208*")+COUNTA(金额列)=0,COUNTIF(编码文,"208*")+表行数>0)',
        ),
        ("COUNTIF(表.编码, 总.名称) = 1", f'COUNTA(名称)+IF({NAME}="",0,COUNTIF(编码文,{NAME}))=0'),
        ("COUNT(表.金额) = 2", ""),
        ("1 = 2", ""),
    ],
)
def test_where_nobody_has_filled_a_cell_the_relation_is_blank(text: str, formula: str):
    assert blank_formula(bind(text, VOCABULARY), translation()) == formula


def test_both_pages_of_a_table_must_be_blank():
    run = translation(Page())
    assert (
        blank_formula(bind("SUM(表.金额) = 3", VOCABULARY), run) == "AND(COUNTA(金额列,金额列续)=0,表行数>0)"
    )
    assert blank_formula(bind('SUMIF(表.编码, "2*", 表.金额) = 3', VOCABULARY), run) == (
        'AND(COUNTIFS(编码文,"2*",金额列,"<>")+COUNTIFS(编码文续,"2*",金额列续,"<>")=0,'
        'COUNTIF(编码文,"2*")+COUNTIF(编码文续,"2*")>0)'
    )


def test_a_computed_cell_without_value_holds_an_empty_text():
    computed = {name: replace(VOCABULARY[name], formula="总.二 * 2") for name in ("总.一", "表.金额")}
    vocabulary = {**VOCABULARY, **computed}
    formula = blank_formula(bind("总.合计 = 总.一", vocabulary), Translation(Paper(), vocabulary))
    assert formula == "COUNTA(合计)+COUNT(一)=0"
    formula = blank_formula(bind("总.合计 = SUM(表.金额)", vocabulary), Translation(Page(), vocabulary))
    assert formula == "COUNTA(合计)+COUNT(金额列,金额列续)=0"


def test_matching_paragraphs_are_searched():
    words = {**VOCABULARY, "表.名称": replace(VOCABULARY["表.名称"], kind=Kind.PARAGRAPH)}
    relation = bind('COUNTIF(表.名称, "*甲*") = SUM(表.金额)', words)
    found = f'SUMPRODUCT(--ISNUMBER(SEARCH("甲",{comparable("名称列")})))'
    assert blank_formula(relation, Translation(Paper(), words)) == (
        f"AND({found}+COUNTA(金额列)=0,{found}+表行数>0)"
    )


@pytest.mark.parametrize(
    ("text", "when", "formula"),
    [
        ("总.一 <= 总.二 + 总.合计", "", "OR(COUNTA(一)=0,COUNTA(二)+COUNTA(合计)=0)"),
        ("总.一 <= 总.二", "总.二 > 0", "OR(COUNTA(一)=0,COUNTA(二)=0)"),
        ("SUM(表.金额) <= 总.一", "总.一 > 0", "COUNTA(一)=0"),
        ("SUM(表.金额) <= 总.一", "", "COUNTA(一)=0"),
        ("总.一 > 0", "总.二 > 0", ""),
        ("总.一 = 总.二", "总.二 > 0", ""),
    ],
)
def test_an_inequality_is_compared_only_where_both_sides_are_filled_in(text: str, when: str, formula: str):
    conditions = [bind(when, VOCABULARY)] if when else []
    assert unfilled_formula(bind(text, VOCABULARY), conditions, translation()) == formula
