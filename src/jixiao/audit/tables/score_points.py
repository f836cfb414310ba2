"""Points in a score table: the headings of their columns, and a cell that holds nothing else as a figure."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.audit.document.report_table import TableCell
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import number

FULL = re.compile(r"(?:分值|权重|标准分|满分)(?:（分）|（100分?）|（%）)?$")
TOTAL = re.compile(r"总分|合计|总计|总得分")
SUBTOTAL = re.compile(r"[\u4e00-\u9fff]{0,8}小计|分项合计|(?:本项|本类|一级指标)(?:小计|合计)")
POINTS = re.compile(r"\d{1,3}(?:\.\d{1,2})?分?")
RATE = re.compile(r"\d{1,3}(?:\.\d+)?%")


def figure_of(cell: TableCell | None, pattern: re.Pattern[str] = POINTS) -> StatedFigure | None:
    """The points, or the per cent, that fill a cell; None where something else stands, too."""
    if cell is None or not pattern.fullmatch(cell.text):
        return None
    value, places = number(cell.text.rstrip("分%"))
    measure, unit = (Metric.PERCENT, "%") if cell.text.endswith("%") else (Metric.SCORE, "分")
    step = Decimal(1).scaleb(-places)
    figure = StatedFigure(value, step, measure, unit, Decimal(1), cell.passage, cell.start, cell.end)
    figure.label_start, figure.role, figure.printed = cell.start, FigureRole.PLAIN, True
    return figure
