"""Tables whose columns were made by a loop: a grid of as many columns, each as wide as its texts ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.report.language.marks import unmarked

_TABLE, _TABLE_END = "<w:tbl>", "</w:tbl>"
_GRID = re.compile("<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_WIDTH = re.compile('<w:gridCol w:w="([0-9]+)"')
_ROW = re.compile("<w:tr[ >].*?</w:tr>", re.DOTALL)
_CELL = re.compile("<w:tc[ >].*?</w:tc>", re.DOTALL)
_CELL_WIDTH = re.compile('(<w:tcW w:w=")[0-9]+(")')
_TEXT = re.compile("<w:t(?: [^>]*)?>([^<]*)")
_UNEVEN = ("<w:gridSpan", "<w:gridBefore", "<w:gridAfter")
_LEAST, _MOST = 5, 26  # characters that a column asks for


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
    """The width of the table among its columns; what rounding leaves over goes to the last."""
    asked = [min(max(_LEAST, *map(_length, column)), _MOST) for column in zip(*rows, strict=True)]
    widths = [total * each // sum(asked) for each in asked]
    return [*widths[:-1], total - sum(widths[:-1])]


def _length(cell: str) -> int:
    return len(unmarked("".join(_TEXT.findall(cell))))


def _row(row: str, widths: Sequence[int]) -> str:
    left = iter(widths)
    return _CELL.sub(lambda cell: _CELL_WIDTH.sub(rf"\g<1>{next(left)}\2", cell[0], count=1), row)
