from __future__ import annotations

import pytest
from small_sheet import VOCABULARY

from jixiao.relation.binding import bind, bind_value
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.syntax import RelationError


def test_an_unknown_term_is_refused_with_the_nearest_known_one():
    with pytest.raises(RelationError, match=r"did you mean “总\.合计”"):
        bind("总.合记 = 总.一", VOCABULARY)


def test_an_unknown_function_is_refused_with_the_known_ones():
    with pytest.raises(RelationError, match="known: SUM"):
        bind("总.合计 = VLOOKUP(总.一)", VOCABULARY)


def test_a_function_with_too_few_arguments_is_refused():
    with pytest.raises(RelationError, match="takes 3 arguments"):
        bind("总.合计 = SUMIF(表.编码, 表.金额)", VOCABULARY)


def test_sumif_needs_columns():
    with pytest.raises(RelationError, match="must be a column"):
        bind('总.合计 = SUMIF(表.编码, "208", 表.金额 + 1)', VOCABULARY)


def test_a_comparison_inside_an_expression_is_refused():
    with pytest.raises(RelationError, match="compares"):
        bind("总.合计 = (总.一 = 总.二)", VOCABULARY)


def test_a_relation_over_single_cells_belongs_to_the_workbook():
    assert bind("总.合计 = SUM(表.金额)", VOCABULARY).path == ()


def test_a_column_outside_sum_makes_the_relation_run_row_by_row():
    assert bind("表.金额 <= 总.合计", VOCABULARY).path == ("表",)


def test_a_table_in_a_block_is_summed_within_its_block():
    assert bind("块.合计 = SUM(块.项.金额)", VOCABULARY).path == ("块",)


def test_columns_of_two_tables_do_not_meet_without_sum():
    with pytest.raises(RelationError, match="a column needs SUM"):
        bind("表.金额 = 他.金额", VOCABULARY)


def test_the_terms_are_listed_once_in_reading_order():
    assert bind("总.二 = 总.一 + 总.二", VOCABULARY).terms == ("总.二", "总.一")


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        ("总.合计 = AND(总.一 > 0, 总.二 > 0)", "“AND” compares inside an expression"),
        ("SUM(表.金额, 总.一 = 总.二) > 0", "“=” compares inside an expression"),
        ("-OR(总.一 > 0, 总.二 > 0)", "“OR” compares inside an expression"),
        ("IN(总.一 > 0, 1, 2)", "“>” compares inside an expression"),
        ("(总.一 = 总.二) & 总.名称", "“=” compares inside an expression"),
        ("AND(总.一, 总.二 > 0)", "argument 1 of AND must be a comparison"),
        ('OR(总.一 > 0, LEFT(总.名称, 2), "甲")', "argument 2 of OR must be a comparison"),
        ("AND(总.一 > 0)", "AND takes at least 2 arguments"),
        ("IN(总.一)", "IN takes at least 2 arguments"),
        ("CODENAME(总.名称, 表.编码)", "argument 1 of CODENAME must be a text in quotes"),
        ('SUMIF(表.编码, "208", 他.金额)', "adds up another table than it looks through"),
    ],
)
def test_nonsense_is_refused(relation: str, reason: str):
    with pytest.raises(RelationError, match=reason):
        bind(relation, VOCABULARY)


def test_truths_may_stand_inside_truths():
    text = 'AND(总.一 > 0, OR(IN(LEN(表.编码), 3, 5), 表.名称 = "甲"))'
    assert bind(text, VOCABULARY).path == ("表",)


def test_a_value_is_no_comparison():
    assert bind_value("总.一 + 总.二", VOCABULARY).terms == ("总.一", "总.二")
    for text in ("总.一 = 总.二", "IN(总.一, 1, 2)"):
        with pytest.raises(RelationError, match="must come to a number or a text"):
            bind_value(text, VOCABULARY)


def test_a_column_behind_a_sign_is_a_column_too():
    assert bind("-表.金额 < 0", VOCABULARY).path == ("表",)


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        ("FOO(总.一)", f"unknown function “FOO” in “FOO(总.一)”; known: {', '.join(FUNCTIONS)}"),
        ("LEFT(总.名称)", "LEFT takes 2 arguments in “LEFT(总.名称)”"),
        ("IN(总.一)", "IN takes at least 2 arguments in “IN(总.一)”"),
        (
            'SUMIF(表.编码, "2", 总.一 + 1)',
            'argument 3 of SUMIF must be a column in “SUMIF(表.编码, "2", 总.一 + 1)”',
        ),
        ("XYZ.QQQ", "unknown term “XYZ.QQQ” in “XYZ.QQQ”"),
        (
            "ABS(总.一 = 1)",
            "“=” compares inside an expression in “ABS(总.一 = 1)”; AND, OR join comparisons",
        ),
        (
            "表.金额 = 他.金额",
            "“他.金额” belongs to another table in “表.金额 = 他.金额”; a column needs SUM, COUNT, MAX, MIN",
        ),
        ("AND(总.一, 总.二 = 1)", "argument 1 of AND must be a comparison in “AND(总.一, 总.二 = 1)”"),
        (
            'SUMIF(表.编码, "2", 他.金额)',
            'SUMIF adds up another table than it looks through in “SUMIF(表.编码, "2", 他.金额)”',
        ),
        (
            "CODENAME(总.名称, 表.编码)",
            "argument 1 of CODENAME must be a text in quotes in “CODENAME(总.名称, 表.编码)”",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_with_the_relation(relation: str, message: str):
    with pytest.raises(RelationError) as caught:
        bind(relation, VOCABULARY)
    assert str(caught.value) == message
