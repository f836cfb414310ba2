"""Which cells an expression looks at, known before anything is filled in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from small_sheet import VOCABULARY

from jixiao.model.term import Vocabulary
from jixiao.relation.binding import bind
from jixiao.relation.reads import reads


def found(text: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    """Each use: a cell, [a whole column], or {a column where a key matches}."""
    said = []
    for read in reads(bind(text, vocabulary).expression, vocabulary):
        assert (read.pattern is not None) == bool(read.keys)
        matched = f"{{{read.term} where {read.keys}}}"
        said.append(matched if read.keys else f"[{read.term}]" if read.whole else read.term)
    return said


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("总.合计 = -总.一 + 总.合计", ["总.合计", "总.一", "总.合计"]),
        ("SUM(表.金额, 总.一, 2 * 总.二)", ["[表.金额]", "[总.一]", "总.二"]),
        ("MAX(表.金额)", ["[表.金额]"]),
        ("ABS(总.一)", ["总.一"]),
        ("LEFT(总.名称, 2)", ["总.名称"]),
        ('SUMIF(表.编码, 总.名称 & "*", 表.金额)', ["总.名称", "{表.金额 where 表.编码}"]),
        ("COUNTIF(表.编码, LEFT(总.名称, 3))", ["总.名称", "{表.编码 where 表.编码}"]),
        ("COUNT(表.金额) + 总.一", ["总.一"]),
        ('1 & "甲"', []),
    ],
)
def test_every_use_of_a_term_in_reading_order(text: str, uses: list[str]):
    assert found(text) == uses


def test_words_that_are_printed_in_the_form_are_not_looked_at_but_figures_are():
    given = {
        **VOCABULARY,
        "总.名称": replace(VOCABULARY["总.名称"], given=True),
        "总.一": replace(VOCABULARY["总.一"], given=True),
    }
    assert found("总.名称 = 总.一", given) == ["总.一"]
