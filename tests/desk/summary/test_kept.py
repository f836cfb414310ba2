from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from jixiao.desk.roster import Listed
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.summary.contents import UNITS_COLUMNS, missing_sheet, units_sheet
from jixiao.desk.summary.kept import BOOK, UnreadableSummaryError, read_notes
from jixiao.desk.summary.noted import ReviewerNote, ReviewerNotes
from jixiao.desk.summary.sheet import Link
from jixiao.desk.summary.summary import columns_by_sheet
from jixiao.desk.summary.writing import write_sheets

CAME = Standing("甲局", "001", Arrival.CAME, book="甲/a.xlsm")
NOTED = ReviewerNote("已退回")
MISSING = Standing("乙局（本级）", "", Arrival.MISSING, listed=Listed("乙局（本级）"))


def _link(row: Standing, what: str) -> Link | None:
    return Link(row.book, row.book) if what == BOOK else None


def read(file: Path) -> ReviewerNotes:
    return read_notes(file, columns_by_sheet())


def of(notes: ReviewerNotes, book: str, code: str, name: str) -> ReviewerNote:
    return notes.placed([Standing(name, code, Arrival.CAME, book=book)])[0]


def written(file: Path, notes: ReviewerNotes, *rows: Standing) -> None:
    write_sheets(file, [units_sheet(list(rows), notes, _link), missing_sheet(list(rows))])


def test_what_the_reviewer_has_written_stays_with_the_file_and_with_the_unit(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME, MISSING)
    book = load_workbook(file)
    head = [cell.value for cell in book.active[3]]
    book.active.cell(4, head.index("处理") + 1, "已退回")
    book.active.cell(5, head.index("备注") + 1, "三月底报")
    book.save(file)
    notes = read(file)
    assert of(notes, "甲/a.xlsm", "", "") == of(notes, "另一个.xlsm", "001", "甲局") == ReviewerNote("已退回")
    assert of(notes, "乙.xlsm", "002", "乙局(本级)") == ReviewerNote("", "三月底报")
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
    assert notes.placed([CAME, twin]) == [ReviewerNote(), ReviewerNote("", "作废")]
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
    assert of(notes, CAME.book, "", "") == ReviewerNote("已退回", "2025-04-01")
    assert of(notes, "", "", MISSING.name) == ReviewerNote()
    assert notes.left([CAME, MISSING]) == []


def marked(file: Path, column: str, *notes: str) -> None:
    book = load_workbook(file)
    place = [cell.value for cell in book.active[3]].index(column) + 1
    for row, note in enumerate(notes, 4):
        book.active.cell(row, place, note)
    book.save(file)


def test_notes_follow_the_units_of_two_files_that_change_places(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    other = replace(CAME, name="丙局", code="003", book="丙.xlsm")
    written(file, ReviewerNotes(), CAME, other)
    marked(file, "处理", "已退回", "已通过")
    notes = read(file)
    swapped = [replace(CAME, book=other.book), replace(other, book=CAME.book)]
    assert [one.handled for one in notes.placed(swapped)] == ["已退回", "已通过"]
    assert [one.handled for one in notes.placed([replace(CAME, name="甲局（新名）")])] == ["已退回"]
    third = replace(other, name="丁局", code="004")
    assert notes.placed([CAME, third])[1] == ReviewerNote()
    assert notes.left([CAME, third]) == ["“丙.xlsm”的处理和备注"]


def test_different_notes_of_two_files_of_a_unit_that_both_are_moved_are_told(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    twin = replace(CAME, book="甲/旧.xlsm", arrival=Arrival.DOUBLED)
    written(file, ReviewerNotes(), CAME, twin)
    marked(file, "备注", "一", "二")
    moved = [replace(CAME, book="乙/a.xlsm"), replace(twin, book="乙/旧.xlsm")]
    assert read(file).placed(moved) == [ReviewerNote()] * 2
    assert len(read(file).left(moved)) == 2


def test_what_is_noted_of_a_file_is_not_said_of_the_one_that_the_unit_sends_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME, MISSING)
    marked(file, "处理", "已退回", "催过")
    notes = read(file)
    again = replace(CAME, book="甲/改.xlsm")
    assert notes.placed([replace(CAME, arrival=Arrival.DOUBLED), again]) == [NOTED, ReviewerNote()]
    assert notes.placed([again]) == [NOTED]  # of the unit, for the file is gone
    other = replace(again, book="甲/旧.xlsm", arrival=Arrival.DOUBLED)
    assert notes.placed([other, again]) == [ReviewerNote(), NOTED]  # the one that counts
    came = [
        replace(MISSING, book=book, arrival=one)
        for book, one in (("1", Arrival.DOUBLED), ("2", Arrival.CAME))
    ]
    assert notes.placed(came) == [ReviewerNote(), ReviewerNote("催过")]
    assert notes.left([again, other, *came]) == []


def test_another_column_of_the_same_name_takes_no_note_away(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME)
    marked(file, "备注", "催过")
    book = load_workbook(file)
    book.active.insert_cols(4)
    for column in (4, len(UNITS_COLUMNS) + 2):
        book.active.cell(3, column, "备注")
    book.save(file)
    notes = read(file)
    assert notes.placed([CAME]) == [ReviewerNote("", "催过")]
    assert notes.left([CAME]) == ["自己加的列“备注”"] * 2


def test_what_the_reviewer_wrote_elsewhere_is_told(tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    written(file, ReviewerNotes(), CAME, MISSING)
    assert read(file).left([CAME, MISSING]) == []
    book = load_workbook(file)
    book.active.cell(7, 8, "共两家")
    book.active["B4"].comment = Comment("问过", "张")
    book.save(file)
    assert read(file).left([CAME, MISSING]) == ["表下面写的“共两家”", "批注（单位情况等表里）"]
