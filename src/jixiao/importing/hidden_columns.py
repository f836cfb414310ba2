"""Hidden columns of a worksheet: their amounts are not imported and are told, like those of hidden rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jixiao.documents.cells import HIDDEN_COLUMN, SourceCell, in_hidden_row
from jixiao.documents.document import SourceTable

Rows = Mapping[int, Mapping[int, SourceCell]]
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}|\d{1,2}")  # 2080501, and the number of a row


def rows_seen(table: SourceTable) -> Rows:
    """The rows; hidden codes and names are read, for they say what the amounts beside them are."""
    unseen = {column for column in table.hidden_columns if _holds_amounts(table, column)}
    if not unseen:
        return table.rows
    return {
        row: {
            column: in_hidden_row(cell, HIDDEN_COLUMN) if column in unseen else cell
            for column, cell in cells.items()
        }
        for row, cells in table.rows.items()
    }


def _holds_amounts(table: SourceTable, column: int) -> bool:
    cells = [cells[column] for cells in table.rows.values() if column in cells]
    figures = [cell.text.strip() for cell in cells if in_hidden_row(cell).trouble]
    return not all(map(_CODE.fullmatch, figures))
