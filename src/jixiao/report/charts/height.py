"""How high a chart of lying bars is: as its author drew it, or as its categories need if that is more."""

from __future__ import annotations

import re

from jixiao.report.language.chart_data import ChartData

MILLIMETRE = 36000  # EMU
TITLE, LEGEND = 14, 8  # mm
BAR, BETWEEN = 3.0, 1.9  # a bar as high as the digits beside it, and the space to the next category
HIGHEST = 200  # less than the text of a page
_HEIGHT = re.compile(r'(<wp:extent [^>]*cy=")(\d+)(")')


def with_room(drawing: str, data: ChartData) -> str:
    """The drawing, high enough for every label of the data."""
    series = len(data.series)
    bars = len(data.names) * (series * BAR + BETWEEN)
    needed = round(min(TITLE + bars + (LEGEND if series > 1 else 0), HIGHEST) * MILLIMETRE)
    return _HEIGHT.sub(lambda drawn: f"{drawn[1]}{max(int(drawn[2]), needed)}{drawn[3]}", drawing, count=1)
