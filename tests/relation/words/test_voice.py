"""The words of relations: the same patterns and functions in an equation and in a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from small_sheet import VOCABULARY as SMALL
from small_sheet import record, scope, with_rows

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.words.equation import conditions, equation
from jixiao.relation.words.quoting import QuotingVoice

VOCABULARY = {
    **SMALL,
    "表.编码": replace(SMALL["表.编码"], label="科目编码"),
    "他.金额": replace(SMALL["他.金额"], sheet="他表"),
}
BASE = with_rows(record(总_一="4", 总_名称="甲"), [("208", "社保", "1"), ("20805", "养老", "2")])


def in_equation(text: str) -> str:
    return equation(bind(text, VOCABULARY), VOCABULARY)


def in_sentence(text: str) -> str:
    relation = bind(text, VOCABULARY)
    at = next(replace(scope(BASE), vocabulary=VOCABULARY).each(relation.path))
    return QuotingVoice(VOCABULARY, Evaluation(at, {})).said(relation.expression)


@pytest.mark.parametrize(
    ("pattern", "which"),
    [
        ("301", "科目编码为301"),
        ("301??", "科目编码是301的下一级"),
        ("21011??", "科目编码是21011的下一级"),
        ("208????", "科目编码是208的下两级"),
        ("301?", "科目编码为301加一位"),
        ("20??", "科目编码以20开头、共四位"),
        ("301*", "科目编码以301开头"),
        ("???", "三位科目编码"),
        ("*01", "科目编码以01结尾"),
        ("*01*", "科目编码含有01"),
        ("*", "填了科目编码"),
        ("2?8??", "科目编码符合“2?8??”（?是一个字，*是任意几个字）"),
        ("*1?", "科目编码符合“*1?”（?是一个字，*是任意几个字）"),
    ],
)
def test_a_pattern_is_said_alike_in_both_voices(pattern: str, which: str):
    relation = f'SUMIF(表.编码, "{pattern}", 表.金额)'
    assert in_equation(relation) == f"{which}的金额之和"
    assert in_sentence(relation) == f"“表”中{which}的金额之和"


@pytest.mark.parametrize(
    ("pattern", "which"),
    [
        ("301??", "名称为301加两个字"),
        ("上年*", "名称以“上年”开头"),
        ("*税", "名称以“税”结尾"),
        ("*××*", "名称含有“××”"),
        ("XX", "名称为“XX”"),
        ("??", "名称为两个字"),
    ],
)
def test_a_pattern_of_names_is_no_code(pattern: str, which: str):
    assert in_equation(f'COUNTIF(表.名称, "{pattern}")') == f"{which}的行数"


@pytest.mark.parametrize(
    ("pattern", "planned", "found"),
    [
        ('表.编码 & "??"', "科目编码是本行科目编码的下一级", "科目编码是208的下一级"),
        ('表.编码 & "*"', "科目编码以本行科目编码开头", "科目编码以208开头"),
        ('"*" & 表.编码 & "*"', "科目编码含有本行科目编码", "科目编码含有208"),
        ("LEFT(表.编码, 2)", "科目编码为本行科目编码的前2位", "科目编码为20"),
        ("表.编码", "科目编码为本行科目编码", "科目编码为208"),
        ('总.名称 & "*"', "科目编码以名称开头", "科目编码以甲开头"),
    ],
)
def test_a_pattern_with_cells_is_planned_in_an_equation_and_found_in_a_sentence(
    pattern: str, planned: str, found: str
):
    relation = f"COUNTIF(表.编码, {pattern})"
    assert in_equation(relation) == f"{planned}的行数"
    assert in_sentence(relation) == f"“表”中{found}的行数"


@pytest.mark.parametrize(
    ("expression", "planned", "found"),
    [
        ("SUM(表.金额)", "表各行金额之和", "“表”各行金额之和"),
        ("SUM(表.金额, 总.一)", "表各行金额与一之和", "“表”各行金额与“一”之和"),
        ("MAX(总.一, 总.二, 总.三)", "一、二与三中最大的数", "“一”、“二”与“三”中最大的数"),
        ("1 - MIN(1, 总.一)", "1 － （1与一中最小的数）", "1减（1与“一”中最小的数）"),
        ("COUNT(表.名称)", "表各行名称已填的个数", "“表”各行名称已填的个数"),
        ("ABS(总.一 - 总.二)", "（一 － 二）的绝对值", "（“一”减“二”）的绝对值"),
        ("LEN(LEFT(表.编码, 3))", "科目编码的前3位的位数", "“科目编码”的前3位的位数"),
        ("LEN(表.名称)", "名称的字数", "“名称”的字数"),
        ('CODENAME("科目", 表.编码)', "《科目》中科目编码的名称", "《科目》中“科目编码”的名称"),
        ("IN(LEN(表.编码), 3, 5, 7)", "科目编码的位数为3位、5位或7位", "“科目编码”的位数为3位、5位或7位"),
        ("AND(总.一 > 0, 总.二 = 0)", "一 ＞ 0，并且二 ＝ 0", "“一”大于0，并且“二”等于0"),
        (
            "OR(总.一 > 0, AND(总.二 = 0, 总.三 = 0))",
            "一 ＞ 0，或者（二 ＝ 0，并且三 ＝ 0）",
            "“一”大于0，或者（“二”等于0，并且“三”等于0）",
        ),
        ("总.一 - (总.二 - 总.三) * 2", "一 － （（二 － 三） × 2）", "“一”减（（“二”减“三”）乘2）"),
        ("总.一 + 总.二 + 总.三 + 总.四", "一 ＋ 二 ＋ 三 ＋ 四", "“一”等4项之和"),
        ("总.一 + 总.二", "一 ＋ 二", "“一”与“二”之和"),
        ("-总.一", "－一", "负的“一”"),
    ],
)
def test_an_expression_in_both_voices(expression: str, planned: str, found: str):
    assert in_equation(expression) == planned
    assert in_sentence(expression) == found


def test_the_sheet_is_named_where_a_relation_joins_several():
    assert (
        in_equation('SUM(他.金额) = SUMIF(表.编码, "???", 表.金额)')
        == "他各行金额之和 ＝ 表·三位科目编码的金额之和"
    )


def test_conditions_hold_together():
    when = [bind("总.一 > 0", VOCABULARY), bind('总.名称 <> ""', VOCABULARY)]
    assert conditions(when, VOCABULARY) == "一 ＞ 0，并且名称 ≠ 空"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_accountant_reads_the_name_of_a_function(name: str):
    from jixiao.pack.loading import load_pack

    vocabulary = load_pack().vocabulary
    assert not re.search("[A-Z]{2}", equation(bind(FUNCTIONS[name].example, vocabulary), vocabulary))
