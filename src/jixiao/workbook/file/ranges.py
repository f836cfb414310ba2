"""Cells of one sheet -> the ranges that a reader would name: B3:B9, C5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from jixiao.workbook.file.cells import column_letters, column_number

Run = tuple[int, int]  # first and last, of rows or columns


def ranges(cells: Iterable[str]) -> list[str]:
    """As few as there can be of rectangles, by column and row; each cell once."""
    columns: dict[int, list[int]] = {}
    for cell in dict.fromkeys(cells):
        letters = cell.rstrip("0123456789")
        columns.setdefault(column_number(letters), []).append(int(cell[len(letters) :]))
    rows: dict[Run, list[int]] = {}
    for column, numbers in sorted(columns.items()):
        for run in _runs(numbers):
            rows.setdefault(run, []).append(column)
    boxes = [
        (left, top, right, bottom) for (top, bottom), found in rows.items() for left, right in _runs(found)
    ]
    return [_said(*box) for box in sorted(boxes)]


def _runs(numbers: Iterable[int]) -> Iterator[Run]:
    """Numbers that follow on each other, as one."""
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda item: item[1] - item[0]):
        run = [number for _, number in group]
        yield run[0], run[-1]


def _said(left: int, top: int, right: int, bottom: int) -> str:
    first, last = f"{column_letters(left)}{top}", f"{column_letters(right)}{bottom}"
    return first if first == last else f"{first}:{last}"
