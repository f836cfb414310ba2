from __future__ import annotations

import pytest
from small_sheet import VOCABULARY

from jixiao.relation.binding import bind
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
