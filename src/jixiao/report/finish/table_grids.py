"""Tables whose columns were made by a loop: a grid of as many columns, each as wide as its texts ask for."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from jixiao.report.language.marks import unmarked
from jixiao.text_width import text_width

_TABLE, _TABLE_END = "<w:tbl>", "</w:tbl>"
_GRID = re.compile("<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_WIDTH = re.compile('<w:gridCol w:w="([0-9]+)"')
_ROW = re.compile("<w:tr[ >].*?</w:tr>", re.DOTALL)
_CELL = re.compile("<w:tc[ >].*?</w:tc>", re.DOTALL)
_CELL_WIDTH = re.compile('(<w:tcW w:w=")[0-9]+(")')
_TEXT = re.compile("<w:t(?: [^>]*)?>([^<]*)")
_UNEVEN = ("<w:gridSpan", "<w:gridBefore", "<w:gridAfter")
_LEAST = 2  # characters that a cell asks for
_FEW = 8  # half characters of a line
_FINE = 100  # parts of a share
_SIGN, _MARGINS = 210, 240  # twips: of a character of 五号, and of both margins of a cell
_UNTORN = re.compile(r"（[0-9.]{1,5}分）|[0-9.,%/+-]{2,12}")


def with_grids(part: str) -> str:
    """The part; a table with as many cells in its first row as columns in its grid stays as it is."""
    begin = part.find(_TABLE)
    pieces = [part[:begin]] if begin >= 0 else [part]
    while begin >= 0:
        after = part.find(_TABLE, begin + 1)
        pieces.append(_fitted(part[begin : after if after >= 0 else len(part)]))
        begin = after
    return "".join(pieces)


def _fitted(piece: str) -> str:
    """A table, up to its end or to the table inside it, and what stands behind it."""
    first, grid = _ROW.search(piece), _GRID.search(piece)
    if first is None or grid is None or any(sign in first[0] for sign in _UNEVEN):
        return piece
    columns = first[0].count("</w:tc>")
    widths = [int(width) for width in _WIDTH.findall(grid[0])]
    end = piece.find(_TABLE_END)
    if len(widths) == columns or end < 0:
        return piece
    rows = [_CELL.findall(row) for row in _ROW.findall(piece[:end])]
    shared = _shared(sum(widths), [row for row in rows if len(row) == columns])
    made = "".join(f'<w:gridCol w:w="{width}"/>' for width in shared)
    table = f"{piece[: grid.start()]}<w:tblGrid>{made}</w:tblGrid>{piece[grid.end() : end]}"
    return _ROW.sub(lambda row: _row(row[0], shared), table) + piece[end:]


def _shared(total: int, rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of the table among its columns; what rounding leaves over goes to the widest."""
    columns = list(zip(*rows, strict=True))
    asked = [_asked(column) for column in columns]
    least = [_narrowest(column) for column in columns]
    if sum(least) >= total:
        least = [0] * len(columns)
    narrow: set[int] = set()
    while True:
        rest, share = total - sum(least[at] for at in narrow), sum(asked) - sum(asked[at] for at in narrow)
        widths = [least[at] if at in narrow else rest * each // share for at, each in enumerate(asked)]
        tight = {at for at, width in enumerate(widths) if width < least[at]}
        if not tight:
            break
        narrow |= tight
    widths[widths.index(max(widths))] += total - sum(widths)
    return widths


def _asked(column: Sequence[str]) -> int:
    """Its share, so that the squares of lines of all cells are fewest: none may be much taller than the rest.

    Lines fall with the width; then the best widths are as the cube roots of the squares that they hold.
    """
    held = sum(max(_LEAST, len(_text(cell))) ** 2 for cell in column)
    return round(_FINE * math.pow(held, 1 / 3))


def _narrowest(column: Sequence[str]) -> int:
    """So wide that a heading stands in two lines, no number is torn and a name has some characters a line."""
    heading, *below = [_text(cell) for cell in column]
    untorn = (text_width(token) for text in (heading, *below) for token in _UNTORN.findall(text))
    few = min(max(map(text_width, below), default=0), _FEW)
    wide = max(text_width(heading) / 2, *untorn, few)
    return math.ceil(wide / 2) * _SIGN + _MARGINS


def _text(cell: str) -> str:
    return unmarked("".join(_TEXT.findall(cell)))


def _row(row: str, widths: Sequence[int]) -> str:
    left = iter(widths)
    return _CELL.sub(lambda cell: _CELL_WIDTH.sub(rf"\g<1>{next(left)}\2", cell[0], count=1), row)
