"""Both voices say the same words: patterns, functions, operators and brackets."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from relation.spoken import VOCABULARY, in_equation, in_sentence, voice

from jixiao.model.fact import Kind
from jixiao.relation.binding import bind
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.words.equation import equation
from jixiao.relation.words.voice import kind_of, listed


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
        ("**", "填了科目编码"),
        ("A1", "科目编码为A1"),
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


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_accountant_reads_the_name_of_a_function(name: str):
    from jixiao.pack.loading import load_pack

    vocabulary = load_pack().vocabulary
    assert not re.search("[A-Z]{2}", equation(bind(FUNCTIONS[name].example, vocabulary), vocabulary))


@pytest.mark.parametrize(
    ("relation", "planned", "found"),
    [
        ("总.一 = 总.二", "一 ＝ 二", "“一”等于“二”"),
        ("总.一 <> 总.二", "一 ≠ 二", "“一”不等于“二”"),
        ("总.一 <= 总.二", "一 ≤ 二", "“一”不大于“二”"),
        ("总.一 >= 总.二", "一 ≥ 二", "“一”不小于“二”"),
        ("总.一 < 总.二", "一 ＜ 二", "“一”小于“二”"),
        ("总.一 > 总.二", "一 ＞ 二", "“一”大于“二”"),
        ("总.一 + 2", "一 ＋ 2", "“一”加2"),
        ("总.一 - 总.二 - 总.三", "一 － 二 － 三", "“一”减“二”减“三”"),
        ("总.一 - (总.二 + 总.三)", "一 － （二 ＋ 三）", "“一”减（“二”与“三”之和）"),
        ("总.一 * 总.二", "一 × 二", "“一”乘“二”"),
        ("(总.一 + 总.二) * 总.三", "（一 ＋ 二） × 三", "（“一”与“二”之和）乘“三”"),
        ("总.一 / (总.二 - 总.三)", "一 ÷ （二 － 三）", "“一”除以（“二”减“三”）"),
        ("总.一 * -总.二", "一 × （－二）", "“一”乘（负的“二”）"),
        ("-(总.一 + 总.二)", "－（一 ＋ 二）", "负的（“一”与“二”之和）"),
        ("SUM(总.一, 总.二) * 2", "（一与二之和） × 2", "（“一”与“二”之和）乘2"),
        ("ABS(总.一) * 2", "一的绝对值 × 2", "“一”的绝对值乘2"),
        ('总.名称 & "市"', "名称接“市”", "“名称”接“市”"),
        ('总.名称 = ""', "名称 ＝ 空", "“名称”等于空"),
        ("总.一 = 1.50", "一 ＝ 1.50", "“一”等于1.50"),
        ("总.一 = 0.0000001", "一 ＝ 0.0000001", "“一”等于0.0000001"),
        ('(总.一 / 总.二) & "倍"', "（一 ÷ 二）接“倍”", "（“一”除以“二”）接“倍”"),
    ],
)
def test_operators_are_signs_in_an_equation_and_words_in_a_sentence(relation: str, planned: str, found: str):
    assert in_equation(relation) == planned
    assert in_sentence(relation) == found


@pytest.mark.parametrize(
    ("relation", "found"),
    [
        ("IN(COUNT(总.一, 总.二), 1, 2)", "“一”与“二”已填的个数为1个或2个"),
        ("IN(COUNTIF(表.编码, 总.名称), 0, 1)", "“表”中科目编码为甲的行数为0行或1行"),
        ("IN(LEN(总.名称), 2, 3, 4)", "“名称”的字数为2个字、3个字或4个字"),
        ('IN(总.名称, "甲", "乙")', "“名称”为“甲”或“乙”"),
        ("IN(ABS(总.一), 1)", "“一”的绝对值为1"),
    ],
)
def test_each_choice_is_said_with_what_is_counted(relation: str, found: str):
    assert in_sentence(relation) == found


@pytest.mark.parametrize(
    ("text", "of_code"),
    [
        ("表.编码", True),
        ("LEFT(表.编码, 3)", True),
        ('表.编码 & "01"', True),
        ("总.名称", False),
        ("表.编码 & 表.名称", False),
        ('"208"', False),
    ],
)
def test_a_code_has_digits_and_no_characters(text: str, of_code: bool):
    assert voice(text).is_code(bind(text, VOCABULARY).expression) is of_code


def test_things_are_listed_as_people_list_them():
    assert listed(["甲"]) == "甲"
    assert listed(["甲", "乙"]) == "甲与乙"
    assert listed(["甲", "乙", "丙"], "或") == "甲、乙或丙"


AMOUNT, PERCENT, NUMBER = Kind.AMOUNT, Kind.PERCENT, Kind.NUMBER


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("总.一", AMOUNT),
        ("-总.一", AMOUNT),
        ("1 + 总.一", AMOUNT),
        ("总.三 + 总.一", PERCENT),
        ("总.一 / 总.二", NUMBER),
        ("总.一 / 总.三", AMOUNT),
        ("总.一 / 2", AMOUNT),
        ("总.三 / 总.三 + 总.一", AMOUNT),
        ("总.三 * 总.一", AMOUNT),
        ("总.一 * 总.三", AMOUNT),
        ("总.三 * 2", PERCENT),
        ("SUM(总.名称, 总.三, 总.一)", PERCENT),
        ('CODENAME("科目", 总.名称) & 总.三', PERCENT),
        ("总.三 <= 0.5", PERCENT),
        ("LEN(总.名称)", NUMBER),
        ("7", NUMBER),
    ],
)
def test_a_side_is_of_the_kind_of_its_first_figure(text: str, kind: Kind):
    vocabulary = {**VOCABULARY, "总.三": replace(VOCABULARY["总.三"], kind=PERCENT)}
    assert kind_of(bind(text, vocabulary).expression, vocabulary) is kind


def test_the_name_of_a_table_is_the_last_part_of_its_group():
    assert voice("1").name_of_table("块.项.金额") == "项"
    assert voice("1").name_of_table("表.金额") == "表"
    assert voice("1").name_of_table("总.一") == ""
