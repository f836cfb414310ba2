"""Where figures stand on paper."""

import pytest
from checks.sheets import VOCABULARY, fact, sheet
from msgspec.structs import replace

from jixiao.checks.diagnosis.disorders.sheet_grid import SheetGrid, column_of, heads, row_of
from jixiao.model.fact import Fact

BOOK = sheet(
    "合计 = 一 + 二",
    一="1.00",
    二="2.00",
    rows=[{"名称": "甲", "金额": "3.00"}, {"名称": "乙", "金额": "4.00"}],
)
GRID = SheetGrid((BOOK.record,), VOCABULARY)


def test_a_line_has_its_amounts_by_column():
    assert GRID.lines["表", 2] == {"B": BOOK.fact("一"), "C": BOOK.fact("二")}


def test_a_figure_knows_its_line_and_its_column():
    assert GRID.line_of(BOOK.fact("二")) == (("表", 2), "C")
    assert GRID.line_of(BOOK.fact("人数")) is None  # no amount


def test_tables_are_those_with_more_than_one_row():
    assert [len(rows) for rows in GRID.tables] == [2]


@pytest.mark.parametrize(("cell", "column", "row"), [("AB12", "AB", 12), ("C3", "C", 3)])
def test_an_address_is_a_column_and_a_row(cell: str, column: str, row: int):
    one = fact("一", "1.00", cell)
    assert (column_of(one), row_of(one)) == (column, row)


def test_cells_of_one_line_are_called_by_their_columns():
    water, now, other = "水费（上年决算数）", "水费（本年决算数）", "电费（本年决算数）"
    assert heads(called(water), called(now)) == ("上年决算数", "本年决算数")
    assert heads(called(water), called(other)) == (water, other)


def called(label: str) -> Fact:
    return replace(BOOK.fact("一"), label=label)
