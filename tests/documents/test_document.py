"""Places in words, merged cells, pages of a table."""

from __future__ import annotations

import pytest

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import (
    Merge,
    SourceDocument,
    SourceParagraph,
    SourcePlace,
    SourceTable,
    cell_address,
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (SourcePlace(sheet="表1"), "表1"),
        (SourcePlace(table=3), "第3个表"),
        (SourcePlace(page=5, table=2), "第5页第2个表"),
        (SourcePlace(paragraph=12), "第12段"),
        (SourcePlace(page=5, paragraph=2), "第5页"),
    ],
)
def test_a_place_is_said_as_people_say_it(place: SourcePlace, words: str):
    assert place.words == words


def test_a_merged_cell_is_seen_wherever_it_reaches():
    table = SourceTable(SourcePlace(), {2: {2: SourceCell("支出")}}, (Merge(2, 2, 3, 4),))
    assert [table.seen(2, 2), table.seen(3, 4), table.seen(4, 4), table.seen(2, 5)] == [
        "支出",
        "支出",
        "",
        "",
    ]
    assert (table.merge(3, 3), table.merge(1, 1)) == (Merge(2, 2, 3, 4), None)


def test_rows_stand_on_the_page_that_began_before_them():
    table = SourceTable(SourcePlace(page=4), {}, pages={10: 5, 20: 7})
    assert [table.page(row) for row in (1, 9, 10, 19, 20, 99)] == [4, 4, 5, 5, 7, 7]


def test_blocks_are_told_apart():
    line, table = SourceParagraph("单位：元", SourcePlace(paragraph=1)), SourceTable(SourcePlace(table=1), {})
    document = SourceDocument("a.docx", "docx", (line, table))
    assert (list(document.paragraphs), list(document.tables)) == ([line], [table])


def test_an_address_is_that_of_a_worksheet():
    assert cell_address(3, 28) == "AB3"
