"""The live sheets as they are built: what stands in them, what they need, and what leaves them alone."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from live_books import Books
from live_twins import shortened
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from refusals import refused
from workbook.books import (
    after_run,
    package_of,
    raw_members,
    sample,
    structure_of,
    with_members,
    with_only,
)

from jixiao.building.workbook import built
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.sections import RelationsSection, RowRelationsSection
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.live.assembly import with_live
from jixiao.workbook.live.places import LONGEST
from jixiao.workbook.reading.filled_workbook import read_facts
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import Layout
from jixiao.workbook.written.build import build_workbook

PACK = load_pack()
SHORT = shortened(PACK, 24)  # its tables have few rows; how many there are is nothing to a line or a colour
BOOKS = Books(PACK)
# every check once, those of a block once for each repetition
ITEMS = sum(max((PACK.groups[name].repeat for name in check.path), default=0) or 1 for check in PACK.checks)
BROKEN = Filling({"收入.合计": Decimal(13), "收入.事业": Decimal(10)})
DIFFERENT_UNITS = Filling({"单位.金额单位": "元", "收入.合计": Decimal("10.01"), "收入.事业": Decimal(10)})
# All of them are in Excel 2010, WPS and LibreOffice; none needs Ctrl-Shift-Enter.
FUNCTIONS = {
    *("ABS", "AND", "ASC", "COLUMN", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "HYPERLINK", "IF", "IFERROR"),
    *("CHOOSE", "INT", "NA", "REPT", "SIGN", "TEXT", "VALUE"),
    *(
        "COUNTBLANK",
        "INDEX",
        "MEDIAN",
        "ISBLANK",
        "ISNUMBER",
        "LEFT",
        "LEN",
        "MATCH",
        "MAX",
        "MIN",
        "NOT",
        "OR",
        "ROUND",
    ),
    *(
        "CHAR",
        "FIND",
        "ROW",
        "ROWS",
        "SEARCH",
        "SUBSTITUTE",
        "SUM",
        "SUMIF",
        "SUMPRODUCT",
        "TRIM",
        "UPPER",
        "VLOOKUP",
    ),
}

LOOKED_AT = ("填报说明", "勾稽关系", "核对着色")
OPENED: list[tuple[Filling, Workbook]] = []


def opened(filling: Filling) -> Workbook:
    """With what is looked at here."""
    found = next((book for of, book in OPENED if of == filling), None)
    if found is None:
        content = built(SHORT, PACK.form.framework, filling)
        found = load_workbook(BytesIO(with_only(content, *LOOKED_AT)), data_only=True)
        OPENED.append((filling, found))
    return found


def line_of(book: Workbook, check: str) -> list[object]:
    """The line of a relation: number, relation, both sides, difference, tolerance, verdict, kind."""
    rows = book["勾稽关系"].iter_rows(values_only=True)
    return list(next(row for row in rows if row[0] == check))[:8]


@cache
def formulas_of_pack(pack: str) -> list[str]:
    return formulas_of(BOOKS.layout if pack == PACK.form.id else Books(load_pack(pack)).layout)


def formulas_of(layout: Layout) -> list[str]:
    marks = [highlight.formula for sheet in layout.sheets for highlight in sheet.highlights]
    return [slot.formula for sheet in layout.sheets for slot in sheet.slots if slot.formula] + marks


def test_a_broken_relation_is_shown_before_any_program_has_computed_it():
    line = line_of(opened(BROKEN), "INC-01")
    assert line[2:] == [13, 10, 3, 0.01, "不平", "逻辑性"]


def test_yuan_are_compared_to_the_cent_and_wan_yuan_by_intervals():
    slightly = Filling({"收入.合计": Decimal("10.01"), "收入.事业": Decimal(10)})
    assert line_of(opened(slightly), "INC-01")[6] == "尾差"
    assert (
        line_of(opened(replace(slightly, entries={**slightly.entries, "单位.金额单位": "元"})), "INC-01")[6]
        == "尾差"
    )
    assert line_of(opened(DIFFERENT_UNITS), "EXP-01")[6] == "未填"


def test_a_relation_is_said_in_the_words_of_the_form():
    assert line_of(opened(BROKEN), "FUND-05")[1] == (
        "（基金1）基金期初结余等于上年期末结余\n期初结余 ＝ 上年报表的期末滚存结余\n"
        "适用条件：上年报表的期末滚存结余 ≠ 0"
    )


def test_several_conditions_are_said_as_one_sentence():
    blank = "科目编码 ≠ 空"
    first = "《功能分类科目》收全功能分类·科目编码的前3位所在的一级（收全为1） ＝ 1"
    second = "自有科目·科目编码为本行科目编码的前3位的行数 ＝ 0"
    assert line_of(opened(BROKEN), "FUNC-17")[1].endswith(f"\n适用条件：{blank}，并且{first}，并且{second}")


def test_the_first_sheet_says_how_many_are_broken_and_leads_to_the_first():
    given = {"编制数.全额": 2, "编制数.合计": 2, "实有数.全额": 2, "实有数.合计": 3}
    staff = Filling({term: Decimal(number) for term, number in given.items()})
    cells = [cell.value for row in opened(staff)["填报说明"] for cell in row]
    assert f"共{ITEMS}项，不平2项（其中警告1项）" in cells
    assert "实有人数合计等于各类人数之和" in cells


def test_nothing_is_coloured_in_an_empty_form():
    twins = opened(Filling())["核对着色"]
    values = [cell.value for row in twins.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert set(values) == {0}


def test_two_rules_colour_all_cells_of_a_sheet():
    for sheet in BOOKS.layout.sheets:
        twins = [highlight for highlight in sheet.highlights if "着色" in highlight.formula]
        assert [highlight.tone for highlight in twins] in ([], ["error", "warning"])
    assert len([s for s in BOOKS.layout.sheets if any("着色" in mark.formula for mark in s.highlights)]) > 8


def test_an_empty_form_has_no_broken_relation():
    cells = [cell.value for row in opened(Filling())["填报说明"] for cell in row]
    assert f"共{ITEMS}项，不平0项" in cells


@pytest.mark.parametrize("pack", ["department-overall", "department-final-accounts"])
def test_only_functions_that_all_programs_share_are_used(pack: str):
    formulas = " ".join(re.sub(r'"[^"]*"', "", text) for text in formulas_of_pack(pack))
    assert set(re.findall(r"([A-Z][A-Z.]*)\(", formulas)) <= FUNCTIONS


@pytest.mark.parametrize("pack", ["department-overall", "department-final-accounts"])
def test_formulas_stay_within_the_limits_of_excel(pack: str):
    formulas = formulas_of_pack(pack)
    assert max(map(len, formulas)) < LONGEST
    assert max(map(depth, formulas)) < 64
    assert max(text.count(",") for text in formulas) < 255


def depth(formula: str) -> int:
    deepest = level = 0
    for sign in re.sub(r'"[^"]*"|[^()"]', "", formula):
        level += 1 if sign == "(" else -1
        deepest = max(deepest, level)
    return deepest


def test_the_sheets_that_only_formulas_and_macros_need_are_hidden():
    states = {sheet.title: sheet.sheet_state for sheet in opened(Filling()).worksheets}
    hidden = [name for name, state in states.items() if state != "visible"]
    assert hidden == ["核对底稿", "核对着色", PACK.buttons.sheet]


def test_a_run_leaves_the_live_sheets_byte_for_byte(tmp_path: Path):
    before = sample()
    after = after_run(tmp_path, before)
    parts = structure_of(before).parts
    for name in ("勾稽关系", "逐行核对", "核对底稿", "核对着色"):
        assert raw_members(after)[parts[name]] == raw_members(before)[parts[name]]


def test_reading_never_looks_into_the_live_sheets():
    book = sample()
    parts = structure_of(book).parts
    spoilt = with_members(
        book, {parts[name]: b"<" for name in ("勾稽关系", "逐行核对", "核对底稿", "核对着色")}
    )
    record = read_facts(SavedBook(package_of(spoilt)), PACK).record
    assert record.fields["收入.合计"].number == 3460800


def test_a_form_without_a_sheet_of_relations_is_built_as_it_is():
    layout = lay_out(without(RelationsSection, RowRelationsSection).form, BOOKS.framework, PACK.codes)
    assert with_live(layout, without(RelationsSection, RowRelationsSection), BOOKS.framework) is layout


def test_relations_over_tables_need_their_sheet():
    with refused("row_relations"):
        build_workbook(without(RowRelationsSection), BOOKS.framework)


def without(*kinds: type) -> Pack:
    """The pack with a form that lacks the sheets of some sections."""
    import msgspec

    sheets = tuple(s for s in PACK.form.sheets if not isinstance(s.sections[0], kinds))
    return replace(PACK, form=cast(type(PACK.form), msgspec.structs.replace(PACK.form, sheets=sheets)))
