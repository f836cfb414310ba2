"""Tables that go on on the next sheet, and figures that belong to no table of ours."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from importing.pages import Page
from importing.papers import write_docx, write_pdf
from importing.published import Layout, Style
from importing.readings import ACCOUNTS, FILLING, listed, pages, read, whole
from importing.test_styles import STYLES, flat

from jixiao.importing.importing import Imported, read_tables
from jixiao.model.errors import UnusableInput

HEIGHT = 14  # rows of a sheet


def is_amount(value: object) -> bool:
    return isinstance(value, Decimal) or "." in str(value).lstrip("1.")


def torn(page: Page, *, heading: bool) -> list[Page]:
    """A page on several sheets, of which only the first has the title; `heading`: each repeats the header."""
    last = max(row for row, _ in page.cells)
    body = min(row for (row, _), value in page.cells.items() if is_amount(value))
    top = max(row for (row, _), v in page.cells.items() if str(v).endswith("年度") or "单位：" in str(v))
    sheets = [Page("x", {place: v for place, v in page.cells.items() if place[0] <= HEIGHT}, page.merges)]
    for start in range(HEIGHT + 1, last + 1, HEIGHT):
        head = body - top - 1 if heading else 0
        cells = {(r - top, c): v for (r, c), v in page.cells.items() if top < r <= top + head}
        rows = range(start, start + HEIGHT)
        cells |= {(r - start + 1 + head, c): v for (r, c), v in page.cells.items() if r in rows}
        merges = [(t - top, left, b - top, r) for t, left, b, r in page.merges if top < t and b <= top + head]
        sheets.append(Page("x", cells, merges))
    return sheets


@pytest.mark.parametrize("heading", [False, True])
@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_a_table_on_several_sheets_is_joined(style: Style, heading: bool, tmp_path: Path):
    filling = AccountsYear(7, funds=True).filling(style.unit)
    sheets = [sheet for page in Layout(filling, style).pages() for sheet in torn(page, heading=heading)]
    done = read(tmp_path, *sheets)
    assert done.leftovers == ()
    assert flat(done.assembly.filling) == flat(filling)


def everything(done: Imported) -> bool:
    return flat(done.assembly.filling) == flat(FILLING)


def headed(page: Page) -> Page:
    cells = {(row + 1, column): value for (row, column), value in page.cells.items()}
    merges = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in page.merges]
    return Page("x", {(1, 1): "某县某中心2024年度部门决算公开", **cells}, merges)


def test_the_head_of_every_page_is_no_title_of_another_table(tmp_path: Path):
    sheets = [headed(sheet) for page in pages() for sheet in torn(page, heading=False)]
    assert everything(read(tmp_path, *sheets))


OTHER = Page("x", {(1, 1): "项目支出明细表", (2, 1): "科目编码", (2, 2): "科目名称", (2, 3): "项目支出"})
OTHER.cells |= {(3, 1): "20805", (3, 2): "某项目", (3, 3): Decimal("3.14")}


def test_a_sheet_with_a_title_of_its_own_does_not_go_on_the_table_before(tmp_path: Path):
    done = read(tmp_path, *pages()[:3], OTHER, *pages()[3:])
    assert everything(done)
    assert listed(done) == [("C3", "3.14")]


def test_rows_that_do_not_fit_are_not_taken(tmp_path: Path):
    shifted = Page("x", {(1, 2): "20805", (1, 3): "某项目", (1, 4): Decimal("3.14"), (1, 5): Decimal("2.5")})
    done = read(tmp_path, *pages(), shifted)
    assert everything(done)
    assert [left.figures for left in done.leftovers] == [3]


def test_a_chapter_behind_the_tables_ends_the_last_of_them(tmp_path: Path):
    page = whole(Style(notes=False))
    last = max(row for row, _ in page.cells)
    page.cells |= {
        (last + 1, 1): "第三部分 情况说明",
        (last + 2, 1): "本年收入合计",
        (last + 2, 3): Decimal("9.9"),
    }
    done = read(tmp_path, page)
    assert listed(done) == [(f"C{last + 2}", "9.9")]
    assert done.leftovers[0].reason.startswith("这里的数不属于已认出的表")


def report() -> list[Page]:
    """A cover, a table of contents, and a table of the office before the tables; another one behind them."""
    contents = Page("x", {(row, 1): f"{page.title}" for row, page in enumerate(pages(), 5)})
    contents.cells |= {(1, 1): "2024年度", (2, 1): "目录", (20, 1): "第一部分 概况"}
    contents.cells |= {(30, 1): "序号", (30, 2): "单位名称", (31, 1): "1", (31, 2): "某县某局"}
    behind = Page(
        "x", {(1, 1): "2024年度", (2, 1): "第三部分 情况说明", (3, 1): "本年支出决算表见前，无数据。"}
    )
    behind.cells |= {(5, 1): "项目", (5, 2): "决算数", (6, 1): "本年收入合计", (6, 2): "7.77"}
    return [contents, *pages(), behind]


@pytest.mark.parametrize("name", ["决算.docx", "决算.pdf"])
def test_tables_within_a_report_are_found_and_others_are_told(name: str, tmp_path: Path):
    write = write_docx if name.endswith("docx") else write_pdf
    done = read_tables([write(tmp_path / name, report())], ACCOUNTS)
    assert everything(done)
    assert [left.content for left in done.leftovers] == ["7.77"]


def test_a_page_that_is_a_picture_is_told(tmp_path: Path):
    from documents.pdf.pdf_files import Sheet, pdf_file

    picture, text = Sheet(), Sheet()
    picture.picture()
    text.text(50, 750, "收入决算表")
    text.text(50, 730, "单位：万元")
    text.rows(
        [50, 150, 300, 400], 700, [["科目编码", "科目名称", "合计"], ["208", "社会保障和就业支出", "5.00"]]
    )
    done = read_tables([pdf_file(tmp_path / "决算.pdf", [text, picture])], ACCOUNTS)
    assert not done.complete
    assert done.unread == ("“决算.pdf”第 2 页是图片，没有文字，没有读；请对照原件补填。",)


def test_a_table_of_contents_does_not_hide_a_table_behind_it(tmp_path: Path):
    page = whole()
    contents = {(row, 1): other.title for row, other in enumerate(pages(), 1)}
    cells = contents | {(row + 12, column): value for (row, column), value in page.cells.items()}
    done = read(tmp_path, Page("x", cells, []))
    assert listed(done) == []
    assert done.assembly.tables[0].figures > 20


def without_title(page: Page) -> Page:
    return Page(
        "x", {place: v for place, v in page.cells.items() if str(v).strip() != page.title}, page.merges
    )


@pytest.mark.parametrize(("one", "next_"), [(1, 2), (4, 5)])
def test_a_table_that_has_lost_its_title_does_not_go_on_the_one_before(one: int, next_: int, tmp_path: Path):
    sheets = pages()
    alone = read(tmp_path, sheets[one]).assembly
    done = read(tmp_path, sheets[one], without_title(sheets[next_]))
    assert flat(done.assembly.filling) == flat(alone.filling)
    assert done.listed > 10


def test_items_by_economic_class_are_not_rows_of_a_table_by_function(tmp_path: Path):
    sheets = pages()
    rows = {(1, 1): "30101", (1, 2): "基本工资", (1, 3): Decimal("5.5"), (1, 4): Decimal("5.5")}
    done = read(tmp_path, sheets[4], Page("x", rows))
    assert flat(done.assembly.filling) == flat(read(tmp_path, sheets[4]).assembly.filling)
    assert [left.figures for left in done.leftovers] == [3]


def test_levels_of_codes_that_are_blank_on_a_further_page_are_not_missing(tmp_path: Path):
    head = {
        (1, 1): "支出决算表",
        (2, 1): "单位：元",
        (3, 1): "科目编码",
        (3, 4): "科目名称",
        (3, 5): "本年支出合计",
    }
    merges = [(3, 1, 3, 3)]
    rows = [("208", "", "", "社会保障"), ("", "05", "", "养老"), ("", "", "05", "养老保险")]
    first = head | {
        (4 + r, 1 + c): v for r, row in enumerate(rows) for c, v in enumerate((*row, Decimal(9))) if v
    }
    further = {(r - 2, c): v for (r, c), v in head.items() if r == 3}
    further |= {(2, 3): "06", (2, 4): "职业年金", (2, 5): Decimal(4)}
    done = read(tmp_path, Page("x", first, merges), Page("x", further, [(1, 1, 1, 3)]))
    codes = [row.entries["支出决算.编码"] for row in done.assembly.filling.groups["支出决算"]]
    assert codes == ["208", "20805", "2080505", "2080506"]


def test_a_table_of_the_budget_is_named_as_such(tmp_path: Path):
    budget = Page(
        "x", {(1, 1): "2024年部门收支预算总表", (2, 1): "单位：万元", (3, 1): "项目", (3, 2): "预算数"}
    )
    budget.cells |= {(4, 1): "一、财政拨款收入", (4, 2): Decimal("3.14")}
    with pytest.raises(UnusableInput, match="看到的是部门预算公开表，不是决算公开表。"):
        read(tmp_path, budget)
    done = read(tmp_path, *pages(), budget)
    assert everything(done)
    assert [left.reason for left in done.leftovers] == [
        "这是部门预算公开表“2024年部门收支预算总表”，不是决算公开表，没有导入，共 1 个数"
    ]
