"""The rows of a score table: the names in them, full marks, points, and a measure in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures import number
from jixiao.audit.report_table import ReportTable, TableCell

_FULL = re.compile(r"(?:分值|权重|标准分|满分)(?:（分）|（100分?）|（%）)?$")
_GOT = re.compile(r"(?:自评)?(?:得分|评分)(?:（分）)?$")
_MEASURE = re.compile(r"指标值$|实际值$|实际完成值$|完成值$|执行率(?:（B/A）)?$")
_TARGET = re.compile("年度指标值|目标值|计划值")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{1,2})?分?")
_RATE = re.compile(r"\d{1,3}(?:\.\d+)?%")


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
        fulls = [column for column, text in texts.items() if _FULL.search(text)]
        if gots and fulls:
            rates = [c for c, text in texts.items() if _MEASURE.search(text) and not _TARGET.search(text)]
            heads = {"got": gots[-1], "full": fulls[-1], "rate": rates[-1] if len(rates) == 1 else 0}
        elif heads:
            cells = {cell.column: cell for cell in line.cells}
            names = tuple(cell.text for cell in line.cells if not _POINTS.fullmatch(cell.text))
            full, got = (_figure(cells.get(heads[name]), _POINTS) for name in ("full", "got"))
            if full is not None or got is not None:
                yield ScoreCell(names, full, got, _figure(cells.get(heads["rate"]), _RATE))


def _figure(cell: TableCell | None, pattern: re.Pattern[str]) -> StatedFigure | None:
    if cell is None or not pattern.fullmatch(cell.text):
        return None
    value, places = number(cell.text.rstrip("分%"))
    measure, unit = (Metric.PERCENT, "%") if cell.text.endswith("%") else (Metric.SCORE, "分")
    step = Decimal(1).scaleb(-places)
    figure = StatedFigure(value, step, measure, unit, Decimal(1), cell.passage, cell.start, cell.end)
    figure.label_start, figure.role, figure.printed = cell.start, FigureRole.PLAIN, True
    return figure
