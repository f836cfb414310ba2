"""Cells in few rectangles, and what is written into an open workbook that people have changed."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from live_engine import opened
from openpyxl.styles import PatternFill
from volume import volume
from workbook.books import after_run
from workbook.books import silent_sample as sample

from jixiao.workbook.excel.writing import blocks, write_into
from jixiao.workbook.file.patching import SheetPatch

SPOTS = st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 6)), st.text(max_size=2))
FINDINGS = "校验结果"


@pytest.mark.volume
@settings(max_examples=volume(100, 40))
@given(SPOTS)
def test_the_blocks_hold_every_cell_once_and_no_other(cells):
    held = [
        ((block.top + down, block.left + right), value)
        for block in blocks(cells)
        for down, row in enumerate(block.rows)
        for right, value in enumerate(row)
    ]
    assert len(held) == len(cells)
    assert dict(held) == cells


def test_a_rectangle_is_one_block_and_a_gap_makes_two():
    cells = {(row, column): "" for row in (2, 3, 4) for column in (5, 6)}
    assert len(list(blocks(cells))) == 1
    assert len(list(blocks({spot: value for spot, value in cells.items() if spot[0] != 3}))) == 2


def test_columns_that_are_not_side_by_side_are_written_around_what_lies_between():
    book = opened(sample(), "/书.xlsm")
    sheet = book.impl.formulas[FINDINGS]
    sheet["B9"] = "旁注"
    rows = (("甲", Decimal("1.5")), ("乙", None))
    write_into(book, {FINDINGS: SheetPatch(columns=("A", "C"), first=8, rows=rows)})
    written = [[cell.value for cell in row] for row in sheet["A8:C9"]]
    assert written == [["甲", None, 1.5], ["乙", "旁注", None]]


def test_a_cell_with_a_formula_keeps_it():
    book = opened(sample(), "/书.xlsm")
    sheet = book.impl.formulas[FINDINGS]
    sheet["B5"] = "=1+1"
    write_into(book, {FINDINGS: SheetPatch(cells={"A5": Decimal(3), "B5": Decimal(9)})})
    assert (sheet["A5"].value, sheet["B5"].value) == (3, "=1+1")


def test_rows_that_were_coloured_by_hand_keep_their_colour(tmp_path):
    book = opened(after_run(tmp_path, sample()), "/书.xlsm")
    sheet = book.impl.formulas[FINDINGS]
    sheet["C9"].fill = PatternFill("solid", "FFFF00")
    used = sheet.max_row
    rows = tuple((str(number),) for number in range(used))
    write_into(book, {FINDINGS: SheetPatch(columns=("C",), first=8, rows=rows)})
    assert sheet["C9"].fill.fgColor.rgb == "00FFFF00"
    assert sheet.cell(used + 5, 3).alignment.wrap_text
