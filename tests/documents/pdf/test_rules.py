"""Ruled lines, however they are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.pdf.pdf_files import Sheet, pdf_file

from jixiao.documents.pdf.characters import TURNS
from jixiao.documents.pdf.rules import RuledLine, Rules, clustered, nearest, read_rules


def rules(folder: Path, sheet: Sheet) -> Rules:
    from pypdfium2 import PdfDocument

    return read_rules(PdfDocument(pdf_file(folder / "a.pdf", [sheet]).read_bytes())[0], TURNS[0])


def test_pieces_of_a_line_are_one_line(tmp_path: Path):
    sheet = Sheet()
    for left in (0, 50, 100):
        sheet.line(left, 500, left + 50, 501.5)
        sheet.line(left, 500, left + 50, 500.5)
    (rule,) = rules(tmp_path, sheet).horizontal
    assert (round(rule.start), round(rule.end)) == (0, 150)


def test_lines_with_a_gap_between_are_two(tmp_path: Path):
    sheet = Sheet()
    sheet.line(30, 100, 30, 200)
    sheet.line(30, 210, 30, 300)
    assert [(rule.at, rule.start, rule.end) for rule in rules(tmp_path, sheet).vertical] == [
        (30, -300, -210),
        (30, -200, -100),
    ]


def test_a_thin_area_is_a_line_a_background_is_none(tmp_path: Path):
    sheet = Sheet()
    sheet.box(100, 500, 200, 0.7)
    sheet.box(0, 0, 595, 842)
    found = rules(tmp_path, sheet)
    assert [(rule.start, rule.end) for rule in found.horizontal] == [(100, 300)]
    assert found.vertical == ()


def test_a_frame_is_four_lines(tmp_path: Path):
    sheet = Sheet()
    sheet.box(100, 500, 200, 50, "S")
    found = rules(tmp_path, sheet)
    assert [len(found.horizontal), len(found.vertical)] == [2, 2]


@pytest.mark.parametrize("colour", ["1 1 1 RG", "1 g 1 G"])
def test_white_lines_are_not_seen(colour: str, tmp_path: Path):
    sheet = Sheet(drawn=[colour])
    sheet.line(0, 500, 100, 500)
    assert rules(tmp_path, sheet) == Rules((), ())


def test_lines_are_where_the_drawing_is_moved_to(tmp_path: Path):
    sheet = Sheet(drawn=["q 2 0 0 2 10 20 cm"])
    sheet.line(0, 100, 50, 100)
    assert rules(tmp_path, sheet).horizontal == (RuledLine(-220, 10, 110),)


def test_places_near_each_other_are_one():
    assert clustered([10, 1, 2.5, 12.9]) == [1.75, 11.45]
    assert nearest([0, 10, 20], 14) == 1
