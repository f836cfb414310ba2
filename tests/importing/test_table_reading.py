"""What was read and what was left always add up."""

from __future__ import annotations

from importing.regions_of_rows import CLASS, HEADER, TOTAL, reading_of

from jixiao.documents.cells import SourceCell


def test_figures_are_counted_in_terms_and_rows():
    reading = reading_of("支出决算表", HEADER, TOTAL, CLASS)
    assert (reading.figures, reading.empty) == (6, False)
    assert reading_of("支出决算表", HEADER, ("合计", "", "0.00", "0.00", "0.00")).empty


def test_a_cell_that_is_left_is_taken_no_more():
    reading = reading_of("支出决算表", HEADER, TOTAL)
    reading.leave(3, 3, SourceCell(" 10.00\n"), "原因")
    (left,) = reading.leftovers
    assert (3, 3) not in reading.taken
    assert (left.sheet, left.cell, left.content, left.figures) == ("第1个表", "C2", "10.00", 1)


def test_a_table_that_is_refused_says_how_much_it_held():
    reading = reading_of("支出决算表", HEADER, TOTAL, CLASS)
    reading.refuse("共 {} 个数")
    assert (reading.figures, reading.taken) == (0, set())
    assert [(left.reason, left.figures) for left in reading.leftovers] == [("共 6 个数", 6)]
