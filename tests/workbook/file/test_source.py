"""A saved file as a source of cells: read sheet by sheet, found by name, formulas told from values."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from workbook.books import Raw, package_of, sample, saved, structure_of, typed, with_members

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.cells import Content
from jixiao.workbook.file.source import SavedBook, saved_book, text_at
from jixiao.workbook.file.structure import Area

TOTAL, NAME = "支出.合计", "单位.名称"


def book(content: bytes) -> SavedBook:
    return SavedBook(package_of(content))


def test_a_saved_book_knows_its_path_and_its_names(tmp_path):
    path = saved(tmp_path, sample())
    found = saved_book(path)
    assert found.path == path
    assert found.structure == structure_of(sample())


def test_what_is_no_workbook_is_refused_when_it_is_opened(tmp_path):
    with pytest.raises(UnusableInput, match="不是 Excel 工作簿"):
        saved_book(saved(tmp_path, b"<html></html>"))


def test_only_the_wanted_cells_come_and_no_blank_ones():
    filled = book(typed(sample(), {NAME: "某某局"}))
    area = filled.structure.names[NAME]
    cells = filled.cells(area.sheet, {area.cell, "A9999"})
    assert {address: (raw.content, raw.text) for address, raw in cells.items()} == {
        area.cell: (Content.TEXT, "某某局")
    }


def test_shared_texts_are_found_whichever_sheet_asks_first():
    filled = book(sample())
    asked = [filled.cells(sheet, {"A1"})["A1"].text for sheet in ("单位概况", "收支总表", "单位概况")]
    assert asked[0] == asked[2] != asked[1]


def test_rows_with_a_formula_are_told_from_rows_with_a_figure():
    cells = {"项目明细.预算数": 5, "项目明细.预算数#2": Raw("", "<f>1+1</f><v>2</v>"), "项目明细.预算数#3": 7}
    filled = book(typed(sample(), cells))
    column = filled.structure.names["项目明细.预算数"]
    assert filled.formula_rows(column) == [column.first + 1]


def test_formulas_outside_the_column_do_not_count():
    filled = book(typed(sample(), {"项目明细.预算数": Raw("", "<f>1+1</f><v>2</v>")}))
    column = filled.structure.names["项目明细.预算数"]
    beside = Area(column.sheet, "XFD", column.first, column.last)
    below = Area(column.sheet, column.column, column.first + 1, column.last)
    assert filled.formula_rows(beside) == filled.formula_rows(below) == []


def test_a_formula_counts_whatever_it_shows():
    failing = Raw('t="e"', "<f>1/0</f><v>#DIV/0!</v>")
    uncalculated = {"项目明细.预算数": Raw("", "<f>1+1</f>"), "项目明细.预算数#2": failing}
    filled = book(typed(sample(), uncalculated))
    column = filled.structure.names["项目明细.预算数"]
    assert filled.formula_rows(column) == [column.first, column.first + 1]


def test_the_text_of_a_named_cell_comes_without_the_blanks_around_it():
    assert text_at(book(typed(sample(), {NAME: " 某某局\n"})), NAME) == "某某局"


def test_a_named_cell_that_is_blank_says_nothing():
    assert text_at(book(typed(sample(), {NAME: Raw("", "")})), NAME) == ""


def test_a_name_that_points_nowhere_says_nothing():
    gone = with_members(sample(), {structure_of(sample()).parts["单位概况"]: None})
    assert text_at(book(sample()), "没有.这个名称") == ""
    assert text_at(book(gone), NAME) == ""


@pytest.mark.parametrize("layer", ["我单位", ".", "甲/Z"])
def test_a_workbook_that_was_packed_with_its_folder_is_told(tmp_path, layer):
    target = BytesIO()
    with ZipFile(BytesIO(sample())) as made, ZipFile(target, "w") as out:
        for name in made.namelist():
            out.writestr(f"{layer}/{name}", made.read(name))
    with pytest.raises(UnusableInput) as trouble:
        saved_book(saved(tmp_path, target.getvalue()))
    assert f"多了一层文件夹（{layer}）" in str(trouble.value)
