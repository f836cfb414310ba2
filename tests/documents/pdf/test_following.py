"""Tables that go on overleaf, and lines that stand on every page."""

from __future__ import annotations

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Merge, SourceParagraph, SourcePlace, SourceTable
from jixiao.documents.pdf.following import blocks_of
from jixiao.documents.pdf.pages import PageItem, PageTable, PdfPage, TextLine


def table(xs: tuple[float, ...], *rows: tuple[str, ...]) -> PageTable:
    cells = {r: {c: SourceCell(t) for c, t in enumerate(row, 1) if t} for r, row in enumerate(rows, 1)}
    single = tuple(Merge(r, c, r, c) for r in range(1, len(rows) + 1) for c in range(1, len(xs)))
    return PageTable(100, xs, cells, single, len(rows))


def page(*items: PageItem) -> PdfPage:
    return PdfPage(items, 1, False)


def tables(*pages: PdfPage) -> list[SourceTable]:
    return [block for block in blocks_of(pages) if isinstance(block, SourceTable)]


THREE = (0.0, 50.0, 100.0, 150.0)


def test_a_table_that_begins_a_page_goes_on_with_the_one_before():
    first, second = (
        page(TextLine(1, "收入决算表"), table(THREE, ("a", "b", "c"))),
        page(table(THREE, ("d", "", "f"))),
    )
    (joined,) = tables(first, second)
    assert {row: list(cells) for row, cells in joined.rows.items()} == {1: [1, 2, 3], 2: [1, 3]}
    assert (joined.place, joined.pages) == (SourcePlace(page=1, table=1), {2: 2})


def test_columns_are_placed_by_where_they_stand():
    fewer = table((0.0, 51.0, 149.0), ("d", "e"))
    (joined,) = tables(page(table(THREE, ("a", "b", "c"))), page(fewer))
    assert joined.rows[2] == {1: SourceCell("d"), 2: SourceCell("e")}
    assert joined.merges == (Merge(2, 2, 2, 3),)


def test_the_first_page_may_have_fewer_columns():
    (joined,) = tables(page(table((0.0, 150.0), ("标题",))), page(table(THREE, ("a", "b", "c"))))
    assert joined.merges == (Merge(1, 1, 1, 3),)


def test_a_table_with_other_columns_is_another():
    assert len(tables(page(table(THREE, ("a",))), page(table((0.0, 70.0, 100.0, 150.0), ("b",))))) == 2


def test_a_table_below_text_or_behind_a_page_between_is_another():
    one = page(table(THREE, ("a",)))
    assert len(tables(one, page(TextLine(1, "续"), table(THREE, ("b",))))) == 2
    assert len(tables(one, page(), one)) == 2
    assert [found.place.table for found in tables(page(table(THREE, ("a",)), table(THREE, ("b",))))] == [1, 2]


def test_a_running_head_is_said_once_and_does_not_part_a_table():
    pages = [page(TextLine(1, f"某局2024年度决算 {n}"), table(THREE, ("a",))) for n in range(1, 4)]
    assert [type(block) for block in blocks_of(pages)] == [SourceParagraph, SourceTable]


def test_a_line_that_begins_few_pages_stays():
    pages = [page(TextLine(1, "续表"), TextLine(2, f"{n}")) for n in (1, 2)] + [
        page(TextLine(1, "x")) for _ in range(9)
    ]
    assert [block.text for block in blocks_of(pages)].count("续表") == 2
