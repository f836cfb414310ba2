"""Amounts become 元 to the cent; the workbook speaks the unit that all tables speak."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from importing.readings import ACCOUNTS
from importing.regions_of_rows import CLASS, GUIDE, HEADER, TOTAL, reading_of

from jixiao.importing.table_reading import TableReading
from jixiao.importing.units import coarse_units, common_unit, into_smallest, settle_units
from jixiao.model.errors import UnusableInput


def reading(unit: str, *rows: tuple[str, ...]) -> TableReading:
    made = reading_of("支出决算表", HEADER, *(rows or (TOTAL, CLASS)))
    made.preamble = replace(made.preamble, unit=unit)
    return made


def test_amounts_become_yuan_and_keep_their_places():
    made = reading("万元")
    before = made.entries["支出决算合计.基本支出"]
    into_smallest(made, GUIDE, ACCOUNTS)
    after = made.entries["支出决算合计.基本支出"]
    assert (after.value, after.place) == (Decimal(40000), before.place)
    assert made.records["支出决算"][0].amounts["项目支出"].value == 60000


def test_a_unit_in_the_cell_counts_before_that_of_the_table():
    made = reading("万元", ("合计", "", "100000元", "4.00", "6.00"))
    into_smallest(made, GUIDE, ACCOUNTS)
    assert made.entries["支出决算合计.本年支出合计"].value == 100000


def test_a_row_of_which_figures_were_left_stays_one():
    made = reading("元", TOTAL, ("208", "社会保障和就业支出", "见附件", "4.00", "6.00"))
    into_smallest(made, GUIDE, ACCOUNTS)
    assert not made.records["支出决算"][0].whole


def test_a_table_without_a_unit_takes_that_of_the_others_or_asks():
    silent, other = reading(""), reading("万元")
    assert settle_units([silent, other], "") == ["“支出决算表”没有写金额单位，按“万元”读取，请核对。"]
    assert silent.preamble.unit == "万元"
    with pytest.raises(UnusableInput, match="--unit"):
        settle_units([reading("")], "")


def test_a_further_page_without_a_unit_speaks_that_of_its_table():
    first, further, other = reading("万元"), reading(""), reading("元")
    assert settle_units([first, further, other], "") == []
    assert further.preamble.unit == "万元"


def test_the_common_unit_is_that_of_all_else_the_larger_with_a_remark():
    remarks: list[str] = []
    assert common_unit([reading("元"), reading("元")], ACCOUNTS, remarks) == "元"
    assert remarks == []
    assert common_unit([reading("元"), reading("万元")], ACCOUNTS, remarks) == "万元"
    assert "已统一换算成“万元”" in remarks[0]
    assert coarse_units([reading("万元")], "元", ACCOUNTS)[0].startswith("原表以“万元”为单位")
    assert coarse_units([reading("元")], "万元", ACCOUNTS) == []
