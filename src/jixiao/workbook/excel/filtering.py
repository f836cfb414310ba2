"""A filtered sheet of the open workbook, shown whole while results are written, then filtered as before.

Excel puts a block of values only into rows that are shown. As with protection, it is Excel's own object on
Windows that is asked; where it knows no filter (macOS), nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlwings import Sheet

_TWO_CONDITIONS = (1, 2)  # xlAnd and xlOr
_FIRST_FEW = (3, 4, 5, 6)  # read back as >= the last of them
_TICKED = 7  # three or more values
_COLOURS = (8, 9)  # of the cell, of its font: Criteria1 is an object


@contextmanager
def unfiltered(sheet: Sheet) -> Iterator[None]:
    """The sheet must not be protected."""
    excel = sheet.api
    if not getattr(excel, "FilterMode", False):
        yield
        return
    kept = list(_conditions(excel.AutoFilter.Filters))
    excel.ShowAllData()
    try:
        yield
    finally:
        for arguments in kept:
            excel.AutoFilter.Range.AutoFilter(*arguments)


def _conditions(filters: Any) -> Iterator[tuple[Any, ...]]:
    """The arguments that filter each column as it is now; the macros' JixiaoSheets.bas does the same."""
    for column in range(1, filters.Count + 1):
        condition = filters(column)
        if not condition.On:
            continue
        if condition.Operator in _TWO_CONDITIONS:
            yield column, condition.Criteria1, condition.Operator, condition.Criteria2
        elif condition.Operator in _COLOURS:
            yield column, condition.Criteria1.Color, condition.Operator
        elif condition.Operator == _TICKED:
            yield column, [_without_sign(value) for value in condition.Criteria1], condition.Operator
        elif condition.Operator and condition.Operator not in _FIRST_FEW:
            yield column, condition.Criteria1, condition.Operator
        else:
            yield column, condition.Criteria1


def _without_sign(value: str) -> str:
    """Ticked values read back as =value, and are set without the sign; = alone stands for blank cells."""
    return value[1:] if len(value) > 1 and value.startswith("=") else value
