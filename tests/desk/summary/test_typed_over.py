"""What is typed into 汇总.xlsx outside 处理 and 备注 is told with its cell, and the old file kept."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.sealed import sealed
from jixiao.desk.standing import Standing, brief
from jixiao.desk.store import FILE as STORE
from jixiao.desk.store import Store
from jixiao.desk.summary.laid_sheets import LaidSheets, plain
from jixiao.desk.summary.sheet import COUNT, Link, SummaryColumn, SummarySheet
from jixiao.desk.summary.summary import FILE, SummaryFiles, write_summary
from jixiao.desk.summary.typed_over import UNKNOWN, typed_over
from jixiao.desk.summary.writing import write_sheets
from jixiao.desk.units import standings

COLUMNS = (
    SummaryColumn("单位名称", 30),
    SummaryColumn("错误", 8, COUNT),
    SummaryColumn("审核说明", 40),
    SummaryColumn("备注", 20, typed=True),
)
ROWS = [[f"单位{row}", row / 7, f"原因 {row}\n见\r附件", Link("备", "")] for row in range(20)]


def laid(file: Path, name: str = "问题") -> dict[str, bytes]:
    noted = LaidSheets()
    write_sheets(file, noted.noting([SummarySheet(name, "审核发现的问题", COLUMNS, ROWS, note="注")]))
    return noted.found


def changed(file: Path, change: Callable[[Workbook], object]) -> None:
    book = load_workbook(file)
    change(book)
    book.save(file)


def put(cell: str, value: object) -> Callable[[Workbook], object]:
    def change(book: Workbook) -> None:
        book.active[cell] = value

    return change


def sorted_upside_down(book: Workbook) -> None:
    page = book.active
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    for at, row in enumerate(reversed(rows), 4):
        for column, value in enumerate(row, 1):
            page.cell(at, column).value = value
    page.insert_cols(1)
    page.insert_rows(1)
    page.delete_rows(7)


@pytest.mark.parametrize(
    "change", [lambda book: None, put("D5", "已核"), put("C5", None), sorted_upside_down]
)
def test_what_is_read_back_erased_sorted_or_moved_is_not_told(
    change: Callable[[Workbook], object], tmp_path: Path
) -> None:
    known = laid(tmp_path / "a.xlsx")
    changed(tmp_path / "a.xlsx", change)
    assert list(typed_over(tmp_path / "a.xlsx", known)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("C5", "电话核实过"), "“问题”里改写的C5“电话核实过”"),
        (put("B6", 3), "“问题”里改写的B6“3”"),
        (put("C5", "=B5"), "“问题”里改写的C5“=B5”"),
        (put("A30", "以上已办"), "“问题”里改写的A30“以上已办”"),
        (put("E1", "张三审"), "“问题”里改写的E1“张三审”"),
        (put("F7", "四月"), "“问题”里自己加的列“F”"),
        (put("E3", "催报日期"), "“问题”里自己加的列“催报日期”"),
        (put("E3", "备注"), "“问题”里自己加的列“备注”"),
        (put("C3", "说明"), "“问题”里改动过的内容（认不出改了哪里：没有“审核说明”一栏了）"),
    ],
)
def test_what_is_typed_elsewhere_is_told_with_its_cell(
    change: Callable[[Workbook], object], said: str, tmp_path: Path
) -> None:
    known = laid(tmp_path / "a.xlsx")
    changed(tmp_path / "a.xlsx", change)
    assert list(typed_over(tmp_path / "a.xlsx", known)) == [said]


def test_last_digits_that_another_program_writes_are_nobodys_typing_and_a_cent_is() -> None:
    assert plain(0.8960058780553299) == plain(0.89600587805533) != plain(0.8960059)
    assert plain(Decimal("12345678901.23")) == plain(12345678901.23) != plain(12345678901.24)
    assert plain("95") == plain(95.0)


def test_of_many_places_the_first_are_told(tmp_path: Path) -> None:
    known = laid(tmp_path / "a.xlsx")
    for row in range(4, 12):
        changed(tmp_path / "a.xlsx", put(f"C{row}", "已核"))
    (said,) = typed_over(tmp_path / "a.xlsx", known)
    assert said.startswith("“问题”里改写的C4“已核”、C5")
    assert said.endswith("等")


def test_without_a_record_anything_may_have_been_typed(tmp_path: Path) -> None:
    known = laid(tmp_path / "a.xlsx")
    assert list(typed_over(tmp_path / "a.xlsx", {})) == [UNKNOWN]
    (tmp_path / "a.xlsx").write_bytes(b"")
    assert list(typed_over(tmp_path / "a.xlsx", known)) == [UNKNOWN]


def book(number: int) -> ExaminedBook:
    finding = dict.fromkeys(
        ("follows", "cell", "mend", "stated", "expected", "difference", "explanation"), ""
    )
    finding |= {"severity": "error", "outcome": "inconsistent", "id": "INC-01", "label": "合计", "key": "1"}
    document = {
        "unit_name": f"单位{number}",
        "form": "department-overall",
        "findings": [{**finding, "sheet": "收支总表", "message": "不等。"}],
        "score": {},
    }
    return ExaminedBook(f"{number}.xlsm", str(number), document=document)


def test_the_old_summary_is_kept_if_something_was_typed_there_and_only_then(tmp_path: Path) -> None:
    def summary(number: int) -> SummaryFiles:
        with Store(tmp_path / STORE) as store:
            store.keep((str(unit), sealed(book(unit))) for unit in range(number))
            rows: list[Standing] = standings(map(brief, store.all()))
            return write_summary(store, rows, tmp_path, tmp_path)

    summary(2)
    place = [cell.value for cell in load_workbook(tmp_path / FILE)["问题"][3]].index("审核说明") + 1

    def typed(sheet: str, column: int) -> Callable[[Workbook], object]:
        return lambda book: book[sheet].cell(4, column, "属实")

    changed(tmp_path / FILE, typed("单位情况", 8))
    assert summary(3).remarks == ()
    changed(tmp_path / FILE, typed("问题", place))
    (said,) = summary(4).remarks
    assert said.startswith(
        "新的“汇总.xlsx”里放不下“问题”里改写的P4“属实”，原来的另存为“汇总（旧）.xlsx”。自己的话请写在“单位情况”的"
    )
    assert "替单位补的审核说明请写在这家的审核回执上" in said
    assert load_workbook(tmp_path / "汇总（旧）.xlsx")["问题"].cell(4, place).value == "属实"
    changed(tmp_path / FILE, typed("得分分布", 9))
    (said,) = summary(5).remarks
    assert "“得分分布”里自己加的列“I”，原来的另存为“汇总（旧1）.xlsx”" in said
    assert load_workbook(tmp_path / FILE)["单位情况"]["H4"].value == "属实"
