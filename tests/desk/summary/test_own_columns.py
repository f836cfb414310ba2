"""Columns that the reviewer has added to 单位情况, 未报送 and 问题 go on beside the same rows."""

from collections.abc import Callable
from copy import copy
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.roster import Listed, Roster
from jixiao.desk.sealed import sealed
from jixiao.desk.standing import brief
from jixiao.desk.store import FILE as STORE
from jixiao.desk.store import Store
from jixiao.desk.summary.looks import looks_elsewhere
from jixiao.desk.summary.own_columns import own_columns
from jixiao.desk.summary.own_widths import own_widths
from jixiao.desk.summary.summary import FILE, columns_by_sheet, write_summary
from jixiao.desk.units import standings

ROSTER = Roster(tuple(Listed(name, f"0{row}", row=row) for row, name in enumerate("甲乙丙丁")))


def book(name: str, *rules: str, file: str = "") -> ExaminedBook:
    texts = dict.fromkeys(("follows", "cell", "mend", "stated", "expected", "difference", "explanation"), "")
    texts |= {
        "severity": "error",
        "outcome": "inconsistent",
        "label": "合计",
        "key": "1",
        "sheet": "收支总表",
    }
    findings = [{**texts, "id": rule, "message": f"{rule} 不等。"} for rule in rules]
    document = {"unit_name": name, "form": "department-overall", "findings": findings, "score": {}}
    return ExaminedBook(file or f"{name}.xlsm", f"{name}{rules}", document=document)


def summary(out: Path, *books: ExaminedBook) -> tuple[str, ...]:
    with Store(out / STORE) as store:
        store.forget_others(one.book for one in books)
        store.keep((one.digest, sealed(one)) for one in books)
        return write_summary(store, standings(map(brief, store.all()), ROSTER), out, out).remarks


def changed(out: Path, change: Callable[[Workbook], object]) -> None:
    found = load_workbook(out / FILE)
    change(found)
    found.save(out / FILE)


def hers(out: Path, sheet: str, *labels: str) -> dict[str, list[object]]:
    """By the rows' first words that are not a number: what stands in her columns."""
    rows = list(
        load_workbook(out / FILE)[sheet].iter_rows(min_row=2 if sheet == "未报送" else 3, values_only=True)
    )
    heads = rows[0]
    name = heads.index("规则") if sheet == "问题" else heads.index("单位名称")
    return {
        str(row[name]): [row[heads.index(label)] for label in labels if label in heads] for row in rows[1:]
    }


def with_hers(found: Workbook) -> None:
    units = found["单位情况"]
    units.insert_cols(1)
    for row, value in ((3, "催报日"), (4, datetime(2025, 4, 1)), (5, 3)):
        units.cell(row, 1).value = value
    for sheet, top, value in (("未报送", 2, "来过电话"), ("问题", 3, "=1+1"), ("问题", 3, "核实了")):
        page = found[sheet]
        place = page.max_column + 1
        page.cell(top, place, "公式" if value == "=1+1" else "我的话")
        page.cell(top + 1, place, value)


def test_what_stands_in_her_columns_goes_on_and_what_has_no_row_is_told(tmp_path: Path) -> None:
    summary(tmp_path, book("甲", "INC-01"), book("乙", "INC-02"))
    changed(tmp_path, with_hers)
    (said,) = summary(tmp_path, book("甲", "INC-01"), book("乙", "INC-02", "INC-03"))
    assert said.startswith("新的“汇总.xlsx”里放不下“问题”里自己加的列“公式”，原来的另存为“汇总（旧）.xlsx”。")
    changed(tmp_path, lambda found: None)  # saved by another program
    moved = replace(book("乙", "INC-02"), book="乙局/乙.xlsm", digest="9")
    assert summary(tmp_path, book("甲", "INC-01"), moved, book("丁")) == ()
    days = hers(tmp_path, "单位情况", "催报日")
    assert days == {"甲": ["2025-04-01"], "乙": [3], "丙": [None], "丁": [None]}
    assert hers(tmp_path, "未报送", "我的话") == {"丙": ["来过电话"]}
    assert hers(tmp_path, "问题", "我的话") == {"INC-01": ["核实了"], "INC-02": [None]}
    (said,) = summary(tmp_path, book("甲"), book("丙"))
    assert hers(tmp_path, "单位情况", "催报日") == days
    assert (
        "放不下“未报送”里第3行“我的话”的“来过电话”、“问题”里第4行“我的话”的“核实了”，原来的另存为“汇总（旧1）.xlsx”"
        in said
    )


def test_a_column_of_hers_that_she_deletes_is_gone(tmp_path: Path) -> None:
    summary(tmp_path, book("甲", "INC-01"))
    changed(tmp_path, with_hers)
    summary(tmp_path, book("甲", "INC-01"), book("乙"))

    def deleted(found: Workbook) -> None:
        for sheet in ("单位情况", "未报送", "问题"):
            found[sheet].delete_cols(found[sheet].max_column)

    changed(tmp_path, deleted)
    assert summary(tmp_path, book("甲", "INC-01")) == ()
    assert hers(tmp_path, "单位情况", "催报日")["甲"] == []


def test_of_two_workbooks_of_a_unit_each_keeps_its_own_words(tmp_path: Path) -> None:
    first, second = book("甲", file="1.xlsm"), book("甲", "INC-01", file="2.xlsm")
    summary(tmp_path, first, second)

    def typed(found: Workbook) -> None:
        page = found["单位情况"]
        for row, value in ((3, "谁审"), (4, "张"), (5, "李")):
            page.cell(row, 22, value)

    changed(tmp_path, typed)
    before = load_workbook(tmp_path / FILE)["单位情况"]
    whose = {before.cell(row, 18).value: before.cell(row, 22).value for row in (4, 5)}
    assert summary(tmp_path, first, second, book("乙")) == ()
    after = load_workbook(tmp_path / FILE)["单位情况"]
    assert {after.cell(row, 18).value: after.cell(row, 22).value for row in (4, 5)} == whose


YELLOW = PatternFill("solid", start_color="FFFF00")


def coloured(out: Path, sheet: str = "单位情况") -> list[tuple[str, str]]:
    """The cells with her colour, and their unit."""
    page = load_workbook(out / FILE)[sheet]
    return [
        (cell.column_letter, str(page.cell(cell.row, 3).value))
        for row in page.iter_rows(min_row=4)
        for cell in row
        if "FFFF00" in str(cell.fill.start_color.rgb)
    ]


def paint(found: Workbook) -> None:
    for cell in (
        found["单位情况"]["C5"],
        found["单位情况"]["R5"],
        found["未报送"]["C3"],
        found["问题"]["E4"],
    ):
        cell.fill = YELLOW


def test_her_colours_go_on_beside_the_same_rows_and_without_a_row_they_are_told(tmp_path: Path) -> None:
    summary(tmp_path, book("甲"), book("乙", "INC-02"))
    changed(tmp_path, paint)
    assert summary(tmp_path, book("乙", "INC-02"), book("甲", "INC-01")) == ()
    assert coloured(tmp_path) == [("C", "乙"), ("R", "乙")]
    link = load_workbook(tmp_path / FILE)["单位情况"]["R5"]
    assert (link.hyperlink is not None, link.font.underline) == (True, "single")
    assert summary(tmp_path, book("乙", "INC-02"), book("甲")) == ()  # of a file that nobody has saved since
    assert coloured(tmp_path) == [("C", "乙"), ("R", "乙")]
    assert [cell for cell, _ in coloured(tmp_path, "问题")] == ["E"]
    assert summary(tmp_path, book("乙"), book("甲"), book("丙"), book("丁")) == ()  # what was open is settled
    stranger = replace(book("戊"), book="戊.xlsm")
    summary(tmp_path, book("甲"), stranger)
    changed(tmp_path, lambda found: setattr(found["单位情况"]["C8"], "fill", YELLOW))
    assert coloured(tmp_path)[-1] == ("C", "戊")
    (said,) = summary(tmp_path, book("甲"), book("丙"))
    assert said.startswith("新的“汇总.xlsx”里放不下“单位情况”里第8行的颜色，原来的另存为")


def test_colours_on_a_sheet_whose_rows_do_not_go_on_are_told(tmp_path: Path) -> None:
    summary(tmp_path, book("甲"))
    changed(tmp_path, lambda found: setattr(found["得分排名"]["B3"], "fill", YELLOW))
    (said,) = summary(tmp_path, book("甲"), book("乙"))
    assert said.startswith("新的“汇总.xlsx”里放不下“得分排名”里改的颜色，")


def test_colours_and_strokes_of_fonts_go_on_like_colours_of_cells(tmp_path: Path) -> None:
    summary(tmp_path, book("甲"), book("乙", "INC-02"))

    def marked(found: Workbook) -> None:
        page = found["单位情况"]
        for cell, look in (
            ("C4", {"b": True}),
            ("R4", {"color": "FF0000"}),
            ("C5", {"strike": True, "i": True}),
        ):
            font = copy(page[cell].font)
            for what, value in look.items():
                setattr(font, what, Color(rgb=value) if what == "color" else value)
            page[cell].font = font

    changed(tmp_path, marked)
    assert summary(tmp_path, book("甲", "INC-01"), book("乙", "INC-02")) == ()
    assert summary(tmp_path, book("甲"), book("乙", "INC-02")) == ()  # nobody has saved it since
    fonts = {cell: load_workbook(tmp_path / FILE)["单位情况"][cell].font for cell in ("C4", "R4", "C5", "C6")}
    assert [fonts[cell].b for cell in fonts] == [True, False, False, False]
    assert [(font.i, bool(font.strike)) for font in fonts.values()][2:] == [(True, True), (False, False)]
    assert (fonts["R4"].color.rgb, fonts["R4"].u, fonts["R4"].name) == ("00FF0000", "single", "宋体")
    changed(tmp_path, lambda found: setattr(found["主要数据"]["B6"], "font", Font(bold=True)))
    (said,) = summary(tmp_path, book("甲"), book("乙"))
    assert "放不下“主要数据”里改的字体，" in said


def widths(out: Path, sheet: str = "单位情况") -> tuple[list[float], list[bool]]:
    columns = [load_workbook(out / FILE)[sheet].column_dimensions[letter] for letter in "CDQV"]
    return [column.width for column in columns], [column.hidden for column in columns]


def test_columns_that_she_makes_wider_or_hides_stay_so_until_she_changes_them_back(tmp_path: Path) -> None:
    summary(tmp_path, book("甲"))
    (first, _), rank = widths(tmp_path), widths(tmp_path, "得分排名")[0]

    def widened(found: Workbook) -> None:
        page = found["单位情况"]
        page["V3"], page["V4"] = "谁审", "张"
        for letter, width in (("C", 50), ("D", first[1] + 0.3), ("Q", 12), ("V", 33)):
            page.column_dimensions[letter].width = width
        page.column_dimensions["D"].hidden = True
        found["得分排名"].column_dimensions["C"].width = 21

    changed(tmp_path, widened)
    for books in ([book("甲"), book("乙")], [book("甲")], [book("甲"), book("丙")]):
        assert summary(tmp_path, *books) == ()
        assert widths(tmp_path) == ([50, first[1], 12, 33], [False, True, False, False])
        assert widths(tmp_path, "得分排名")[0] == [21, *rank[1:]]
    assert load_workbook(tmp_path / FILE)["单位情况"]["Q4"].alignment.wrap_text  # as narrow as it is

    def reset(found: Workbook) -> None:
        for letter, width in zip("CDQ", first, strict=False):
            found["单位情况"].column_dimensions[letter].width = width
            found["单位情况"].column_dimensions[letter].hidden = False

    changed(tmp_path, reset)
    assert summary(tmp_path, book("甲")) == ()
    assert widths(tmp_path)[0] == [*first[:3], 33]


@pytest.mark.office
def test_what_another_program_saves_without_a_change_is_not_taken_for_hers(
    tmp_path: Path, office: ModuleType
) -> None:
    summary(tmp_path, book("甲", "INC-01"), book("乙"))
    first = widths(tmp_path)
    saved = office.recalculate([tmp_path / FILE], tmp_path / "saved")[0]
    (tmp_path / FILE).write_bytes(saved.read_bytes())
    with Store(tmp_path / STORE) as store:
        assert own_widths(load_workbook(tmp_path / FILE, read_only=True), store.sheets()) == {}
    assert own_columns(load_workbook(tmp_path / FILE, read_only=True), columns_by_sheet()) == {}
    assert list(looks_elsewhere(tmp_path / FILE, ())) == []
    summary(tmp_path, book("甲"), book("乙"))
    assert widths(tmp_path) == first
