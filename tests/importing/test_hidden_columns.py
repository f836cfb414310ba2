"""Amounts in hidden columns are no figures to be taken; hidden codes say what stands beside them."""

from decimal import Decimal

from jixiao.documents.cells import HIDDEN_COLUMN, SourceCell
from jixiao.documents.document import SourceDocument, SourcePlace, SourceTable
from jixiao.importing.sheets import sheets_of


def rows(*hidden: int):
    cells = {
        1: {1: SourceCell("编码"), 2: SourceCell("上年数"), 3: SourceCell("本年数")},
        2: {1: SourceCell("208"), 2: SourceCell("3.5", Decimal("3.5")), 3: SourceCell("4", Decimal(4))},
        3: {1: SourceCell("20805"), 2: SourceCell("0", Decimal(0)), 3: SourceCell("4", Decimal(4))},
    }
    table = SourceTable(SourcePlace(sheet="收入"), cells, hidden_columns=frozenset(hidden))
    (sheet,) = sheets_of(SourceDocument("表.xlsx", "xlsx", (table,)))
    return sheet.rows


def test_amounts_of_a_hidden_column_are_told_and_a_zero_is_none():
    found = rows(1, 2)
    assert (found[2][2].trouble, found[3][2].trouble) == (HIDDEN_COLUMN, "")
    assert not any(cells[column].trouble for cells in found.values() for column in (1, 3))
