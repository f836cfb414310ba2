"""How high a row must be for its wrapped text; Excel fits no merged cells, LibreOffice no row of ours."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from unicodedata import east_asian_width

LINE = 15.0  # points: one line of 11 point text
PADDING = 5.0
HIGHEST = 409.0  # Excel's limit


@lru_cache(maxsize=4096)  # thousands of workbooks list the same checks
def text_height(text: str, width: float) -> float:
    """Points that wrapped text needs in a column of `width` characters; a Chinese one counts as two."""
    usable = max(width - 1.5, 2)
    lines = sum(max(1, ceil(_units(line) / usable)) for line in text.split("\n"))
    return min(lines * LINE + PADDING, HIGHEST)


def _units(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
