"""A sheet that no score table fills is told, in bounded time."""

import pytest

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Merge, SourceDocument, SourcePlace, SourceTable
from jixiao.frameworks.columns.table_bounds import (
    MOST_COLUMNS,
    MOST_DIGITS,
    MOST_IN_CELL,
    MOST_ROWS,
    within_bounds,
)
from jixiao.frameworks.printed.printed_table import printed_table
from jixiao.model.errors import UnusableInput


def document(row=1, column=1, merge=None):
    rows = {row: {column: SourceCell("甲", None, "")}}
    table = SourceTable(SourcePlace(sheet="表"), rows, (merge,) if merge else ())
    return SourceDocument("评分表.xlsx", "xlsx", (table,))


@pytest.mark.parametrize("place", [(MOST_ROWS + 1, 1), (1, MOST_COLUMNS + 1), (1_048_576, 16_384)])
def test_what_is_too_large_is_not_looked_through(place):
    with pytest.raises(UnusableInput, match="“表”超过"):
        printed_table(document(*place))


def test_what_is_just_as_large_is_looked_through():
    assert printed_table(document(MOST_ROWS, MOST_COLUMNS)) is None


def test_more_text_than_anybody_hands_out_is_refused():
    rows = {row: {1: SourceCell("甲" * 30_000)} for row in range(1, 20)}
    with pytest.raises(UnusableInput, match="太多"):
        printed_table(SourceDocument("评分表.xlsx", "xlsx", (SourceTable(SourcePlace(), rows),)))


def table_with(standard):
    header = dict(enumerate(map(SourceCell, ("一级指标", "三级指标", "分值", "评分标准")), 1))
    row = dict(
        enumerate((SourceCell("产出"), SourceCell("完成率"), SourceCell("10"), SourceCell(standard)), 1)
    )
    return SourceDocument("评分表.xlsx", "xlsx", (SourceTable(SourcePlace(sheet="表"), {1: header, 2: row}),))


@pytest.mark.parametrize(
    ("standard", "what"), [("甲" * (MOST_IN_CELL + 1), "5001 个字"), ("1" * MOST_DIGITS, "40 位以上的数")]
)
def test_a_cell_that_no_table_has_is_told_and_left_to_people(standard, what):
    read = printed_table(table_with(standard))
    assert f"“表”D2里有{what}" in read.remarks[0]
    assert standard not in read.rows[0].standard
    assert what in read.rows[0].standard


@pytest.mark.parametrize("standard", ["甲" * MOST_IN_CELL, "1" * (MOST_DIGITS - 1)])
def test_a_cell_that_is_just_as_long_is_read(standard):
    read = printed_table(table_with(standard))
    assert (read.rows[0].standard, read.remarks) == (standard, ())


def test_rows_that_all_look_like_headers_are_refused():
    header = dict(enumerate(map(SourceCell, ("一级指标", "三级指标", "分值", "评分标准")), 1))
    rows = {row: header | {100: SourceCell("甲")} for row in range(1, 1000)}
    with pytest.raises(UnusableInput, match="太多"):
        printed_table(SourceDocument("评分表.xlsx", "xlsx", (SourceTable(SourcePlace(), rows),)))


def test_whole_columns_that_are_merged_end_with_what_is_filled():
    cut, told = within_bounds(document(9, 1, Merge(2, 1, 1_048_576, 16_384)))
    assert cut.blocks[0].merges == (Merge(2, 1, 9, MOST_COLUMNS),)
    assert told == ()
