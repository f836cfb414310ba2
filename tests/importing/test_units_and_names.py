"""Unit of the amounts, year and name of the reporting unit: read or asked for, never guessed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from importing.pages import Page
from importing.published import Style
from importing.readings import FILLING, YUAN, entry, pages, place_of, read, whole

from jixiao.model.errors import UnusableInput


def test_a_table_without_a_unit_has_that_of_the_others_with_a_remark(tmp_path: Path):
    page = whole()
    del page.cells[place_of(page, "单位：万元")]
    done = read(tmp_path, page, pages()[1])
    assert done.complete
    assert done.assembly.remarks == ("“收入支出决算总表”没有写金额单位，按“万元”读取，请核对。",)


def test_without_any_unit_the_user_is_asked(tmp_path: Path):
    page = whole()
    del page.cells[place_of(page, "单位：万元")]
    with pytest.raises(UnusableInput, match="--unit 元 或 --unit 万元"):
        read(tmp_path, page)
    assert entry(read(tmp_path, page, unit="万元"), "总表.收入.总计") == FILLING.entries["总表.收入.总计"]


def test_amounts_are_converted_to_the_unit_asked_for_to_the_cent(tmp_path: Path):
    done = read(tmp_path, whole(Style(unit="元")), unit="万元")
    assert entry(done, "单位.金额单位") == "万元"
    assert entry(done, "总表.收入.总计") == Decimal(str(YUAN.entries["总表.收入.总计"])) / 10000


def test_tables_in_different_units_are_brought_together(tmp_path: Path):
    done = read(tmp_path, whole(Style(unit="元")), pages()[1])
    assert entry(done, "总表.收入.总计") == Decimal(str(YUAN.entries["总表.收入.总计"])) / 10000
    assert entry(done, "收入决算合计.本年收入合计") == FILLING.entries["收入决算合计.本年收入合计"]
    assert any("金额单位不同" in remark for remark in done.assembly.remarks)


def test_coarse_figures_do_not_become_exact_in_a_smaller_unit_without_a_word(tmp_path: Path):
    assert any("只精确到" in remark for remark in read(tmp_path, whole(), unit="元").assembly.remarks)


def test_years_that_differ_are_left_blank_and_said(tmp_path: Path):
    other = pages()[1]
    other.cells[place_of(other, "2024年度")] = "2023年度"
    done = read(tmp_path, whole(), other)
    assert entry(done, "单位.年度") is None
    assert "各表的年度不一致（2024、2023），没有填，请在工作簿里填写。" in done.assembly.remarks


def test_a_year_in_chinese_digits_is_understood(tmp_path: Path):
    page = whole()
    page.cells[place_of(page, "2024年度")] = "二〇二三年度"
    assert entry(read(tmp_path, page), "单位.年度") == 2023


def test_a_name_behind_the_unit_line_is_the_reporting_unit(tmp_path: Path):
    page = whole(Style(one_line=True))
    assert entry(read(tmp_path, page), "单位.名称") == FILLING.entries["单位.名称"]


def test_an_amount_that_names_its_own_unit_is_converted(tmp_path: Path):
    page = whole(Style(unit="元"))
    page.cells[(9, 3)] = "3.5万元"
    assert entry(read(tmp_path, page), "总表.收入.一般公共预算") == 35000


def test_a_cover_gives_the_year_only_if_no_table_does(tmp_path: Path):
    cover = Page("x", {(1, 1): "单位名称：某县某局", (2, 1): "2019年度部门决算"})
    bare = Page(
        "x", {place: value for place, value in whole().cells.items() if place not in ((4, 1), (5, 1))}
    )
    assert entry(read(tmp_path, cover, whole()), "单位.年度") == 2024
    assert entry(read(tmp_path, cover, bare), "单位.年度") == 2019
    assert entry(read(tmp_path, cover, bare), "单位.名称") == "某县某局"


def test_codes_that_no_list_has_are_entered_with_their_names(tmp_path: Path):
    """Where the list has every code of the level, one that it lacks is rather a slip: that is left out."""
    page = pages()[2]
    page.cells[place_of(page, "20805")] = "20897"
    page.cells[place_of(page, "行政事业单位养老支出")] = "某项事务"
    page.cells[place_of(page, "210")] = "297"
    rows = read(tmp_path, page).assembly.filling.groups["自有科目"]
    assert [dict(row.entries) for row in rows] == [{"自有科目.编码": "20897", "自有科目.名称": "某项事务"}]


@pytest.mark.parametrize(("name", "own"), [("其他优抚支出", 0), ("其他优待抚恤支出", 1)])
def test_a_published_name_counts_before_one_that_nobody_has_checked(tmp_path: Path, name: str, own: int):
    page = pages()[2]
    page.cells[place_of(page, "2080505")] = "2080899"
    page.cells[place_of(page, "机关事业单位基本养老保险缴费支出")] = name
    rows = read(tmp_path, page).assembly.filling.groups.get("自有科目", ())
    assert [row.entries["自有科目.名称"] for row in rows] == [name] * own


def test_tables_with_listed_codes_leave_the_units_own_codes_blank(tmp_path: Path):
    assert "自有科目" not in read(tmp_path, *pages()).assembly.filling.groups
