"""The rows of a score table with their names, whether its cells have columns or it is printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.figure import StatedFigure
from jixiao.audit.report_table import ReportTable, TableCell, TableLine
from jixiao.audit.score_points import FULL, POINTS, TOTAL, figure_of

GOT = re.compile(r"(?:自评|评价|实际)?(?:得分|评分)(?:（分）)?$")
LOST = re.compile(r"(?:扣分|失分)(?:（分）)?$")


class ScoreRow(msgspec.Struct, eq=False):
    """`names`: from the first level on, those above it carried down. A missing column has no figure."""

    names: tuple[str, ...]
    full: StatedFigure | None
    got: StatedFigure | None
    lost: StatedFigure | None
    total: bool


def score_rows(table: ReportTable) -> Iterator[ScoreRow]:
    """Those below its header; of a line that cannot be laid in columns, nothing."""
    columns: dict[str, int] = {}
    names: dict[int, str] = {}
    width = 0
    for line in table.lines:
        placed = list(_placed(line, table.aligned, width, columns))
        found = _columns(placed)
        if "full" in found and "got" in found:
            columns, width, names = found, len(line.cells), {}
            continue
        if not columns or not placed:
            continue
        first = min(columns.values())
        for column, cell in placed:
            if column < first and not POINTS.fullmatch(cell.text):
                names = {place: text for place, text in names.items() if place < column} | {column: cell.text}
        by_column = dict(placed)
        points = {name: figure_of(by_column.get(column)) for name, column in columns.items()}
        if any(points.values()):
            total = any(TOTAL.match(cell.text) for _, cell in placed[:2])
            said = tuple(text for _, text in sorted(names.items()))
            yield ScoreRow(said, points.get("full"), points.get("got"), points.get("lost"), total)


def _placed(
    line: TableLine, aligned: bool, width: int, columns: dict[str, int]
) -> Iterator[tuple[int, TableCell]]:
    """(column, cell); the points of a printed line of totals stand under the first heads of points."""
    if aligned:
        yield from ((cell.column, cell) for cell in line.cells)
    elif not width or len(line.cells) == width:
        yield from enumerate(line.cells)
    elif line.cells and TOTAL.match(line.cells[0].text) and len(line.cells) < width:
        points = [cell for cell in line.cells if POINTS.fullmatch(cell.text)]
        if len(points) == len(line.cells) - 1 > 1:
            yield 0, line.cells[0]
            yield from enumerate(points, min(columns.values()))


def _columns(placed: list[tuple[int, TableCell]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in placed:
        for name, pattern in (("full", FULL), ("got", GOT), ("lost", LOST)):
            if pattern.search(cell.text):
                found[name] = column
    return found
