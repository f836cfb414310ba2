import csv
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from jixiao.desk.summary.contents import _number
from jixiao.desk.summary.sheet import COUNT, FIGURE, MONEY, Bars, Filtered, Link, SummaryColumn, SummarySheet
from jixiao.desk.summary.writing import write_sheets

COLUMNS = (
    SummaryColumn("单位", 30),
    SummaryColumn("金额", 14, MONEY, above="收支总表"),
    SummaryColumn("文件", 10, above="收支总表"),
)


def sheet(number: int, **changes: object) -> SummarySheet:
    rows = [[f"单位{row}", row / 4, Link("打开", f"a%20{row}.xlsm")] for row in range(1, number + 1)]
    return SummarySheet(**{"name": "表", "title": "各单位", "columns": COLUMNS, "rows": rows} | changes)


def test_numbers_texts_and_links_stand_below_heads_that_stay(tmp_path: Path) -> None:
    write_sheets(tmp_path / "a.xlsx", [sheet(3, note="说明", chart=Bars("图", 1, 2, 3), frozen=1)])
    page = load_workbook(tmp_path / "a.xlsx")["表"]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=3)][:3] == [
        [None, "收支总表", None],
        ["单位", "金额", "文件"],
        ["单位1", 0.25, "打开"],
    ]
    assert (page["B5"].number_format, page["C5"].hyperlink.target) == (MONEY, "a%201.xlsm")
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("B5", "A4:C7", "$1:$4")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert len(page._charts) == 1


def test_a_long_note_is_wrapped_over_the_page_that_is_printed(tmp_path: Path) -> None:
    columns = (SummaryColumn("单位", 100), SummaryColumn("甲", 45), SummaryColumn("乙", 120))
    rows = [["某局", "1", "2"]]
    write_sheets(
        tmp_path / "a.xlsx",
        [sheet(1, note="长" * 200, columns=columns, rows=rows), sheet(1, name="窄", note="短")],
    )
    book = load_workbook(tmp_path / "a.xlsx")
    assert [str(area) for area in book["表"].merged_cells.ranges] == ["A2:B2"]
    assert (book["表"].row_dimensions[2].height, book["表"]["A2"].alignment.wrap_text) == (45, True)
    assert list(book["窄"].merged_cells.ranges) == []


def test_a_year_or_a_number_of_rows_has_no_cents_and_a_grade_stands_apart(tmp_path: Path) -> None:
    columns = (SummaryColumn("数", 10, FIGURE), SummaryColumn("等级", 8, middle=True))
    rows = [[2023, "优"], [Decimal("2023"), "优"], ["96%", "优"]]
    write_sheets(tmp_path / "a.xlsx", [sheet(0, rows=rows, columns=columns)])
    page = load_workbook(tmp_path / "a.xlsx")["表"]
    assert [page.cell(row, 1).number_format for row in (3, 4, 5)] == [COUNT, FIGURE, FIGURE]
    assert page["B3"].alignment.horizontal == "center"
    assert [_number(text) for text in ("2023.00", "3.50", "96%")] == [2023, Decimal("3.50"), "96%"]


def test_a_text_is_never_a_formula_and_holds_only_what_a_cell_can_hold(tmp_path: Path) -> None:
    words = ["=1+1", "+1", "-1", "@a", "a\x00b\ud800", "长" * 40_000]
    rows = [[word, None, None] for word in words]
    write_sheets(tmp_path / "a.xlsx", [sheet(0, rows=rows)])
    cells = [row[0] for row in load_workbook(tmp_path / "a.xlsx")["表"].iter_rows(min_row=4)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:5]] == ["=1+1", "+1", "-1", "@a", "a?b?"]
    assert len(cells[5].value) == 32_767


def first_column(file: Path) -> list[str]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [row[0] for row in csv.reader(lines)]


def test_what_a_sheet_has_no_room_for_goes_on_in_files_beside_it(tmp_path: Path) -> None:
    written = write_sheets(tmp_path / "a.xlsx", [sheet(20)], last_row=10)
    assert [path.name for path in written] == ["a.xlsx", "a-表-续1.csv", "a-表-续2.csv"]
    page = load_workbook(tmp_path / "a.xlsx")["表"]
    assert (page.max_row, page["A9"].value, page.auto_filter.ref) == (10, "单位6", "A3:C9")
    assert page["A10"].value == "以下各行在“a-表-续1.csv”里。"
    assert [first_column(path) for path in written[1:]] == [
        ["单位", *(f"单位{row}" for row in range(7, 17))],
        ["单位", *(f"单位{row}" for row in range(17, 21))],
    ]
    assert write_sheets(tmp_path / "a.xlsx", [sheet(7)], last_row=10) == [tmp_path / "a.xlsx"]
    assert load_workbook(tmp_path / "a.xlsx")["表"]["A10"].value == "单位7"  # fits exactly
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_text_in_such_a_file_is_no_formula_either(tmp_path: Path) -> None:
    rows = [[word, None, None] for word in ("x", "=1+1", "\t=1", "＝1", "a\x00\ud800", "两\n行")]
    written = write_sheets(tmp_path / "a.xlsx", [sheet(0, rows=rows)], last_row=4)
    assert [text for path in written[1:] for text in first_column(path)[1:]][1:] == [
        "'=1+1",
        "'\t=1",
        "'＝1",
        "a??",
        "两\n行",
    ]


def test_rows_that_a_filter_leaves_out_are_there_and_hidden(tmp_path: Path) -> None:
    shown = Filtered(0, ("单位1", "单位3"))
    write_sheets(tmp_path / "a.xlsx", [sheet(3, filtered=shown)])
    page = load_workbook(tmp_path / "a.xlsx")["表"]
    hidden = {page.cell(row, 1).value: page.row_dimensions[row].hidden for row in (4, 5, 6)}
    assert hidden == {"单位1": False, "单位2": True, "单位3": False}
    assert page.auto_filter.filterColumn[0].filters.filter == ["单位1", "单位3"]


def test_no_sheet_has_more_links_than_excel_bears(tmp_path: Path) -> None:
    write_sheets(tmp_path / "a.xlsx", [sheet(5)], links=3)
    cells = [row[2] for row in load_workbook(tmp_path / "a.xlsx")["表"].iter_rows(min_row=4)]
    assert [cell.value for cell in cells] == ["打开"] * 5
    assert [bool(cell.hyperlink) for cell in cells] == [True] * 3 + [False] * 2
