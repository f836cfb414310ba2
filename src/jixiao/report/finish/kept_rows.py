"""Which rows of a table with groups of rows stay on one page.

The label of a group is printed once, so a page break inside it leaves the rest of its rows without one. So
the rows are cut into pieces that are short enough to be kept together, and each piece has all its labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

LONGEST = 3  # rows: the gap before a piece that does not fit is at most as high
_PARAGRAPH = re.compile(
    r"(<w:p(?: [^>]*[^/])?>)(<w:pPr/>|<w:pPr>)?(<w:pStyle [^>]*/>)?(?:<w:keepNext(?: [^>]*)?/>)?"
)

Fresh = Sequence[bool]  # of the labels of a row, which begin a group; empty for a row without any


def piece_starts(rows: Sequence[Fresh]) -> set[int]:
    """The rows at which a piece begins."""
    starts: set[int] = set()
    outer = [nth for nth, row in enumerate(rows) if row and (row[0] or not rows[nth - 1] or nth == 0)]
    for start in outer:
        end = next((nth for nth in range(start + 1, len(rows)) if not rows[nth] or rows[nth][0]), len(rows))
        starts |= {start} if end - start <= LONGEST else set(_cut(rows, start, end))
    return starts


def kept_rows(rows: Sequence[Fresh], starts: set[int]) -> set[int]:
    """The rows that stay with the next one: all but the last of a piece, and that too if a total follows."""
    return {
        nth
        for nth in range(len(rows) - 1)
        if nth + 1 not in starts and (rows[nth] or (nth > 0 and rows[nth - 1]))
    }


def kept_with_next(row: str) -> str:
    """The row with all its paragraphs kept with the next: Word asks any of them, LibreOffice the first."""
    return _PARAGRAPH.sub(_kept, row)


def _kept(paragraph: re.Match[str]) -> str:
    begin, properties, style = paragraph.groups()
    end = "" if properties == "<w:pPr>" else "</w:pPr>"
    return f"{begin}<w:pPr>{style or ''}<w:keepNext/>{end}"


def _cut(rows: Sequence[Fresh], start: int, end: int) -> Iterator[int]:
    """A group that is too long begins anew with groups inside it, and inside those that are too long."""
    inner = [start, *(nth for nth in range(start + 1, end) if rows[nth][-1]), end]
    begun = start
    yield start
    for place, behind in pairwise(inner):
        for part, after in _parts(place, behind):
            if after - begun > LONGEST:
                begun = part
                yield part


def _parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    """The rows in parts of nearly the same length, none too long."""
    number = -(-(end - start) // LONGEST)
    yield from pairwise(start + (end - start) * nth // number for nth in range(number + 1))
