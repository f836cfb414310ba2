"""Tables that were read become one filling: units, rows that fit, zeros of whole tables, marks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from importing.readings import ACCOUNTS
from importing.regions_of_rows import CLASS, GUIDE, HEADER, TOTAL, reading_of

from jixiao.importing.assembling import Assembly, assemble


def assembled(*rows: tuple[str, ...], unit: str = "") -> Assembly:
    reading = reading_of("2024年度支出决算表（单位：万元）", HEADER, *rows)
    return assemble([reading], [], ACCOUNTS, GUIDE, unit, None)


def test_amounts_come_in_the_unit_of_the_tables_or_in_the_one_that_is_asked_for():
    assert assembled(TOTAL, CLASS).filling.entries["支出决算合计.基本支出"] == 4
    assert assembled(TOTAL, CLASS, unit="元").filling.entries["支出决算合计.基本支出"] == 40000


def test_each_figure_keeps_its_place():
    places = assembled(TOTAL, CLASS).places
    assert places["支出决算合计.基本支出",] == ("决算.docx", "第1个表", "D2")
    assert places["208", "支出决算.项目支出"] == ("决算.docx", "第1个表", "E3")


def test_the_blanks_of_a_whole_table_are_zeros_and_of_another_none():
    total = ("合计", "", "4.00", "4.00", "")
    whole = assembled(total, ("208", "社会保障和就业支出", "4.00", "4.00", ""))
    assert whole.filling.entries["支出决算合计.项目支出"] == 0
    partly = assembled(total, ("xyz", "不认识", "4.00", "4.00", ""))
    assert "支出决算合计.项目支出" not in partly.filling.entries
    assert partly.filling.entries["未读全.支出决算"] == "没有读全"


def test_a_blank_total_whose_parts_are_not_nothing_is_no_zero():
    done = assembled(("合计", "", "", "4.00", ""), ("208", "社会保障和就业支出", "4.00", "4.00", ""))
    assert "支出决算合计.本年支出合计" not in done.filling.entries
    assert done.filling.entries["支出决算合计.项目支出"] == 0


def test_rows_of_zeros_are_left_out_with_a_remark():
    done = assembled(TOTAL, CLASS, ("210", "卫生健康支出", "0.00", "0.00", "0.00"))
    assert [row.entries["支出决算.编码"] for row in done.filling.groups["支出决算"]] == ["208"]
    assert "“支出决算表”有 1 行科目全是零，没有列入。" in done.remarks


@pytest.mark.parametrize("printed", ["一、社会保障 和就业支出", "社会保障和就"])
def test_a_name_is_written_as_the_list_writes_it(printed: str):
    done = assembled(TOTAL, ("208", printed, *CLASS[2:]))
    (row,) = done.filling.groups["支出决算"]
    assert row.entries["支出决算.名称"] == "社会保障和就业支出"
    assert row.entries["支出决算.基本支出"] == Decimal(4)


def test_rows_that_the_form_has_no_room_for_are_listed():
    rows = [(f"2{n:02}", f"第{n}类", "1.00", "1.00", "0.00") for n in range(1, 100)]
    rows += [(f"2{n:02}01", f"第{n}款", "1.00", "1.00", "0.00") for n in range(1, 100)]
    done = assembled(*rows)
    assert len(done.filling.groups["支出决算"]) == 150
    assert {left.reason for left in done.leftovers} == {"表样只有 150 行，放不下"}
    assert done.taken + sum(left.figures for left in done.leftovers) == 3 * len(rows)


def test_rows_of_two_halves_stand_in_the_order_of_their_codes():
    header = ("科目编码", "科目名称", "决算数") * 2
    left = (("301", "工资福利支出", "5.00"), ("30101", "基本工资", "5.00"))
    right = (("302", "商品和服务支出", "3.00"), ("30201", "办公费", "3.00"))
    title = "一般公共预算财政拨款基本支出决算明细表（单位：万元）"
    reading = reading_of(title, header, *(one + other for one, other in zip(left, right, strict=True)))
    rows = assemble([reading], [], ACCOUNTS, GUIDE, "", None).filling.groups["基本支出明细"]
    assert [row.entries["基本支出明细.编码"] for row in rows] == ["301", "30101", "302", "30201"]
