"""What an import does not understand is listed with its cell; what it assumes is said; nothing is dropped."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from importing.pages import Page, write_xls, write_xlsx
from importing.published import Style, publish
from importing.readings import ACCOUNTS, FILLING, entry, listed, pages, place_of, read, whole

from jixiao.faces.words.imports import MOST_CELLS, questions
from jixiao.importing.importing import import_tables, read_tables
from jixiao.model.errors import UnusableInput


def test_a_row_that_the_form_does_not_have_is_listed_with_its_cell(tmp_path: Path):
    page = whole()
    page.cells[place_of(page, "六、经营收入")] = "六、彩票收入"
    page.cells[(place_of(page, "六、彩票收入")[0], 3)] = Decimal("7.5")
    done = read(tmp_path, page)
    assert listed(done) == [("C14", "7.5")]
    assert done.leftovers[0].reason == "表样里没有“六、彩票收入”这一行"
    assert not done.complete


def test_a_column_that_the_form_does_not_have_is_listed(tmp_path: Path):
    page = pages()[2]
    page.cells[place_of(page, "经营支出")] = "上年支出"
    page.cells[(9, 7)] = Decimal("3.21")
    left = read(tmp_path, page).leftovers
    assert {item.reason for item in left} == {"不知道“上年支出”这一列是什么"}
    assert "3.21" in [item.content for item in left]
    cells = "、".join(item.cell for item in left[:MOST_CELLS])
    (line,) = questions(left)  # one for the column
    assert f"!{cells}" in line


def test_two_columns_that_look_the_same_are_not_guessed(tmp_path: Path):
    page = pages()[2]
    page.cells[place_of(page, "经营支出")] = "项目支出"
    done = read(tmp_path, page)
    assert {item.reason for item in done.leftovers} == {"有两列都是“项目支出”，分不清"}
    assert entry(done, "支出决算合计.基本支出") == FILLING.entries["支出决算合计.基本支出"]
    assert entry(done, "支出决算合计.项目支出") is None


def test_a_number_beside_the_table_is_listed(tmp_path: Path):
    page = whole()
    page.cells[(20, 9)] = Decimal(42)
    assert listed(read(tmp_path, page)) == [("I20", "42")]


def test_words_where_an_amount_should_be_are_listed(tmp_path: Path):
    page = whole()
    page.cells[(9, 3)] = "见附注"
    done = read(tmp_path, page)
    assert [(left.cell, left.content, left.reason) for left in done.leftovers] == [
        ("C9", "见附注", "这里应是金额")
    ]


def test_a_formula_that_was_never_calculated_is_listed(tmp_path: Path):
    page = whole()
    from openpyxl import load_workbook

    book = load_workbook(write_xlsx(tmp_path / "公式.xlsx", [page]))
    book.active["C9"] = "=1+1"
    book.save(tmp_path / "公式.xlsx")
    left = read_tables([tmp_path / "公式.xlsx"], ACCOUNTS).leftovers
    assert [(item.cell, "没有算出结果" in item.reason) for item in left] == [("C9", True)]


def test_a_sheet_with_figures_that_is_no_table_is_listed_once(tmp_path: Path):
    other = Page("x", {(1, 1): "项目支出明细", (2, 1): "甲", (2, 2): 5, (3, 1): "乙", (3, 2): 6})
    done = read(tmp_path, whole(), other)
    assert listed(done) == [("B2", "5")]
    assert "共 2 个数" in done.leftovers[0].reason


def test_cover_and_contents_are_skipped_and_named(tmp_path: Path):
    cover = Page("x", {(3, 1): "某县某中心", (4, 1): "2024年度部门决算公开"})
    contents = Page("x", {(row, 1): page.title for row, page in enumerate(pages(), 1)})
    done = read(tmp_path, cover, contents, whole())
    assert done.complete
    assert done.skipped == ("决算.xlsx“Sheet1”", "决算.xlsx“Sheet2”")


def test_the_same_table_twice_with_the_same_figures_counts_once(tmp_path: Path):
    done = read(tmp_path, whole(), whole())
    assert done.complete
    assert len(done.assembly.tables) == 1


def test_the_same_table_twice_with_other_figures_is_refused_and_said(tmp_path: Path):
    other = whole()
    other.cells[(9, 3)] = Decimal("1.23")
    done = read(tmp_path, whole(), other, pages()[1])
    assert [table.region.table.name for table in done.assembly.tables] == ["收入决算表"]
    assert [left.reason[:19] for left in done.leftovers] == ["同一张表出现了两次，数不一样，两处都没"] * 2


def test_a_table_that_goes_on_under_a_second_title_is_joined(tmp_path: Path):
    page = pages()[1]
    middle = max(row for row, _ in page.cells) - 4
    below = {(row + 9, column): value for (row, column), value in page.cells.items() if row >= middle}
    heading = {(row + middle, column): value for (row, column), value in page.cells.items() if row < 9}
    heading[(middle + 2, 1)] = "收入决算表（续）"
    kept = {place: value for place, value in page.cells.items() if place[0] < middle}
    done = read(tmp_path, Page("x", kept | heading | below))
    assert done.complete
    assert (
        done.assembly.filling.groups["收入决算"] == read(tmp_path, page).assembly.filling.groups["收入决算"]
    )


def test_a_table_in_which_a_code_occurs_twice_is_not_taken_but_told(tmp_path: Path):
    page = pages(Style(notes=False))[4]
    row = max(row for row, _ in page.cells)
    for column in range(1, 6):
        page.cells[(row, column)] = page.cells[(row - 1, column)]
    code = page.cells[(row, 1)]
    done = read(tmp_path, page, whole())
    assert "一般公共" not in done.assembly.filling.groups
    assert [left.content for left in done.leftovers] == ["一般公共预算财政拨款支出决算表"]
    assert done.leftovers[0].reason.startswith(f"科目编码“{code}”在本表出现了两次")
    assert done.leftovers[0].figures > 10


def test_if_no_table_can_be_taken_it_is_said_why(tmp_path: Path):
    page = pages(Style(notes=False))[4]
    row = max(row for row, _ in page.cells)
    for column in range(1, 6):
        page.cells[(row, column)] = page.cells[(row - 1, column)]
    with pytest.raises(
        UnusableInput, match=r"“一般公共预算财政拨款支出决算表”：科目编码“\d+”在本表出现了两次"
    ):
        read(tmp_path, page)


def test_rows_beyond_the_room_of_the_form_are_listed(tmp_path: Path):
    page = pages(Style(notes=False))[7]
    row = max(row for row, _ in page.cells) + 1
    for number in range(30):
        page.cells |= {
            (row + number, 1): f"22399{number:02}",
            (row + number, 2): "其他",
            (row + number, 3): 1,
        }
    left = read(tmp_path, page).leftovers
    assert [item.content for item in left][-1] == "2239929 其他"
    assert left[-1].reason == "表样只有 20 行，放不下"


def test_a_damaged_file_is_named_and_the_others_are_read(tmp_path: Path):
    (tmp_path / "坏.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    good = write_xlsx(tmp_path / "好.xlsx", [whole()])
    done = read_tables([tmp_path / "坏.xls", good], ACCOUNTS)
    assert len(done.unread) == 1
    assert "“坏.xls”已损坏" in done.unread[0]
    assert not done.complete


@pytest.mark.parametrize("keep", [300, 1200, 4000, 9000])
def test_an_xls_that_was_cut_off_is_refused_with_a_sentence(keep: int, tmp_path: Path):
    path = write_xls(tmp_path / "决算.xls", pages())
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(UnusableInput, match="已损坏"):
        read_tables([path], ACCOUNTS)


def test_a_web_page_without_tables_is_refused_with_a_sentence(tmp_path: Path):
    (tmp_path / "表.xls").write_text("<html><frameset><frame></frameset></html>", encoding="utf-8")
    with pytest.raises(UnusableInput, match="网页"):
        read_tables([tmp_path / "表.xls"], ACCOUNTS)


def test_files_without_any_table_make_nothing(tmp_path: Path):
    path = write_xlsx(tmp_path / "别的.xlsx", [Page("x", {(1, 1): "工资表", (2, 1): 5})])
    with pytest.raises(UnusableInput, match="没有找到可以导入的决算公开表"):
        import_tables([path], tmp_path / "新.xlsm", ACCOUNTS)
    assert not (tmp_path / "新.xlsm").exists()


def test_one_table_for_each_file(tmp_path: Path):
    done = read_tables(publish(tmp_path, FILLING, Style(), ".xls", apart=True), ACCOUNTS)
    assert done.complete
    assert len({table.region.sheet.file for table in done.assembly.tables}) == 9


def test_the_official_layout_with_code_levels_beside_the_column_numbers(tmp_path: Path):
    rows = [
        ["支出决算表"],
        ["编制单位：某局", "", "", "", "金额单位：元"],
        ["项目", "", "", "", "本年支出合计", "基本支出", "项目支出"],
        ["支出功能分类科目编码", "", "", "科目名称"],
        ["类", "款", "项", "栏次", "1", "2", "3"],
        ["", "", "", "合计", 30, 10, 20],
        [208, "", "", "社会保障和就业支出", "30.00", "10.00", "20.00"],
        ["20801", "", "", "人力资源和社会保障管理事务", "30.00", "10.00", "20.00"],
    ]
    page = Page("x", {(r, c): v for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v != ""})
    page.merges = [
        (3, 1, 3, 4),
        (4, 1, 4, 3),
        (5, 1, 6, 1),
        (5, 2, 6, 2),
        (5, 3, 6, 3),
        *((3, c, 4, c) for c in (5, 6, 7)),
    ]
    done = read(tmp_path, page)
    assert done.complete
    assert entry(done, "支出决算合计.项目支出") == 20
    assert [row.entries["支出决算.编码"] for row in done.assembly.filling.groups["支出决算"]] == [
        "208",
        "20801",
    ]


def test_a_table_of_nothing_but_headers_and_a_note_gives_the_note(tmp_path: Path):
    rows = [
        ["国有资本经营预算财政拨款支出决算表（公开08表）"],
        ["部门：某局", "", "单位：元"],
        ["项目", "", "本年支出"],
        ["功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["合计"],
        ["注：本表反映国有资本经营预算支出情况。本单位没有国有资本经营预算支出，故本表无数据。"],
    ]
    page = Page("x", {(r, c): v for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v != ""})
    done = read(tmp_path, page)
    assert done.complete
    assert entry(done, "空表说明.国有资本经营") == "本单位没有国有资本经营预算支出，故本表无数据。"


def test_names_are_written_as_the_code_list_writes_them(tmp_path: Path):
    page = pages()[5]
    page.cells[place_of(page, "因公出国（境）费用")] = "  因公出国(境)费用 "
    rows = read(tmp_path, page).assembly.filling.groups["基本支出明细"]
    assert "因公出国（境）费用" in [row.entries["基本支出明细.名称"] for row in rows]


def test_a_row_whose_name_is_a_word_of_the_header_is_data(tmp_path: Path):
    rows = [
        ["支出决算表"],
        ["单位：元"],
        ["科目编码", "科目名称", "合计", "基本支出"],
        ["201", "基本支出", "5.00", "5.00"],
    ]
    page = Page("x", {(r, c): v for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1)})
    done = read(tmp_path, page)
    assert done.complete
    assert done.assembly.filling.groups["支出决算"][0].entries["支出决算.基本支出"] == 5


def test_our_own_workbook_needs_no_import():
    with pytest.raises(UnusableInput, match="不用导入"):
        read_tables([ACCOUNTS.workbook], ACCOUNTS)
