"""A table without ruled lines is told; an account of it in words, and a table of contents, are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.pdf.pdf_files import Sheet, pdf_file
from importing.readings import ACCOUNTS
from importing.test_regions import GUIDE, line
from importing.test_sheets import only_sheet

from jixiao.importing.importing import read_tables
from jixiao.importing.regions import regions_of
from jixiao.importing.unruled import unruled
from jixiao.model.errors import UnusableInput

ROWS = ["合计 1,283.70 983.00 300.70", "208 社会保障和就业支出 1,200.00 900.00", "20805 养老支出 83.70 83.00"]


def told(*texts: str) -> list[tuple[str, int]]:
    regions = regions_of(only_sheet(line("支出决算表"), *map(line, texts)), GUIDE)
    return [(left.content, left.figures) for region in regions for left in unruled(region)]


def test_lines_of_figures_below_a_title_are_a_table():
    assert told("单位：万元", "科目 合计 基本支出 项目支出", *ROWS) == [("支出决算表", 7)]


def test_a_file_of_nothing_else_says_so(tmp_path: Path):
    sheet = Sheet()
    for number, text in enumerate(["支出决算表", "单位：万元", *ROWS]):
        sheet.text(50, 700 - 20 * number, text)
    with pytest.raises(UnusableInput, match="“支出决算表”：这张表没有框线"):
        read_tables([pdf_file(tmp_path / "决算.pdf", [sheet])], ACCOUNTS)


@pytest.mark.parametrize(
    "texts",
    [
        ROWS[:2],
        [f"本年支出 {n}.00 万元，比上年 {n}.50 万元增加。" for n in range(9)],
        [f"第 {n} 页 2024.12.31 共 20 页" for n in range(9)],
    ],
)
def test_sentences_and_few_figures_are_none(texts: list[str]):
    assert told(*texts) == []
