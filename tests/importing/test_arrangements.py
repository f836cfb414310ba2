"""Files as units publish them: tables beside each other, in pieces, hidden, as web pages, without frills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from importing.pages import Page, write_bare, write_web_page, write_xls, write_xlsx
from importing.published import Layout, Style
from importing.test_styles import STYLES, flat
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from jixiao.importing.importing import Imported, read_tables
from jixiao.importing.recognising import PACK
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack

ACCOUNTS = load_pack(PACK)
FILLING = AccountsYear(3, funds=True).filling("万元")


def pages(style: Style | None = None) -> list[Page]:
    return Layout(FILLING, style or Style()).pages()


def read(folder: Path, *sheets: Page) -> Imported:
    return read_tables([write_xlsx(folder / "决算.xlsx", list(sheets))], ACCOUNTS)


def everything(done: Imported) -> bool:
    return done.leftovers == () and flat(done.assembly.filling) == flat(FILLING)


def moved(page: Page, down: int = 0, right: int = 0) -> Page:
    cells = {(row + down, column + right): value for (row, column), value in page.cells.items()}
    merges = [(t + down, left + right, b + down, r + right) for t, left, b, r in page.merges]
    return replace(page, cells=cells, merges=merges)


def together(first: Page, second: Page) -> Page:
    return replace(first, cells=first.cells | second.cells, merges=first.merges + second.merges)


def width(page: Page) -> int:
    return max(column for _, column in page.cells)


@pytest.mark.parametrize("gap", [1, 2])
@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_two_tables_beside_each_other_are_read_apart(
    gap: int, write: Callable[[Path, list[Page]], Path], tmp_path: Path
):
    sheets = pages()
    both = together(sheets[1], moved(sheets[2], right=width(sheets[1]) + gap))
    path = write(tmp_path / f"决算.{'xls' if write is write_xls else 'xlsx'}", [both, sheets[0], *sheets[3:]])
    assert everything(read_tables([path], ACCOUNTS))


def test_a_figure_between_two_tables_is_listed_once(tmp_path: Path):
    sheets = pages()
    both = together(sheets[1], moved(sheets[2], right=width(sheets[1]) + 2))
    both.cells[(30, width(sheets[1]) + 1)] = Decimal("4.2")
    assert [left.content for left in read(tmp_path, both).leftovers] == ["4.2"]


def split(page: Page, keep_totals: bool) -> tuple[Page, Page]:
    """A table on two sheets, each with title and header."""
    last = max(row for row, _ in page.cells) - 1
    data = min(row for (row, _), value in page.cells.items() if value == "合计") + 1
    middle = (data + last) // 2
    first = replace(page, cells={place: v for place, v in page.cells.items() if place[0] < middle})
    head = data if keep_totals else data - 1
    second = {place: v for place, v in page.cells.items() if place[0] < head or place[0] >= middle}
    return first, replace(page, cells=second)


@pytest.mark.parametrize("keep_totals", [True, False])
def test_a_table_that_goes_on_on_another_sheet_is_joined_and_said(keep_totals: bool, tmp_path: Path):
    sheets = pages()
    done = read(tmp_path, *split(sheets[2], keep_totals), *sheets[:2], *sheets[3:])
    assert everything(done)
    assert [text for text in done.assembly.remarks if "已接成一张表" in text] == [
        "“支出决算表”分在几处（决算.xlsx“Sheet1”、决算.xlsx“Sheet2”），已接成一张表，请核对。"
    ]


def test_pieces_whose_totals_differ_are_not_joined(tmp_path: Path):
    first, second = split(pages()[2], keep_totals=True)
    row, column = next(place for place, value in second.cells.items() if value == "合计")
    second.cells[(row, column + 2)] = Decimal("1.23")
    done = read(tmp_path, first, second, pages()[0])
    assert [left.reason[:9] for left in done.leftovers] == ["同一张表出现了两次"] * 2
    assert "支出决算" not in done.assembly.filling.groups


@pytest.mark.parametrize("style", [Style(), Style(split_codes=True, merged=False)])
def test_a_header_printed_again_on_every_page_is_no_data(style: Style, tmp_path: Path):
    sheets = pages(style)
    page = sheets[2]
    total = min(row for (row, _), value in page.cells.items() if value == "合计")
    header = {place: v for place, v in page.cells.items() if 4 < place[0] < total}
    middle, height = total + 4, total - 5
    cells = {(r + height * (r >= middle), c): v for (r, c), v in page.cells.items()}
    cells |= {(r - 5 + middle, c): v for (r, c), v in header.items()}
    again = replace(page, cells=cells)
    assert everything(read(tmp_path, *sheets[:2], again, *sheets[3:]))


def test_empty_columns_between_do_not_matter(tmp_path: Path):
    spread = [
        replace(
            page,
            cells={(row, 2 * column): value for (row, column), value in page.cells.items()},
            merges=[(t, 2 * left, b, 2 * r) for t, left, b, r in page.merges],
        )
        for page in pages()
    ]
    assert everything(read(tmp_path, *spread))


def test_blanks_within_the_words_for_totals_do_not_matter(tmp_path: Path):
    sheets = pages(Style(texts=True, nothing="-"))
    for page in sheets:
        spaced = {"合计": "合　　计", "总计": "总  计", "本年收入合计": "本年收入合　计"}
        page.cells = {place: spaced.get(str(value), value) for place, value in page.cells.items()}
    assert everything(read(tmp_path, *sheets))


def test_a_title_may_hold_the_year_and_the_name_of_the_unit(tmp_path: Path):
    sheets = pages()
    for page in sheets:
        row, column = next(place for place, value in page.cells.items() if str(value).strip() == page.title)
        page.cells[(row, column)] = f"某县某中心2024年度{page.title}"
    assert everything(read(tmp_path, *sheets))


def test_a_table_of_contents_in_front_is_skipped(tmp_path: Path):
    contents = Page("x", {(1, 1): "目  录"})
    for number, page in enumerate(pages(), 1):
        contents.cells |= {
            (number + 2, 1): number,
            (number + 2, 2): page.title,
            (number + 2, 3): f"公开{number:02}表",
        }
    done = read(tmp_path, contents, *pages())
    assert everything(done)
    assert done.skipped == ("决算.xlsx“Sheet1”",)


def test_a_figure_in_a_table_of_contents_is_listed(tmp_path: Path):
    contents = Page("x", {(number, 2): page.title for number, page in enumerate(pages(), 1)})
    contents.cells[(3, 3)] = Decimal("12.5")
    assert [left.content for left in read(tmp_path, contents, *pages()).leftovers] == ["12.5"]


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_a_hidden_sheet_is_not_imported_but_named(write: Callable[[Path, list[Page]], Path], tmp_path: Path):
    old = replace(pages()[0], hidden=True)
    old.cells[(9, 3)] = Decimal("1.23")
    path = write(tmp_path / f"决算.{'xls' if write is write_xls else 'xlsx'}", [*pages(), old])
    done = read_tables([path], ACCOUNTS)
    assert flat(done.assembly.filling) == flat(FILLING)
    assert [left.sheet for left in done.leftovers] == ["Sheet10"]
    assert done.leftovers[0].reason.startswith("这是隐藏的工作表，没有导入")


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_figures_in_a_hidden_row_are_not_imported_but_named(
    write: Callable[[Path, list[Page]], Path], tmp_path: Path
):
    sheets = pages()
    row = max(row for (row, _), value in sheets[0].cells.items() if isinstance(value, Decimal) and value)
    figures = [
        value for (at, _), value in sheets[0].cells.items() if at == row and isinstance(value, Decimal)
    ]
    sheets[0] = replace(sheets[0], hidden_rows=(row,))
    path = write(tmp_path / f"决算.{'xls' if write is write_xls else 'xlsx'}", sheets)
    done = read_tables([path], ACCOUNTS)
    assert {Decimal(left.content) for left in done.leftovers} == {figure for figure in figures if figure}
    assert {left.reason for left in done.leftovers} == {"这一行是隐藏的，没有导入；要导入请先取消隐藏"}


def test_tables_that_are_all_hidden_make_nothing_and_the_way_out_is_said(tmp_path: Path):
    cover = Page("x", {(1, 1): "某县某中心"})
    with pytest.raises(UnusableInput, match="请先取消隐藏"):
        read(tmp_path, cover, replace(pages()[0], hidden=True))


def test_a_table_that_is_nowhere_is_named_as_missing(tmp_path: Path):
    sheets = pages()
    done = read(tmp_path, *sheets[:4], *sheets[5:])
    assert done.missing == ("一般公共预算财政拨款支出决算表",)


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_cells_without_addresses_are_read(style: Style, tmp_path: Path):
    filling = AccountsYear(4).filling(style.unit)
    done = read_tables([write_bare(tmp_path / "决算.xlsx", Layout(filling, style).pages())], ACCOUNTS)
    assert done.leftovers == ()
    assert flat(done.assembly.filling) == flat(filling)


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_a_web_page_by_the_name_of_a_workbook_is_read(style: Style, tmp_path: Path):
    filling = AccountsYear(5, funds=True).filling(style.unit)
    done = read_tables([write_web_page(tmp_path / "决算.xls", Layout(filling, style).pages())], ACCOUNTS)
    assert done.leftovers == ()
    assert flat(done.assembly.filling) == flat(filling)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_web_page_need_not_say_how_it_is_encoded(encoding: str, tmp_path: Path):
    done = read_tables([write_web_page(tmp_path / "决算.xls", pages(), encoding)], ACCOUNTS)
    assert everything(done)


def test_text_around_the_tables_of_a_web_page_counts(tmp_path: Path):
    (tmp_path / "决算.xls").write_text(
        "<html><body><h2>支出决算表</h2><p>部门：某局　单位：元</p><div>共 12,345.67</div>"
        "<table><tr><td><table><tr><th>科目编码<th>科目名称<th>合计<th>基本支出</tr>"
        "<tr><td>201<td>一般公共服务支出<td>5.00<td>5.00</tr></table></td></tr></table></body></html>",
        encoding="utf-8",
    )
    done = read_tables([tmp_path / "决算.xls"], ACCOUNTS)
    assert done.assembly.unit_name == "某局"
    assert done.assembly.filling.groups["支出决算"][0].entries["支出决算.基本支出"] == 5


@pytest.mark.parametrize("wild", ["9" * 30, "-1", "0", "x", "²"])
def test_a_wild_span_in_a_web_page_does_no_harm(wild: str, tmp_path: Path):
    page = f"<table><tr><td colspan='{wild}' rowspan='{wild}'>支出决算表</td></tr></table>"
    (tmp_path / "决算.xls").write_text(page, encoding="utf-8")
    with pytest.raises(UnusableInput, match="没有找到可以导入的决算公开表"):
        read_tables([tmp_path / "决算.xls"], ACCOUNTS)


def with_amount(value: object) -> list[Page]:
    """The pages with something else in the place of an amount."""
    sheets = pages()
    place = max(at for at, found in sheets[0].cells.items() if isinstance(found, Decimal) and found)
    return [replace(sheets[0], cells={**sheets[0].cells, place: value}), *sheets[1:]]


STRUCK = CellRichText(TextBlock(InlineFont(strike=True), "12"), TextBlock(InlineFont(), "34"))


@pytest.mark.parametrize(
    ("value", "content", "reason"),
    [(STRUCK, "34", "有划了删除线的字"), ('=DISPIMG("ID_1",1)', "图片", "里是图片")],
)
def test_an_amount_with_struck_digits_and_a_picture_are_listed(
    value: object, content: str, reason: str, tmp_path: Path
):
    (left,) = read(tmp_path, *with_amount(value)).leftovers
    assert left.content == content
    assert reason in left.reason
