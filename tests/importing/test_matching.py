"""Which column is which, and where the amounts of a row go."""

from __future__ import annotations

from importing.readings import ACCOUNTS
from importing.regions_of_rows import CLASS, GUIDE, HEADER, TOTAL, reading_of, region_of

from jixiao.documents.cells import SourceCell
from jixiao.importing.guide import Known
from jixiao.importing.header import read_header
from jixiao.importing.matching import Plan, further_rows_fit, plan_of
from jixiao.importing.regions import Region


def plan_for(region: Region) -> Plan:
    known = Known(GUIDE, region.table, ACCOUNTS)
    header = read_header(region, known)
    assert header is not None
    return plan_of(region, header, header.blocks[0], known)


def cells(*texts: str) -> dict[int, SourceCell]:
    return {number: SourceCell(text) for number, text in enumerate(texts, 1) if text}


SPENDING = plan_for(region_of("支出决算表", HEADER, TOTAL, CLASS))


def test_columns_are_known_by_their_labels():
    assert SPENDING.keys == {3: "本年支出合计", 4: "基本支出", 5: "项目支出"}


def test_a_row_with_a_code_is_a_record_and_that_of_totals_fills_terms():
    record = SPENDING.target(cells("208", "社会保障和就业支出", "1", "1", "0"))
    total = SPENDING.target(cells("合计", "", "1", "1", "0"))
    assert record is not None
    assert (record.code, record.name) == ("208", "社会保障和就业支出")
    assert total is not None
    assert (total.code, total.term("基本支出")) == ("", "支出决算合计.基本支出")


def test_a_row_whose_figures_are_shifted_is_nothing():
    shifted = cells("208", "12.50", "1", "1", "0")
    assert SPENDING.target(shifted) is None
    assert "错位" in SPENDING.why(shifted, SPENDING.block.columns[2])


def test_two_columns_of_the_same_name_are_not_told_apart():
    twice = plan_for(region_of("支出决算表", (*HEADER, "项目支出"), (*TOTAL, "6.00"), (*CLASS, "6.00")))
    assert twice.keys == {3: "本年支出合计", 4: "基本支出"}
    assert twice.doubled == {5, 6}


def test_of_two_years_the_later_one_is_meant_and_the_earlier_one_is_beside():
    header = ("科目编码", "科目名称", "2023年基本支出", "2024年基本支出")
    plan = plan_for(region_of("支出决算表", header, ("合计", "", "3.00", "4.00")))
    assert (plan.keys, plan.beside) == ({4: "基本支出"}, {3})
    assert "2023年" in plan.why({}, plan.block.columns[2])


def test_a_year_beside_none_is_not_told_apart():
    header = ("科目编码", "科目名称", "2023年基本支出", "基本支出")
    plan = plan_for(region_of("支出决算表", header, ("合计", "", "3.00", "4.00")))
    assert plan.doubled == {3, 4}


def test_rows_without_a_header_go_on_where_most_of_them_are_understood():
    before = reading_of("支出决算表", HEADER, TOTAL, CLASS)
    more = region_of("支出决算表", ("20805", "行政事业单位养老支出", "10.00", "4.00", "6.00"))
    other = region_of("支出决算表", ("序", "车辆", "数量", "单价", "金额"), ("1", "轿车", "2", "3", "6"))
    assert further_rows_fit(more, before.plans)
    assert not further_rows_fit(other, before.plans)
