"""Expressions as formulas of a spreadsheet program, with what rounding leaves open below and above."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from relation.places_on_paper import Page, Paper, comparable, translation
from small_sheet import VOCABULARY

from jixiao.model.fact import Kind
from jixiao.relation.binding import bind
from jixiao.relation.spread import Spread
from jixiao.relation.syntax import Expression
from jixiao.relation.translation import Translation

NAME = comparable("T(名称)")


def expression(text: str) -> Expression:
    return bind(text, VOCABULARY).expression


def figure(text: str, page: Page | None = None) -> Spread:
    return translation(page).figure(expression(text))


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("总.一", "一", "一½"),
        ("-总.一", "-一", "一½"),
        ("总.一 + 总.二", "一+二", "一½+二½"),
        ("总.一 - (总.二 - 总.三)", "一-(二-三)", "一½+二½+三½"),
        ("SUM(表.金额)", "SUM(金额值)", "SUM(金额½列)"),
        ("SUM(表.金额, 总.一, 总.二 - 总.三)", "SUM(金额值)+一+二-三", "SUM(金额½列)+一½+二½+三½"),
        ('SUMIF(表.编码, "???", 表.金额)', 'SUMIF(编码文,"???",金额值)', 'SUMIF(编码文,"???",金额½列)'),
        (
            'SUMIF(总.名称, "甲", 总.一)',
            'IF(COUNTIF(名称文,"甲")>0,一,0)',
            'IF(COUNTIF(名称文,"甲")>0,一½,0)',
        ),
        (
            "SUMIF(表.编码, 总.名称, 表.金额)",
            f'IF({NAME}="",0,SUMIF(编码文,{NAME},金额值))',
            f'IF({NAME}="",0,SUMIF(编码文,{NAME},金额½列))',
        ),
        (
            "SUMIF(总.名称, 表.编码, 总.一)",
            'IF(IF(T(编码)="",0,COUNTIF(名称文,T(编码)))>0,一,0)',
            'IF(IF(T(编码)="",0,COUNTIF(名称文,T(编码)))>0,一½,0)',
        ),
    ],
)
def test_an_amount_has_half_its_last_digit_on_either_side(text: str, value: str, half: str):
    assert figure(text) == Spread(value, half, half, money=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("1.50", "1.50"),
        ("0.0000001", "0.0000001"),
        ("COUNT(表.金额)", "COUNT(金额列)"),
        ("COUNT(总.一)", "COUNT(一)"),
        ("COUNT(表.名称, 总.一)", 'COUNT(名称列)+COUNTIF(名称列,"?*")+COUNT(一)'),
        ('COUNTIF(表.编码, "208*")', 'COUNTIF(编码文,"208*")'),
        ('COUNTIF(表.名称, "甲 乙")', f"COUNTIF(名称文,{comparable(chr(34) + '甲 乙' + chr(34))})"),
        ("COUNTIF(表.编码, 总.名称)", f'IF({NAME}="",0,COUNTIF(编码文,{NAME}))'),
        ('COUNTIF(表.编码, 总.名称 & "??")', f'COUNTIF(编码文,{NAME}&"??")'),
        ('COUNTIF(表.编码, "" & 表.编码)', 'IF(""&T(编码)="",0,COUNTIF(编码文,""&T(编码)))'),
        ('COUNTIF(表.编码, "")', 'IF(""="",0,COUNTIF(编码文,""))'),
        ("COUNTIF(表.编码, 表.编码)", 'IF(T(编码)="",0,COUNTIF(编码文,T(编码)))'),
        ("COUNTIF(表.编码, LEFT(表.编码, 3))", 'IF(LEFT(T(编码),3)="",0,COUNTIF(编码文,LEFT(T(编码),3)))'),
        ("LEN(总.名称)", "LEN(T(名称))"),
        ("LEN(LEFT(总.名称, 2))", "LEN(LEFT(T(名称),2))"),
        ('SUMIF(表.编码, "208", 表.名称)', "0"),
        ("SUM(表.名称)", "0"),
        ("总.名称", "NA()"),
        ('CODENAME("科目", 表.编码)', "NA()"),
        ("LEFT(总.名称, 2)", "NA()"),
        ('"甲" & "乙"', "NA()"),
    ],
)
def test_a_count_is_exact_and_no_money(text: str, value: str):
    assert figure(text) == Spread(value)


@pytest.mark.parametrize("table", ["表.金额", "总.一, 表.金额"])
def test_the_sum_of_a_table_that_goes_over_two_pages(table: str):
    summed = figure(f"SUM({table})", Page())
    assert summed.value.endswith("SUM(金额值)+SUM(金额值续)")
    assert summed.below == summed.above
    assert summed.below.endswith("SUM(金额½列)")
    assert summed.money


def test_matching_rows_are_looked_for_on_both_pages():
    assert figure('SUMIF(表.编码, "2*", 表.金额)', Page()) == Spread(
        'SUMIF(编码文,"2*",金额值)+SUMIF(编码文续,"2*",金额值续)',
        'SUMIF(编码文,"2*",金额½列)',
        'SUMIF(编码文,"2*",金额½列)',
        money=True,
    )
    assert figure('COUNTIF(表.编码, "2*")', Page()).value == 'COUNTIF(编码文,"2*")+COUNTIF(编码文续,"2*")'
    assert figure("COUNT(表.名称)", Page()).value == (
        'COUNT(名称列,名称列续)+COUNTIF(名称列,"?*")+COUNTIF(名称列续,"?*")'
    )


@pytest.mark.parametrize("function", ["MAX", "MIN"])
def test_the_extreme_of_a_column_asks_for_the_ends_of_its_rows(function: str):
    inner = f"{function}(金额值)"
    low, high = f"{inner}-({inner}-{function}(金额低))", f"{inner}+({function}(金额高)-{inner})"
    value = f"{function}({inner},一)"
    assert figure(f"{function}(表.金额, 总.一)") == Spread(
        value, f"{value}-{function}({low},一-一½)", f"{function}({high},一+一½)-{value}", money=True
    )


def test_rows_that_are_exact_bring_no_ends():
    value = "MAX(MAX(金额值),MAX(金额值续))"
    assert figure("MAX(表.金额)", Page()) == Spread(
        value,
        f"{value}-MAX(MAX(金额值)-(MAX(金额值)-MAX(金额低)),MAX(金额值续))",
        f"MAX(MAX(金额值)+(MAX(金额高)-MAX(金额值)),MAX(金额值续))-{value}",
        money=True,
    )


def test_numbers_are_counted_on_both_pages():
    assert figure("COUNT(表.金额)", Page()).value == "COUNT(金额列,金额列续)"


def test_a_paragraph_is_searched_because_counting_has_its_doubts_about_long_texts():
    words = {**VOCABULARY, "表.名称": replace(VOCABULARY["表.名称"], kind=Kind.PARAGRAPH)}
    found = Translation(Page(), words).figure(bind('COUNTIF(表.名称, "*甲 乙*")', words).expression).value
    wanted = comparable('"甲 乙"')
    assert found == "+".join(
        f"SUMPRODUCT(--ISNUMBER(SEARCH({wanted},{comparable(cells)})))" for cells in ("名称列", "名称列续")
    )
    plain = Translation(Paper(), words).figure(bind('COUNTIF(表.名称, "甲*")', words).expression).value
    assert plain == 'COUNTIF(名称文,"甲*")'


@pytest.mark.parametrize("text", ["SUM(总.一)", "MAX(总.一)", "SUM(表.金额)", "MAX(表.金额)"])
def test_money_stays_money(text: str):
    assert figure(text).money
    assert figure(text, Page()).money
    counts = {
        **VOCABULARY,
        **{name: replace(VOCABULARY[name], kind=Kind.NUMBER) for name in ("总.一", "表.金额")},
    }
    assert not Translation(Page(), counts).figure(bind(text, counts).expression).money


def test_the_size_of_a_difference():
    assert figure("ABS(总.一 - 总.二)").value == "ABS(一-二)"
    assert figure("ABS(总.一 - 总.二)").money


@pytest.mark.parametrize(
    ("text", "value", "fine"),
    [
        ("总.一 + 100", "一+100/U", True),
        ("100 - 总.一", "100/U-一", True),
        ("总.一 + 0", "一+0", False),
        ("总.一 * 3", "一*3", True),
        ("总.一 / 4 - 总.二", "一/4-二", True),
        ("SUM(总.一, 2)", "一+2/U", True),
        ("SUM(2, 总.一, 0)", "2/U+一+0", True),
        ("SUM(表.金额, COUNT(总.一))", "SUM(金额值)+COUNT(一)/U", True),
        ("MAX(总.一, 2, 3 + 1)", "MAX(一,2/U,(3+1)/U)", True),
        ("MIN(2, 表.金额)", "MIN(2/U,MIN(金额值))", True),
    ],
)
def test_a_plain_number_beside_money_is_yuan(text: str, value: str, fine: bool):
    assert (figure(text).value, figure(text).fine, figure(text).money) == (value, fine, True)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ('"甲"', '"甲"'),
        ("总.名称", "T(名称)"),
        ('总.名称 & "乙"', 'T(名称)&"乙"'),
        ('COUNT(总.一) & "个"', '(COUNT(一)&"")&"个"'),
        ('(COUNT(总.一) + 2) & "个"', '((COUNT(一)+2)&"")&"个"'),
        ("LEFT(总.名称, 1 + 1)", "LEFT(T(名称),1+1)"),
        ('CODENAME("科目", 表.编码)', 'IFERROR(VLOOKUP(T(编码)&"",科目,2,FALSE),"")'),
        ('CODENAME("科目", 表.编码 & "01")', 'IFERROR(VLOOKUP((T(编码)&"01")&"",科目,2,FALSE),"")'),
        ("总.一", '一&""'),
        ("总.一 + 总.二", '(一+二)&""'),
    ],
)
def test_an_expression_as_text(text: str, formula: str):
    assert translation().text(expression(text)) == formula


def test_plain_numbers_among_themselves_stay_what_they_are():
    assert figure("SUM(COUNT(总.一), 2)") == Spread("COUNT(一)+2")
    assert figure("MAX(1 + 1, 2)") == Spread("MAX(1+1,2)")


def test_the_ends_of_an_extreme_are_in_the_unit_of_the_workbook_too():
    value = "MAX(一,2/U)"
    ends = (f"{value}-MAX(一-一½,2/U)", f"MAX(一+一½,2/U)-{value}")
    assert figure("MAX(总.一, 2)") == Spread(value, *ends, money=True, fine=True)
