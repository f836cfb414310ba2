"""Words that run up or down a page are read although the file has no font for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.pdf.pdf_files import Sheet, pdf_file

from jixiao.documents.pdf.pdf_document import read_pdf

ROWS = [
    ["科目编码", "名称", "合计"],
    ["208", "社会保障和就业支出", "307.75"],
    ["210", "卫生健康支出", "19.89"],
]
XS = [60.0, 160.0, 320.0, 420.0]
TURNED = ("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0")  # by quarters against the clock
WIDE, HIGH = 595.0, 842.0


def table(quarter: int, rotate: int) -> Sheet:
    """A ruled table on a page whose reader holds it turned by so many quarters."""
    sheet = Sheet(WIDE, HIGH, rotate)
    top = (HIGH if quarter % 2 == 0 else WIDE) - 100

    def at(x: float, y: float) -> tuple[float, float]:
        return ((x, y), (WIDE - y, x), (WIDE - x, HIGH - y), (y, HIGH - x))[quarter]

    for number in range(len(ROWS) + 1):
        sheet.line(*at(XS[0], top - 20 * number), *at(XS[-1], top - 20 * number))
    for x in XS:
        sheet.line(*at(x, top), *at(x, top - 20 * len(ROWS)))
    for number, row in enumerate(ROWS, 1):
        for x, text in zip(XS, row, strict=False):
            sheet.text(*at(x + 3, top - 20 * number + 6), text, turned=TURNED[quarter])
    return sheet


def read(folder: Path, *sheets: Sheet) -> tuple[list[list[list[str]]], tuple[str, ...]]:
    path = pdf_file(folder / "a.pdf", list(sheets))
    blocks, said = read_pdf(path, path.read_bytes())
    tables = [block.rows for block in blocks if hasattr(block, "rows")]
    return [
        [[row[place].text for place in sorted(row)] for _, row in sorted(rows.items())] for rows in tables
    ], said


@pytest.mark.parametrize("rotate", [0, 90, 270])
@pytest.mark.parametrize("quarter", range(4))
def test_a_table_is_read_however_the_page_is_held(quarter: int, rotate: int, tmp_path: Path):
    assert read(tmp_path, table(quarter, rotate)) == ([ROWS], ())


def test_a_page_with_words_both_ways_says_so_where_some_are_lost(tmp_path: Path):
    sheet = table(0, 0)
    sheet.text(500, 300, "附表", turned=TURNED[1])
    tables, said = read(tmp_path, sheet)
    assert tables == [ROWS]
    assert all("第 1 页有横排也有竖排的字" in each for each in said)  # none where the machine has the font
