"""A document as sheets: worksheets apart, everything else below each other; every cell knows its place."""

from __future__ import annotations

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import (
    Block,
    Merge,
    SourceDocument,
    SourceParagraph,
    SourcePlace,
    SourceTable,
)
from jixiao.importing.sheets import SourceSheet, sheets_of


def table(place: SourcePlace, *rows: tuple[str, ...], merges: tuple[Merge, ...] = ()) -> SourceTable:
    cells = {r: {c: SourceCell(t) for c, t in enumerate(row, 1)} for r, row in enumerate(rows, 1)}
    return SourceTable(place, cells, merges)


def only_sheet(*blocks: Block) -> SourceSheet:
    (sheet,) = sheets_of(SourceDocument("决算.docx", "docx", blocks))
    return sheet


TITLE = SourceParagraph("支出决算表", SourcePlace(paragraph=1))
UNIT = SourceParagraph("单位：元", SourcePlace(paragraph=2))
TABLE = table(SourcePlace(table=1), ("a", "b"), ("c", "d"), merges=(Merge(1, 1, 2, 1),))


def test_each_worksheet_is_a_sheet():
    document = SourceDocument(
        "a.xlsx", "xlsx", (table(SourcePlace(sheet="甲"), ("a",)), table(SourcePlace(sheet="乙")))
    )
    assert [(sheet.name, sheet.where(1, 1)) for sheet in sheets_of(document) if sheet.rows] == [
        ("甲", ("甲", "A1"))
    ]


def test_paragraphs_and_tables_of_a_document_stand_below_each_other():
    sheet = only_sheet(TITLE, UNIT, TABLE)
    assert {row: [cell.text for cell in cells.values()] for row, cells in sheet.rows.items()} == {
        1: ["支出决算表"], 2: ["单位：元"], 3: ["a", "b"], 4: ["c", "d"],
    }  # fmt: skip
    assert sheet.name == "决算"
    assert sheet.merges == (Merge(3, 1, 4, 1),)


def test_a_cell_is_named_by_its_place_in_the_file():
    sheet = only_sheet(TITLE, UNIT, TABLE)
    assert [sheet.where(1, 1), sheet.where(4, 2)] == [("第1段", ""), ("第1个表", "B2")]


def test_the_texts_above_a_table_are_told_from_below():
    sheet = only_sheet(TITLE, UNIT, TABLE)
    assert [sheet.is_text(row) for row in sheet.rows] == [True, True, False, False]
    assert list(sheet.texts_above(3)) == ["单位：元", "支出决算表"]


def test_a_part_of_a_sheet_has_some_of_its_columns_at_their_places():
    part = only_sheet(TABLE).part(2, 3, (1, 2))
    assert {row: list(cells) for row, cells in part.rows.items()} == {1: [2], 2: [2]}


def test_a_document_without_anything_is_a_sheet_without_rows():
    assert only_sheet().rows == {}


def test_the_rows_and_the_pieces_between_two_rows():
    sheet = only_sheet(TITLE, UNIT, TABLE, TITLE)
    assert sheet.filled(2, 4) == [2, 3, 4]
    assert [piece.block for piece in sheet.begun(2, 4)] == [UNIT, TABLE]


def test_the_texts_above_are_also_told_in_a_part_that_has_not_their_column():
    part = only_sheet(TITLE, UNIT, TABLE).part(2, 3, (3, 4))
    assert list(part.texts_above(3)) == ["单位：元", "支出决算表"]
