"""Labels are compared without what places add to them, and with all that tells them apart."""

from __future__ import annotations

import pytest

from jixiao.importing.labels import known_label, label, letters, short_label, tight, year_in


@pytest.mark.parametrize(
    "text",
    [
        "基本支出",
        "一、基本支出",
        "（二）基本支出",
        "2. 基本支出",
        "其中：基本支出",
        "2024年基本支出",
        "基 本\n支 出",
    ],
)
def test_numbering_year_and_blanks_do_not_count(text: str):
    assert label(text) == "基本支出"


def test_what_stands_in_brackets_counts_only_where_it_is_known():
    text = "因公出国（境）费"
    assert (label(text), short_label(text)) == ("因公出国境费", "因公出国费")
    assert known_label("项目（按功能分类）", {"项目"}) == "项目"
    assert known_label("项目（按功能分类）", {"项目", "项目按功能分类"}) == "项目按功能分类"


def test_a_number_with_decimals_is_no_numbering():
    assert label("3.20") == "320"


def test_letters_and_names():
    assert letters("“三公”经费 支出表（公开07表）") == "三公经费支出表公开07表"
    assert tight(" 某县 某局\n") == "某县某局"


@pytest.mark.parametrize(
    ("text", "year"), [("2024年度", 2024), ("二〇二四年", 2024), ("二○二三年度", 2023), ("2024", None)]
)
def test_a_year_is_one_only_with_its_word(text: str, year: int | None):
    assert year_in(text) == year
