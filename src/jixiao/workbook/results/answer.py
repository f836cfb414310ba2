"""What the macro of an open workbook is told: a workbook with a sentence, and what goes where.

Sheet "answer", column A: the sentence, the report's file name, sheet and cell of the first finding, and
whether there are results. Sheet "steps": what, sheet, cells, detail. Sheet "read", column A: the explanations
that the program has read. Then a sheet for each result sheet, whose cells stand where they go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from itertools import groupby
from typing import Any

from jixiao.workbook.file.cells import column_number
from jixiao.workbook.file.patching import SheetPatch
from jixiao.workbook.file.written_value import CellValue, without_control_characters

ANSWER, STEPS, READ, RESULTS = "answer", "steps", "read", "results"
END = "end"  # below the lines of the answer, so that all of them lie in the part that is used
LAST_ROW = 2000  # at least to here, what an earlier run wrote is cleared

Step = tuple[str, str, str]  # what, cells, detail


@dataclass(frozen=True, slots=True)
class Answer:
    sentence: str
    report: str = ""  # file name
    sheet: str = ""
    cell: str = ""
    results: Mapping[str, SheetPatch] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)  # what is to be printed of each sheet
    read: tuple[str, ...] = ()  # explanations as they were typed; any other has been typed since


def answer_bytes(answer: Answer) -> bytes:
    """The answer as .xlsx; a text never becomes a formula, a figure keeps its digits."""
    import xlsxwriter

    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False}) as book:
        results = RESULTS if answer.results else ""
        lines = (answer.sentence, answer.report, answer.sheet, answer.cell, results, END)
        _write_rows(book.add_worksheet(ANSWER), [(text,) for text in lines])
        steps = [(what, name, *rest) for name, p in answer.results.items() for what, *rest in _steps(p)]
        steps += [("print", name, area, "") for name, area in answer.areas.items()]
        _write_rows(book.add_worksheet(STEPS), steps)
        _write_rows(book.add_worksheet(READ), [(text,) for text in answer.read])
        for name, patch in answer.results.items():
            paper = book.add_worksheet(name)
            for (column, row), value in _placed(patch).items():
                _write(paper, row - 1, column_number(column) - 1, value)
    return target.getvalue()


def _steps(patch: SheetPatch) -> Iterator[Step]:
    if patch.columns:
        left, right = _ends(patch.columns)
        bottom = max(LAST_ROW, patch.first + len(patch.rows))
        yield "clear", f"{left}{patch.first}:{right}{bottom}", ""
        last = patch.first + len(patch.rows) - 1
        yield "looks", f"{left}{patch.first}:{right}{patch.first}", str(last)
        yield "values", f"{left}{patch.first}:{right}{last}", ""
        yield from _heights(patch)
    for column, first, last in _runs(patch.cells):
        yield "values", f"{column}{first}:{column}{last}", ""
    for cell, place in patch.links.items():
        yield "link", cell, place


def _ends(columns: tuple[str, ...]) -> tuple[str, str]:
    """The outermost of the columns; a run writes them all, and what lies between is theirs."""
    ordered = sorted(columns, key=column_number)
    return ordered[0], ordered[-1]


def _heights(patch: SheetPatch) -> Iterator[Step]:
    numbered = enumerate(patch.heights, patch.first)
    for height, group in groupby(numbered, key=lambda item: item[1]):
        rows = [number for number, _ in group]
        yield "height", f"A{rows[0]}:A{rows[-1]}", f"{height:g}"


def _runs(cells: Mapping[str, CellValue]) -> Iterator[tuple[str, int, int]]:
    """Single cells, those of a column that follow on each other in one."""
    places = sorted((column_number(column), row, column) for column, row in map(_split, cells))
    for (_, _), group in groupby(enumerate(places), key=lambda item: (item[1][0], item[1][1] - item[0])):
        run = [place for _, place in group]
        yield run[0][2], run[0][1], run[-1][1]


def _placed(patch: SheetPatch) -> dict[tuple[str, int], CellValue]:
    rows = enumerate(patch.rows, patch.first)
    table = {
        (column, number): value
        for number, row in rows
        for column, value in zip(patch.columns, row, strict=True)
    }
    return {**{_split(cell): value for cell, value in patch.cells.items()}, **table}


def _split(cell: str) -> tuple[str, int]:
    column = cell.rstrip("0123456789")
    return column, int(cell[len(column) :])


def _write_rows(paper: Any, rows: list[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows):
        for left, text in enumerate(row):
            _write(paper, number, left, text)


def _write(paper: Any, row: int, column: int, value: CellValue) -> None:
    if isinstance(value, Decimal):
        paper.write_number(row, column, value)
    elif value:
        paper.write_string(row, column, without_control_characters(value))
