"""A formula as Excel takes it, plainly: names for terms, brackets where they are needed."""

from __future__ import annotations

import pytest
from relation.places_on_paper import comparable
from small_sheet import VOCABULARY

from jixiao.relation.binding import bind
from jixiao.relation.excel import to_excel
from jixiao.relation.syntax import Text

NEXT_LEVEL = comparable('表.编码&"??"')


def excel(text: str) -> str:
    """Columns stand in square brackets, and what is looked through behind a key sign."""
    expression = bind(text, VOCABULARY).expression
    return to_excel(expression, lambda term, whole: f"[{term}]" if whole else term, lambda term: f"#{term}")


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("总.一 + 总.二 * 2", "总.一+(总.二*2)"),
        ("-总.一 - (总.二 - 总.三)", "(-总.一)-(总.二-总.三)"),
        ("-(总.一 + 总.二)", "-(总.一+总.二)"),
        ("--总.一", "-(-总.一)"),
        ("总.一 / 50%", "总.一/0.5"),
        ("总.一 * 0.0000001", "总.一*0.0000001"),
        (
            '-COUNTIF(表.编码, "208") - (1 + COUNTIF(表.编码, "209"))',
            '(-COUNTIF(#表.编码,"208"))-(1+COUNTIF(#表.编码,"209"))',
        ),
        ('MAX(1, COUNTIF(表.编码, "208"))', 'MAX(1,COUNTIF(#表.编码,"208"))'),
        ('总.名称 & "甲"', '总.名称&"甲"'),
        ("表.金额 + SUM(表.金额, 总.一)", "表.金额+SUM([表.金额],[总.一])"),
        ("MAX(表.金额, 总.一 - 1)", "MAX([表.金额],总.一-1)"),
        ("ABS(总.一)", "ABS(总.一)"),
        (
            'SUMIF(表.编码, "208*", 表.金额)',
            'SUMIF(#表.编码,"208*",[表.金额])',
        ),
        ('SUMIF(表.编码, "208", 表.金额)', 'SUMIF(#表.编码,"208",[表.金额])'),
        (
            'COUNTIF(表.编码, 表.编码 & "??")',
            f"COUNTIF(#表.编码,{NEXT_LEVEL})",
        ),
        ("COUNT(表.金额, 总.一)", "COUNTA([表.金额],[总.一])"),
        ("LEN(总.名称)", "LEN(总.名称)"),
        ("LEFT(总.名称, 2)", "LEFT(总.名称,2)"),
        ('CODENAME("科目", 表.编码)', 'IFERROR(VLOOKUP(表.编码&"",科目,2,FALSE),"")'),
    ],
)
def test_a_formula_says_what_the_relation_says(text: str, formula: str):
    assert excel(text) == formula


def test_quotes_in_a_text_are_doubled():
    assert to_excel(Text('甲"乙'), lambda term, whole: term, lambda term: term) == '"甲""乙"'
