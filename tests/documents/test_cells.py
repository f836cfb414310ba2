"""Cells of foreign tables: numbers as Excel stores them, figures in hidden rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.documents.cells import ERROR, HIDDEN_ROW, SourceCell, in_hidden_row, number_cell


def test_a_stored_number_is_what_was_typed():
    assert number_cell("0.30000000000000004") == SourceCell("0.3", Decimal("0.3"))


@pytest.mark.parametrize("stored", ["nan", "inf", "x", ""])
def test_what_is_no_number_is_an_error(stored: str):
    assert number_cell(stored) == SourceCell(stored, None, ERROR)


@pytest.mark.parametrize(
    ("cell", "trouble"),
    [
        (SourceCell("5", Decimal(5)), HIDDEN_ROW),
        (SourceCell("1,234.50"), HIDDEN_ROW),
        (SourceCell("0", Decimal(0)), ""),
        (SourceCell("-"), ""),
        (SourceCell("合计"), ""),
        (SourceCell("5", Decimal(5), ERROR), ERROR),
    ],
)
def test_only_figures_of_hidden_rows_are_trouble(cell: SourceCell, trouble: str):
    assert in_hidden_row(cell) == SourceCell(cell.text, cell.number, trouble)
