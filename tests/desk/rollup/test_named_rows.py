"""Rows in which transfers stand, as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from jixiao.desk.rollup.eliminating import Eliminated
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.named_rows import read_rows
from jixiao.desk.rollup.rows_said import about_rows, check_departments
from jixiao.desk.rollup.total import Total
from jixiao.model.errors import UnusableInput

TAKEN = Eliminated("甲局", "补助", Decimal(1), {}, {}, (), rows={"功能分类": "2130199"})
DEPARTMENT = SummedLevel("甲局", "01", Total({}), Total({}), (), (TAKEN,))
AREA = replace(DEPARTMENT, name="某县", code="", eliminated=(), below=(DEPARTMENT,))


def test_rows_are_of_all_departments_or_of_one() -> None:
    rows = read_rows(["功能分类=1", "功能分类＝2", "甲局：功能分类=3", "02:经济分类=4"])
    assert rows.of("乙局", "") == {"功能分类": ("1", "2")}
    assert rows.of("甲 局", "01") == {"功能分类": ("3",)}
    assert rows.of("乙局", "02") == {"功能分类": ("1", "2"), "经济分类": ("4",)}
    assert list(map(str, rows.rows[1:3])) == ["--row 功能分类=2", "--row 甲局:功能分类=3"]


@pytest.mark.parametrize("typed", ["功能分类", "=1", "功能分类=", "甲局:=1"])
def test_what_is_no_row_is_told(typed: str) -> None:
    with pytest.raises(UnusableInput, match="应写成 表=编码 或 部门:表=编码"):
        read_rows([typed])


def test_a_row_that_is_used_for_nothing_and_an_unknown_department_are_told() -> None:
    rows = read_rows(["功能分类=2130199", "功能分类=2070199", "某县:功能分类=2130199"])
    assert [said.split(" 没有用上")[0] for said in about_rows(rows, AREA)] == [
        "--row 功能分类=2070199",
        "--row 某县:功能分类=2130199",
    ]
    unfit = replace(DEPARTMENT, eliminated=(replace(TAKEN, rows={}, unfit=(("功能分类", "没有"),)),))
    assert list(about_rows(read_rows(["功能分类=1"]), unfit)) == []  # it is told why
    check_departments(rows, AREA)
    with pytest.raises(UnusableInput, match="部门“丙局”不认识，汇总的部门是：某县、甲局。"):
        check_departments(read_rows(["丙局:功能分类=1"]), AREA)
