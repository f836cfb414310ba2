"""How the sheets of a new workbook look, and what of them is printed."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from workbook.books import silent_pack

from jixiao.model.filling import Filling
from jixiao.workbook.written.build import build_workbook


def opened(**entries: str | Decimal) -> Workbook:
    """Without live sheets; underscores for dots."""
    pack = silent_pack()
    filling = Filling({name.replace("_", "."): entry for name, entry in entries.items()})
    return load_workbook(BytesIO(build_workbook(pack, pack.framework(pack.form.framework), filling)))


@pytest.fixture(scope="module")
def blank() -> Workbook:
    return opened()


def row_of(book: Workbook, name: str) -> int:
    return int(book.defined_names[name].attr_text.rpartition("$")[2])


def test_every_sheet_prints_on_a4_one_page_wide_and_the_first_on_one_page(blank: Workbook) -> None:
    for sheet in blank.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        high = None if sheet.title == "填报说明" else 0  # without the attribute one page, with 0 any number
        assert (sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth or 1) == (high, 1)


def test_rows_that_few_units_need_have_no_frame_until_they_are_filled(blank: Workbook) -> None:
    paper = blank["功能分类"]
    last = paper["A157"]
    assert not paper["A156"].protection.locked
    assert last.protection.locked
    framed = [bool(paper.cell(row, 1).border.left.style) for row in range(7, 157)]
    assert framed == [True] * 60 + [False] * 90
    assert paper["C156"].number_format == paper["C7"].number_format == "#,##0.00"
    assert paper.print_area == "'功能分类'!$A$1:$F$66"
    frames = {str(area.sqref): area.rules[-1] for area in paper.conditional_formatting}
    rule = frames["A67:F156"]
    assert rule.formula == ["COUNTA($A66:$A67,$C66:$F67)>0"]  # the name in B follows from the code
    assert rule.dxf.fill.bgColor.rgb == "FFFFF9DB"


def test_a_computed_cell_of_such_a_row_gets_the_colour_of_computed_ones(blank: Workbook) -> None:
    paper = blank["项目绩效"]
    frames = {str(area.sqref): area.rules[-1] for area in paper.conditional_formatting}
    computed = next(where for where in frames if where.startswith("H"))
    assert computed == "H35:H154 S35:U154"
    assert frames[computed].formula == ["COUNTA($A34:$G35,$I34:$R35)>0"]
    assert frames[computed].dxf.fill.bgColor.rgb == "FFEDEDED"


def test_what_only_the_tool_need_know_is_not_printed(blank: Workbook) -> None:
    paper, version = blank["填报说明"], row_of(blank, "表样.编号")
    assert paper.cell(version - 1, 1).value == "本工作簿的版本（请勿改动）"
    assert int(paper.print_area.rpartition("$")[2]) < version - 1
    assert not paper.row_dimensions[version].hidden


def hidden(book: Workbook) -> list[int]:
    return [row for row, its in book["单位概况"].row_dimensions.items() if its.hidden]


def part(book: Workbook, first: str, last: str) -> range:
    """With its title and the gap before it."""
    return range(row_of(book, first) - 2, row_of(book, last) + 1)


def of_sources(book: Workbook) -> range:
    return part(book, "未带全.功能分类", "未带全.政府性基金与国资")


def of_sums(book: Workbook) -> range:
    return part(book, "汇总抵销.支出", "汇总抵销.经济分类")


def test_parts_of_sources_and_of_sums_are_hidden_where_there_were_none(blank: Workbook) -> None:
    assert hidden(blank) == [*of_sources(blank), *of_sums(blank)]


def test_it_is_shown_whole_once_something_stands_there() -> None:
    book = opened(未带全_项目明细="没有带全")
    assert hidden(book) == [*of_sums(book)]
    book = opened(汇总抵销_支出=Decimal(5))
    assert hidden(book) == [*of_sources(book)]
