"""Characters as a reader sees them: turned pages, lines, blanks, bold print, watermarks."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.pdf.pdf_files import Sheet, pdf_file

from jixiao.documents.pdf.characters import UNREADABLE, Character, in_lines, line_text, read_characters


def lines(folder: Path, sheet: Sheet) -> list[str]:
    from pypdfium2 import PdfDocument

    page = PdfDocument(pdf_file(folder / "a.pdf", [sheet]).read_bytes())[0]
    characters, _ = read_characters(page, page.get_textpage())
    return [line_text(line) for line in in_lines(characters)]


def character(sign: str, left: float, base: float = 100, size: float = 10) -> Character:
    return Character(sign, left, left + size, base, size)


def test_lines_go_down_the_page_whatever_was_drawn_first(tmp_path: Path):
    sheet = Sheet()
    sheet.text(50, 600, "第二行")
    sheet.text(120, 700, "行 12.30")
    sheet.text(50, 700, "第一")
    assert lines(tmp_path, sheet) == ["第一 行 12.30", "第二行"]


def test_a_minus_at_the_end_of_a_line(tmp_path: Path):
    sheet = Sheet()
    sheet.text(50, 700, "当年收支结余-")
    sheet.text(50, 680, "2713.78万元，期初结余")
    assert lines(tmp_path, sheet) == ["当年收支结余-", "2713.78万元，期初结余"]


@pytest.mark.parametrize(
    ("turned", "places"),
    [
        ("0 1 -1 0", [(300, 50), (350, 50)]),
        ("-1 0 0 -1", [(500, 300), (500, 350)]),
        ("0 -1 1 0", [(350, 700), (300, 700)]),
    ],
)
def test_a_page_printed_sideways_is_read_as_it_is_held(
    turned: str, places: list[tuple[int, int]], tmp_path: Path
):
    sheet = Sheet()
    for (x, y), text in zip(places, ("收入1", "12.30"), strict=True):
        sheet.text(x, y, text, turned=turned)
    assert lines(tmp_path, sheet) == ["收入1", "12.30"]


def test_a_page_that_the_file_turns_is_read_as_it_is_shown(tmp_path: Path):
    sheet = Sheet(rotate=90)
    sheet.text(300, 50, "收入1", turned="0 1 -1 0")
    sheet.text(350, 50, "支出2", turned="0 1 -1 0")
    assert lines(tmp_path, sheet) == ["收入1", "支出2"]


def test_a_watermark_and_what_lies_beside_the_page_are_left_out(tmp_path: Path):
    sheet = Sheet()
    sheet.text(100, 400, "公开", turned="0.7 0.7 -0.7 0.7")
    sheet.text(900, 400, "看不见")
    sheet.text(50, 700, "收入")
    assert lines(tmp_path, sheet) == ["收入"]


def test_text_printed_twice_to_be_bold_is_read_once(tmp_path: Path):
    sheet = Sheet()
    for shift in (0, 0.3):
        sheet.text(50 + shift, 700, "合计 11.20")
    assert lines(tmp_path, sheet) == ["合计 11.20"]


def test_a_character_of_which_nobody_knows_the_meaning_is_marked(tmp_path: Path):
    sheet = Sheet()
    sheet.text(50, 700, "1\ue0012")
    assert lines(tmp_path, sheet) == [f"1{UNREADABLE}2"]


def test_a_narrow_gap_is_none_a_wide_one_is_a_blank():
    line = [character("收", 0), character("入", 13), character("5", 28)]
    assert line_text(line) == "收入 5"


def test_raised_characters_stay_in_their_line():
    found = in_lines([character("支", 0), character("2", 10, base=98, size=5), character("出", 15, base=112)])
    assert [line_text(line) for line in found] == ["支2", "出"]
