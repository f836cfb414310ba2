"""A page: what stands in which cell, broken lines in cells, text around tables, page numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.pdf.pdf_files import Sheet, pdf_file

from jixiao.documents.pdf.pages import UNKNOWN_SIGN, PageTable, PdfPage, TextLine, read_page


def read(folder: Path, sheet: Sheet) -> PdfPage:
    from pypdfium2 import PdfDocument

    page = PdfDocument(pdf_file(folder / "a.pdf", [sheet]).read_bytes())[0]
    return read_page(page, page.get_textpage())


def only_table(page: PdfPage) -> PageTable:
    (table,) = (item for item in page.items if isinstance(item, PageTable))
    return table


def texts(page: PdfPage) -> list[str]:
    return [item.text for item in page.items if isinstance(item, TextLine)]


def test_cells_and_lines_stand_in_their_order(tmp_path: Path):
    sheet = Sheet()
    sheet.text(50, 560, "注：本表为空")
    sheet.rows([50, 150, 250], 700, [["项目", "决算数"], ["合计", "1,234.50"]])
    sheet.text(50, 720, "收入决算表")
    title, table, note = read(tmp_path, sheet).items
    assert [title.text, note.text] == ["收入决算表", "注：本表为空"]
    assert {row: [cell.text for cell in cells.values()] for row, cells in table.rows.items()} == {
        1: ["项目", "决算数"],
        2: ["合计", "1,234.50"],
    }


def cell_of(folder: Path, *lines: str) -> str:
    """What is read from a cell of 60 points with these lines."""
    sheet = Sheet()
    sheet.grid([50, 110, 170], [600, 700])
    for number, line in enumerate(lines):
        sheet.text(52, 680 - 15 * number, line)
    return only_table(read(folder, sheet)).rows[1][1].text


def test_a_figure_broken_for_want_of_room_is_one(tmp_path: Path):
    assert cell_of(tmp_path, "12,345,678", ".90") == "12,345,678.90"


def test_a_sentence_goes_on_where_only_a_few_signs_had_no_room(tmp_path: Path):
    assert cell_of(tmp_path, "至少得", "六分。", "不扣分") == "至少得六分。\n不扣分"


def test_figures_below_each_other_are_not_one(tmp_path: Path):
    assert cell_of(tmp_path, "12", "45") == "12\n45"


def test_figures_beside_each_other_without_a_rule_are_not_one(tmp_path: Path):
    sheet = Sheet()
    sheet.grid([50, 150, 250], [600, 700])
    sheet.text(52, 680, "12")
    sheet.text(100, 680, "45")
    assert only_table(read(tmp_path, sheet)).rows[1][1].text == "12 45"


def test_a_cell_with_an_unknown_character_is_trouble(tmp_path: Path):
    sheet = Sheet()
    sheet.rows([50, 150, 250], 700, [["合计", "1\ue0005"]])
    assert only_table(read(tmp_path, sheet)).rows[1][2].trouble == UNKNOWN_SIGN


@pytest.mark.parametrize(
    "number", ["12", "- 12 -", "—12—", "第 12 页", "12/20", "第 3 页 共 20 页", "第3页，共20页"]
)
@pytest.mark.parametrize("height", [30, 815])
def test_the_number_of_the_page_is_no_text(number: str, height: int, tmp_path: Path):
    sheet = Sheet()
    sheet.text(50, 500, "收入")
    sheet.text(290, height, number)
    assert texts(read(tmp_path, sheet)) == ["收入"]


@pytest.mark.parametrize(("height", "text"), [(400, "12"), (30, "12.5"), (30, "12345"), (30, "合计 12")])
def test_other_figures_are_no_page_numbers(height: int, text: str, tmp_path: Path):
    sheet = Sheet()
    sheet.text(50, 500, "收入")
    sheet.text(290, height, text)
    assert texts(read(tmp_path, sheet)) == ["收入", text]


def test_a_page_without_characters_is_a_picture_or_blank(tmp_path: Path):
    picture, blank = Sheet(), Sheet()
    picture.picture()
    assert [read(tmp_path, picture).pictured, read(tmp_path, blank).pictured] == [True, False]


def test_the_number_of_a_page_that_was_turned_stands_beside_the_table(tmp_path: Path):
    sheet = Sheet()
    sheet.rows([100, 200, 300], 600, [["收入", "12"], ["合计", "13"]])
    sheet.text(40, 580, "7")
    sheet.text(320, 585, "8.5")
    assert texts(read(tmp_path, sheet)) == ["8.5"]
