"""A header as it was read: blocks, their words, rows that are header and data at once."""

from __future__ import annotations

from jixiao.documents.cells import SourceCell
from jixiao.importing.blocks import Block, Header, HeaderColumn, Role

CODE = HeaderColumn(1, ("科目编码",), Role.CODE)
SPENT = HeaderColumn(2, ("本年支出", "小计"), Role.AMOUNT)
BLOCK = Block((CODE, SPENT))
HEADER = Header(first=2, last=4, numbering=frozenset({5}), blocks=(BLOCK,), shared=4)


def test_columns_are_asked_for_by_what_they_hold():
    assert BLOCK.of(Role.AMOUNT) == (SPENT,)
    assert BLOCK.of(Role.CODE, Role.AMOUNT) == (CODE, SPENT)
    assert BLOCK.words == {"科目编码", "本年支出", "小计"}


def test_a_row_shared_by_header_and_data_is_data_and_its_labels_are_none():
    assert [HEADER.is_data(row) for row in (3, 4, 5)] == [False, True, True]
    assert HEADER.names(SourceCell("小计"), 4)
    assert not HEADER.names(SourceCell("小计"), 6)
    assert not HEADER.names(SourceCell("2,946.25"), 4)


def test_for_a_further_piece_all_rows_are_data():
    further = HEADER.before(10)
    assert [further.is_data(row) for row in (9, 10)] == [False, True]
    assert (further.numbering, further.blocks) == (frozenset(), HEADER.blocks)
