from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from jixiao.desk.roster import Listed
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.summary.contents import UNITS_COLUMNS, units_sheet
from jixiao.desk.summary.kept import BOOK, ReviewerNote, ReviewerNotes, UnreadableSummaryError, read_notes
from jixiao.desk.summary.sheet import Link
from jixiao.desk.summary.summary import SHEETS
from jixiao.desk.summary.writing import write_sheets

CAME = Standing("甲局", "001", Arrival.CAME, book="甲/a.xlsm")
MISSING = Standing("乙局（本级）", "", Arrival.MISSING, listed=Listed("乙局（本级）"))


def _link(row: Standing, what: str) -> Link | None:
    return Link(row.book, row.book) if what == BOOK else None


def read(file: Path) -> ReviewerNotes:
    return read_notes(file, [column.label for column in UNITS_COLUMNS], SHEETS)


def written(file: Path, notes: ReviewerNotes, *rows: Standing) -> None:
    write_sheets(file, [units_sheet(list(rows), notes, _link)])


def test_what_the_reviewer_has_written_stays_with_the_file_and_with_the_unit(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME, MISSING)
    book = load_workbook(file)
    head = [cell.value for cell in book.active[3]]
    book.active.cell(4, head.index("处理") + 1, "已退回")
    book.active.cell(5, head.index("备注") + 1, "三月底报")
    book.save(file)
    notes = read(file)
    assert notes.of("甲/a.xlsm", "", "") == notes.of("另一个.xlsm", "001", "甲局") == ReviewerNote("已退回")
    assert notes.of("乙.xlsm", "002", "乙局(本级)") == ReviewerNote("", "三月底报")
    written(file, notes, CAME, MISSING)
    assert read(file) == notes


def test_a_file_that_is_no_summary_is_told_apart_from_none(tmp_path: Path) -> None:
    assert read(tmp_path / "汇总.xlsx") == ReviewerNotes()
    Workbook().save(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").write_bytes(b"no workbook")
    for file in ("a.xlsx", "b.xlsx"):
        with pytest.raises(UnreadableSummaryError):
            read(tmp_path / file)


def test_a_note_beside_one_of_two_files_of_a_unit_stays_with_that_one(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    twin = replace(CAME, book="甲/旧.xlsm", arrival=Arrival.DOUBLED)
    written(file, ReviewerNotes(), CAME, twin)
    book = load_workbook(file)
    book.active.cell(5, [cell.value for cell in book.active[3]].index("备注") + 1, "作废")
    book.save(file)
    notes = read(file)
    assert notes.of(CAME.book, CAME.code, CAME.name) == ReviewerNote()
    assert notes.of(twin.book, twin.code, twin.name) == ReviewerNote("", "作废")
    assert notes.left([CAME, twin]) == []
    assert notes.left([CAME]) == ["“甲/旧.xlsm”的处理和备注"]


def test_columns_and_sheets_of_the_reviewer_are_named(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME)
    book = load_workbook(file)
    book.active.cell(3, len(UNITS_COLUMNS) + 1, "催报日期")
    book.active.cell(4, len(UNITS_COLUMNS) + 1, "4月1日")
    book.create_sheet("我的笔记")
    book.create_sheet("指标得分2")
    book.save(file)
    assert read(file).left([CAME]) == ["自己加的列“催报日期”", "自己加的表“我的笔记”"]


def test_sorted_rows_other_columns_and_a_line_above_move_no_note(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME, MISSING)
    book = load_workbook(file)
    page = book.active
    head = [cell.value for cell in page[3]]
    page.cell(4, head.index("处理") + 1, "已退回")
    page.cell(4, head.index("备注") + 1, datetime(2025, 4, 1))
    page.auto_filter.add_filter_column(4, ["未报"])
    page.row_dimensions[4].hidden = True
    first, second = ([cell.value for cell in page[row]] for row in (4, 5))
    for column, (one, other) in enumerate(zip(first, second, strict=True), 1):
        page.cell(4, column).value = other
        page.cell(5, column).value = one
    page.insert_cols(3)
    page.insert_rows(1)
    book.save(file)
    notes = read(file)
    assert notes.of(CAME.book, "", "") == ReviewerNote("已退回", "2025-04-01")
    assert notes.of("", "", MISSING.name) == ReviewerNote()
    assert notes.left([CAME, MISSING]) == []
