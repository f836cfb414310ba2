"""How high a row must be for a text that wraps."""

import pytest

from jixiao.workbook.file.row_height import HIGHEST, LINE, PADDING, text_height


def lines(text: str, width: float) -> float:
    return (text_height(text, width) - PADDING) / LINE


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("", 1),
        ("x" * 20, 1),
        ("x" * 21, 2),
        ("预" * 10, 1),
        ("预" * 11, 2),
        ("预" * 10 + "x", 2),
        ("，" * 11, 2),  # full-width signs are as wide as characters
        ("甲\n乙", 2),
        ("甲\n\n乙", 3),
        ("x" * 21 + "\n" + "x" * 41, 5),
    ],
)
def test_a_line_holds_what_the_column_is_wide_less_its_margin(text, needed):
    assert lines(text, 21.5) == needed


def test_a_column_without_room_holds_one_chinese_character_a_line():
    assert lines("预算", 0.5) == lines("预算", 3.5) == 2


def test_no_row_is_higher_than_excel_allows():
    assert text_height("预" * 10_000, 21.5) == HIGHEST
    assert text_height("x\n" * 25 + "x", 21.5) == 26 * LINE + PADDING < HIGHEST
