"""How high a chart of lying bars is: as its author drew it, or as its categories need if that is more."""

from __future__ import annotations

import re

from jixiao.report.language.chart_data import ChartData

MILLIMETRE = 36000  # EMU
TITLE_HEIGHT, LEGEND_HEIGHT = 14, 7  # mm; a legend beside the bars takes no height
BAR, BETWEEN = 2.6, 1.2  # a bar as high as the digits beside it, and the space to the next category
CATEGORY = 5  # the least height in which the name of a category is printed
HIGHEST = 200  # less than the text of a page
_HEIGHT = re.compile(r'(<wp:extent [^>]*cy=")(\d+)(")')


def with_room(drawing: str, data: ChartData, around: int) -> str:
    """The drawing, high enough for every label of the data; `around` is what is not bars, in mm."""
    bars = len(data.names) * max(CATEGORY, len(data.series) * BAR + BETWEEN)
    needed = round(min(around + bars, HIGHEST) * MILLIMETRE)
    return _HEIGHT.sub(lambda drawn: f"{drawn[1]}{max(int(drawn[2]), needed)}{drawn[3]}", drawing, count=1)
