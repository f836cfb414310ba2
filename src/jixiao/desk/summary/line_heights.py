"""How high a row has to be for its texts: not every program sees to that when it opens a file."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from jixiao.desk.summary.sheet import Cell, text_of

LINE = 15  # points
MOST_LINES = 20  # of a row


def lines_of(row: Sequence[Cell], wrapped: Sequence[tuple[int, float]]) -> int:
    """How many lines the longest text needs; `wrapped`: the columns whose texts wrap, and their widths."""
    needed = 1
    for place, width in wrapped:
        text = text_of(row[place])
        if isinstance(text, str) and 2 * len(text) > width:
            needed = max(needed, ceil(len(text.encode("gbk", "replace")) / max(width - 1, 1)))
    return min(needed, MOST_LINES)
