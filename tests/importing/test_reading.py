"""One region is read whole, or what is not understood is listed with its reason."""

from __future__ import annotations

from decimal import Decimal

from importing.readings import ACCOUNTS
from importing.regions_of_rows import CLASS, GUIDE, HEADER, TOTAL, reading_of, region_of

from jixiao.importing.reading import read_further

MORE = ("20805", "行政事业单位养老支出", "10.00", "4.00", "6.00")


def test_every_figure_is_taken_or_listed():
    reading = reading_of("支出决算表", HEADER, TOTAL, CLASS, ("xyz", "不认识", "1.00", "", "1.00"))
    assert len(reading.taken) == 6
    assert [left.content for left in reading.leftovers] == ["1.00", "1.00"]
    assert {left.reason for left in reading.leftovers} == {"表样里没有“不认识”这一行"}


def test_an_amount_knows_where_it_stands():
    amount = reading_of("支出决算表", HEADER, TOTAL).entries["支出决算合计.基本支出"]
    assert (amount.value, amount.place) == (Decimal("4.00"), ("决算.docx", "第1个表", "D2"))


def test_a_blank_cell_of_a_known_row_is_remembered():
    reading = reading_of("支出决算表", HEADER, ("合计", "", "10.00", "10.00", ""), CLASS)
    assert reading.blank == {"支出决算合计.项目支出"}


def test_a_column_that_the_form_does_not_have_is_told_once():
    reading = reading_of("支出决算表", (*HEADER, "上年决算数"), (*TOTAL, "9.00"), (*CLASS, "9.00"))
    (left,) = reading.leftovers
    assert (left.beside, left.figures) == (True, 2)
    assert left.reason == "表样里没有“上年决算数”这一栏，整栏没有导入"


def test_rows_on_the_next_page_go_on_with_the_columns_of_the_page_before():
    before = reading_of("支出决算表", HEADER, TOTAL, CLASS)
    further = read_further(region_of("支出决算表", MORE), before, GUIDE, ACCOUNTS)
    assert further is not None
    assert further.records["支出决算"][0].amounts["项目支出"].value == 6
    assert read_further(region_of("支出决算表", ("甲", "乙"), ("丙", "丁")), before, GUIDE, ACCOUNTS) is None
