"""The rows of a score table with their names, whether its cells have columns or it is printed as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.document.report_table import ReportTable, TableCell, TableLine
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.tables.score_points import FULL, POINTS, SUBTOTAL, TOTAL, figure_of

GOT = re.compile(r"(?:自评|评价|实际)?(?:得分|评分)(?:（分）)?$")
LOST = re.compile(r"(?:扣分|失分)(?:（分）)?$")


class ScoreRow(msgspec.Struct, eq=False):
    """`names`: from the first level on, those above it carried down. A missing column has no figure.

    `note`: what stands behind the points, such as why some were lost.
    """

    names: tuple[str, ...]
    full: StatedFigure | None
    got: StatedFigure | None
    lost: StatedFigure | None
    total: bool
    note: TableCell | None = None


def score_rows(table: ReportTable) -> Iterator[ScoreRow]:
    """Those below its header; of a sub-total, or a line that cannot be laid in columns, nothing."""
    columns: dict[str, int] = {}
    names: dict[int, str] = {}
    width = 0
    for line in table.lines:
        placed = list(_placed(line, table.aligned, width, columns))
        found = _columns(placed)
        if "full" in found and "got" in found:
            columns, width, names = found, len(line.cells), {}
            continue
        if not columns or not placed or any(SUBTOTAL.match(cell.text) for cell in line.cells[:3]):
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
            note = next((cell for column, cell in placed if column > max(columns.values())), None)
            yield ScoreRow(said, points.get("full"), points.get("got"), points.get("lost"), total, note)


def _placed(
    line: TableLine, aligned: bool, width: int, columns: dict[str, int]
) -> Iterator[tuple[int, TableCell]]:
    """(column, cell); the points of a printed line of totals stand under the first heads of points."""
    cells, last = line.cells, len(line.cells) - 1
    if aligned:
        yield from ((cell.column, cell) for cell in cells)
        return
    if not width or not cells or len(cells) == width:
        yield from enumerate(cells)
        return
    if TOTAL.match(cells[0].text):
        points = [cell for cell in cells if POINTS.fullmatch(cell.text)]
        if len(points) == last > 1:
            yield 0, cells[0]
            yield from enumerate(points[-max(len(columns), 2) :], min(columns.values()))
        return
    while last > 0 and not POINTS.fullmatch(cells[last].text):
        last -= 1  # what stands behind the points, if anything does
    ends = [bool(POINTS.fullmatch(cell.text)) for cell in cells[last - len(columns) + 1 : last + 1]]
    first = max(columns.values()) - last - ("lost" in columns and not all(ends))
    if last > 0 and first >= 0 and len(cells) - last <= 2 and max(columns.values()) >= width - 2:
        yield from enumerate(cells, first)  # the cells that are lacking are those of the levels above it


def _columns(placed: list[tuple[int, TableCell]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in placed:
        for name, pattern in (("full", FULL), ("got", GOT), ("lost", LOST)):
            if pattern.search(cell.text):
                found[name] = column
    return found
