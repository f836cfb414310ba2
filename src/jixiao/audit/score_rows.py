"""The rows of a score table with their names, whether its cells have columns or it is printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures import number
from jixiao.audit.report_table import ReportTable, TableCell, TableLine

FULL = re.compile(r"(?:分值|权重|标准分|满分)(?:（分）|（100分?）|（%）)?$")
GOT = re.compile(r"(?:自评|评价|实际)?(?:得分|评分)(?:（分）)?$")
LOST = re.compile(r"(?:扣分|失分)(?:（分）)?$")
TOTAL = re.compile(r"总分|合计|总计|总得分")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{1,2})?分?")


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
            if column < first and not _POINTS.fullmatch(cell.text):
                names = {place: text for place, text in names.items() if place < column} | {column: cell.text}
        by_column = dict(placed)
        points = {name: _points(by_column.get(column)) for name, column in columns.items()}
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
        points = [cell for cell in line.cells if _POINTS.fullmatch(cell.text)]
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


def _points(cell: TableCell | None) -> StatedFigure | None:
    if cell is None or not _POINTS.fullmatch(cell.text):
        return None
    value, places = number(cell.text.removesuffix("分"))
    step, place = Decimal(1).scaleb(-places), (cell.passage, cell.start, cell.end)
    figure = StatedFigure(value, step, Metric.SCORE, "分", Decimal(1), *place)
    figure.label_start, figure.role, figure.printed = cell.start, FigureRole.PLAIN, True
    return figure
