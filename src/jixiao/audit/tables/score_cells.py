"""The rows of a score table: the names in them, full marks, points, and a measure in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.document.report_table import ReportTable
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.tables.score_points import FULL, POINTS, RATE, figure_of

_GOT = re.compile(r"(?:自评)?(?:得分|评分)(?:（分）)?$")
_MEASURE = re.compile(r"指标值$|实际值$|实际完成值$|完成值$|执行率(?:（B/A）)?$")
_TARGET = re.compile("年度指标值|目标值|计划值")


class ScoreCell(msgspec.Struct, eq=False):
    """`names`: the texts of the row that may name it, from left to right."""

    names: tuple[str, ...]
    full: StatedFigure | None
    got: StatedFigure | None
    rate: StatedFigure | None


def score_cells(table: ReportTable) -> Iterator[ScoreCell]:
    """Those below each header with a column of points; only where each cell has its column."""
    heads: dict[str, int] = {}
    for line in table.lines if table.aligned else ():
        texts = {cell.column: cell.text for cell in line.cells}
        gots = [column for column, text in texts.items() if _GOT.search(text)]
        fulls = [column for column, text in texts.items() if FULL.search(text)]
        if gots and fulls:
            rates = [c for c, text in texts.items() if _MEASURE.search(text) and not _TARGET.search(text)]
            heads = {"got": gots[-1], "full": fulls[-1], "rate": rates[-1] if len(rates) == 1 else 0}
        elif heads:
            cells = {cell.column: cell for cell in line.cells}
            names = tuple(cell.text for cell in line.cells if not POINTS.fullmatch(cell.text))
            full, got = (figure_of(cells.get(heads[name]), POINTS) for name in ("full", "got"))
            if full is not None or got is not None:
                yield ScoreCell(names, full, got, figure_of(cells.get(heads["rate"]), RATE))
