"""A relation in one line, before anything is filled in: labels of the form and signs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from relation.spoken import VOCABULARY, in_equation

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.binding import bind
from jixiao.relation.words.equation import conditions, equation


def labelled(**labels: str) -> Vocabulary:
    """The vocabulary with other labels: 总_一="基本支出（本年）"."""
    names = {name.replace("_", ".", 1): label for name, label in labels.items()}
    return {**VOCABULARY, **{name: replace(VOCABULARY[name], label=label) for name, label in names.items()}}


def said(text: str, vocabulary: Vocabulary) -> str:
    return equation(bind(text, vocabulary), vocabulary)


def test_the_sheet_is_named_where_a_relation_joins_several():
    assert (
        in_equation('SUM(他.金额) = SUMIF(表.编码, "???", 表.金额)')
        == "他各行金额之和 ＝ 表·三位科目编码的金额之和"
    )
    other = {**VOCABULARY, "总.二": replace(VOCABULARY["总.二"], sheet="乙表")}
    assert said("总.一 = 总.二", other) == "表·一 ＝ 乙表·二"
    assert said("总.二 = 总.二 + 1", other) == "二 ＝ 二 ＋ 1"


def test_what_all_labels_have_in_brackets_is_said_once_in_front():
    column = labelled(总_合计="合计（本年）", 总_一="基本（含人员）（本年）", 总_二="项目（本年）")
    assert said("总.合计 = 总.一 + 总.二", column) == "本年：合计 ＝ 基本（含人员） ＋ 项目"

    assert said("总.一 = 总.二", labelled(总_一="一（本年）", 总_二="二（本年）")) == "本年：一 ＝ 二"
    inside = labelled(总_一="一（执行数（B））", 总_二="二（执行数（B））")
    assert said("总.一 = 总.二", inside) == "执行数（B）：一 ＝ 二"


@pytest.mark.parametrize(
    "labels",
    [
        {"总_一": "一（本年）", "总_二": "二（上年）"},
        {"总_一": "一（本年）", "总_二": "二"},
        {"总_一": "一（本年）止", "总_二": "二（本年）止"},
        {"总_一": "（本年）", "总_二": "（本年）"},
    ],
)
def test_labels_that_have_no_column_in_common_keep_their_brackets(labels: dict[str, str]):
    found = said("总.一 = 总.二", labelled(**labels))
    assert found == " ＝ ".join(labels.values())


def test_a_single_label_keeps_its_brackets():
    assert said("总.一 > 0", labelled(总_一="一（本年）")) == "一（本年） ＞ 0"


def test_numbers_beside_percentages_are_percentages():
    percent = {**VOCABULARY, "总.一": replace(VOCABULARY["总.一"], kind=Kind.PERCENT)}
    assert said("总.一 <= 0.95", percent) == "一 ≤ 95%"
    assert said("总.二 <= 0.95", percent) == "二 ≤ 0.95"


def test_lengths_beside_percentages_are_lengths():
    percent = {**VOCABULARY, "表.金额": replace(VOCABULARY["表.金额"], kind=Kind.PERCENT)}
    text = "SUMIF(表.编码, LEFT(表.编码, 3), 表.金额) <= 0.5"
    assert said(text, percent) == "科目编码为本行科目编码的前3位的金额之和 ≤ 50%"


def test_inside_a_pattern_the_row_that_is_checked_is_told_from_those_that_are_looked_through():
    other = {**VOCABULARY, "总.名称": replace(VOCABULARY["总.名称"], sheet="乙表")}
    assert said("COUNTIF(表.编码, LEFT(表.编码, 3)) = 1", other) == "科目编码为本行科目编码的前3位的行数 ＝ 1"
    assert said("COUNTIF(表.编码, 总.名称) = 1", other) == "表·科目编码为名称的行数 ＝ 1"


def test_conditions_hold_together():
    when = [bind("总.一 > 0", VOCABULARY), bind('总.名称 <> ""', VOCABULARY)]
    assert conditions(when, VOCABULARY) == "一 ＞ 0，并且名称 ≠ 空"
    assert conditions(when[:1], VOCABULARY) == "一 ＞ 0"
    assert conditions([], VOCABULARY) == ""
