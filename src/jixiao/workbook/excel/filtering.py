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
    """The arguments that filter each column as it is now."""
    for column in range(1, filters.Count + 1):
        condition = filters(column)
        if not condition.On:
            continue
        if condition.Operator in _TWO_CONDITIONS:
            yield column, condition.Criteria1, condition.Operator, condition.Criteria2
        elif condition.Operator:
            yield column, condition.Criteria1, condition.Operator
        else:
            yield column, condition.Criteria1
