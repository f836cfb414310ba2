"""The formulas of a relation: its gap, what rounding explains of it, and the verdict."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from relation.places_on_paper import comparable, translation
from small_sheet import VOCABULARY

from jixiao.model.outcome import Outcome
from jixiao.relation.agreement import Agreement, Joint, verdict_word
from jixiao.relation.binding import bind
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE, Comparison

NAME = comparable("T(名称)")
UNEVEN = Agreement("=", "左", "右", "2", below=("左下", "右下"), above=("左上", "右上"), money=True)


def agreement(text: str) -> Agreement:
    found = translation().agreement(bind(text, VOCABULARY).expression)
    assert isinstance(found, Agreement)
    return found


def verdict(sides: Agreement) -> str:
    return sides.verdict("差", sides.tolerance("差"), sides.left, sides.right)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("总.合计 = 总.一", "ROUND(左-右,D)"),
        ("总.合计 = 总.一 / 3", "ROUND(左-右,D+4)"),
        ("总.合计 / 3 = 总.一", "ROUND(左-右,D+4)"),
        ("总.合计 / 总.一 = 1", "ROUND(左-右,12)"),
        ("0 = 总.一", "ROUND(左-右,D)"),
        ("3 = 总.一", "ROUND(左-右,D+4)"),
        ("COUNT(表.金额) = 2", "ROUND(左-右,12)"),
    ],
)
def test_a_gap_is_rounded_to_what_the_figures_can_show(text: str, formula: str):
    assert agreement(text).gap("左", "右") == formula


@pytest.mark.parametrize(("right", "gap"), [("0", "ROUND(左,2)"), ("甲+乙", "ROUND(左-(甲+乙),2)")])
def test_the_right_side_is_taken_off_as_a_whole(right: str, gap: str):
    assert UNEVEN.gap("左", right) == gap


@pytest.mark.parametrize(
    ("operator", "tolerance"),
    [
        ("=", "IF(差>0,左下+右上,左上+右下)"),
        ("<=", "左下+右上"),
        (">=", "左上+右下"),
        ("<", "0"),
        (">", "0"),
        ("<>", "0"),
    ],
)
def test_the_ends_that_face_each_other_are_what_rounding_explains(operator: str, tolerance: str):
    assert replace(UNEVEN, operator=operator).tolerance("差") == tolerance


def test_equal_ends_need_no_choice_and_nothing_is_left_out():
    assert replace(UNEVEN, below=("半", "0"), above=("半", "0")).tolerance("差") == "半"
    assert replace(UNEVEN, below=("0", "0"), above=("0", "0")).tolerance("差") == "0"
    assert replace(UNEVEN, operator=">=", below=("半", "0"), above=("0", "半")).tolerance("差") == "0"


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("总.合计 = 总.一", 'IF(差=0,"通过",IF(ROUND(ABS(差)-(合计½+一½),9)<=0,"尾差","不平"))'),
        ("总.合计 <= 总.一", 'IF(差<=0,"通过",IF(ROUND(差-(合计½+一½),9)<=0,"尾差","不平"))'),
        ("总.合计 >= 总.一", 'IF(差>=0,"通过",IF(ROUND(-差-(合计½+一½),9)<=0,"尾差","不平"))'),
        ("总.合计 >= 30000", 'IF(差>=0,"通过",IF(ROUND(-差-合计½,9)<=0,"尾差","不平"))'),
        ("总.合计 < 总.一", 'IF(差<0,"通过","不平")'),
        ("总.合计 > 总.一", 'IF(差>0,"通过","不平")'),
        ("总.合计 <> 总.一", 'IF(差<>0,"通过","不平")'),
        ("COUNT(表.金额) = 2", 'IF(差=0,"通过","不平")'),
        ("总.名称 = 总.一", '"不平"'),
        ("总.一 <> 总.名称", '"不平"'),
        ('总.名称 = "甲乙"', f'IF({NAME}="甲乙","通过","不平")'),
        ('"甲 乙" <> 总.名称', f'IF({comparable(chr(34) + "甲 乙" + chr(34))}<>{NAME},"通过","不平")'),
    ],
)
def test_the_verdict(text: str, formula: str):
    assert verdict(agreement(text)) == formula


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("总.合计 = 总.一 + 总.二", ("合计", "一+二", ("合计½", "一½+二½"), True)),
        ("总.合计 >= 30000", ("合计", "30000/U", ("合计½", "0"), True)),
        ("50% <= COUNT(总.一)", ("0.5", "COUNT(一)", ("0", "0"), False)),
    ],
)
def test_the_sides_are_in_the_same_unit(text: str, sides: tuple[object, ...]):
    found = agreement(text)
    assert (found.left, found.right, found.below, found.money) == sides
    assert found.above == found.below
    assert not found.of_texts
    assert not found.mixed


def test_a_side_of_text_stands_there_as_text():
    mixed, texts = agreement("总.一 = 总.名称"), agreement('LEFT(总.名称, 2) = "甲"')
    assert (mixed.left, mixed.right, mixed.mixed, mixed.of_texts) == ("一", "T(名称)", True, False)
    assert (texts.left, texts.right, texts.mixed, texts.of_texts) == ("LEFT(T(名称),2)", '"甲"', False, True)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("AND(总.一 > 0, 总.二 < 0)", 'IF(AND(ROUND(一,D)>0,ROUND(二,D)<0),"通过","不平")'),
        ('OR(总.名称 = "甲", 总.一 > 0)', f'IF(OR({NAME}="甲",ROUND(一,D)>0),"通过","不平")'),
        (
            "IN(LEN(总.名称), 3, 5)",
            'IF(OR(ROUND(LEN(T(名称))-3,12)=0,ROUND(LEN(T(名称))-5,12)=0),"通过","不平")',
        ),
        (
            "AND(总.一 <= 总.二, 总.一 > 0)",
            'IF(AND(ROUND(一-二,D)<=0,ROUND(一,D)>0),"通过",'
            'IF(AND(ROUND(ROUND(一-二,D)-(一½+二½),9)<=0,ROUND(一,D)>0),"尾差","不平"))',
        ),
    ],
)
def test_joined_comparisons_hold_sharply_or_within_rounding(text: str, formula: str):
    found = translation().agreement(bind(text, VOCABULARY).expression)
    assert isinstance(found, Joint)
    assert found.formula == formula


@pytest.mark.parametrize(
    ("outcome", "reason", "word"),
    [
        (Outcome.PASSED, "", "通过"),
        (Outcome.ROUNDING, "", "尾差"),
        (Outcome.INCONSISTENT, "", "不平"),
        (Outcome.NOT_CHECKED, BLANK, "未填"),
        (Outcome.NOT_CHECKED, NOT_APPLICABLE, "不适用"),
        (Outcome.NOT_CHECKED, "分母为零", "无法核对"),
    ],
)
def test_python_has_the_same_words(outcome: Outcome, reason: str, word: str):
    assert verdict_word(Comparison(outcome, reason=reason)) == word
