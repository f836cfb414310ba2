"""A table whose figures may stand at wrong places is listed as a whole."""

from __future__ import annotations

from importing.readings import ACCOUNTS
from importing.regions_of_rows import CLASS, HEADER, TOTAL, reading_of

from jixiao.importing.untrusted import has_strange_codes


def test_a_code_that_repeats_refuses_the_table():
    reading = reading_of("支出决算表", HEADER, TOTAL, CLASS, CLASS)
    assert (reading.figures, reading.taken) == (0, set())
    assert "出现了两次" in reading.leftovers[0].reason
    assert reading.leftovers[0].figures == 9


def test_figures_without_a_header_refuse_the_table():
    reading = reading_of("支出决算表", (*HEADER, ""), (*TOTAL, "1.00"), (*CLASS, "1.00"))
    assert (reading.figures, reading.taken) == (0, set())
    assert "没有表头，各栏可能错位了" in reading.leftovers[0].reason


def test_codes_of_another_list_make_it_another_table():
    assert not has_strange_codes(reading_of("支出决算表", HEADER, CLASS), ACCOUNTS)
    assert has_strange_codes(reading_of("支出决算表", HEADER, ("501", "机关工资", "1", "1", "0")), ACCOUNTS)
