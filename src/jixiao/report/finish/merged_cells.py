"""Cells of a filled table that are marked: each looks like one with the cell above if both say the same.

The text is printed once and no line is drawn between the cells. They are not merged for Word (vMerge):
LibreOffice draws a merged cell too short where the rows after it are kept together on the next page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate, pairwise
from operator import or_

import msgspec

from jixiao.report.finish.kept_rows import kept_rows, kept_with_next, piece_starts
from jixiao.report.language.marks import INNER, MERGE, coded, number_before, unmarked

_TABLE, _TABLE_END = "<w:tbl>", "</w:tbl>"
_ROW = re.compile("<w:tr(?=[ >])")
_SPAN = re.compile('<w:gridSpan w:val="([0-9]+)"/>')
_TEXT = re.compile("(<w:t(?: [^>]*)?>)([^<]*)")
# The beginning of a cell up to where its merging stands.
_HEAD = re.compile(
    "<w:tc(?: [^>]*)?>(?:(<w:tcPr>)(?:<w:(?:cnfStyle|tcW|gridSpan|hMerge)(?: [^>]*)?/>)*|(<w:tcPr/>))?"
)
_END = "</w:tc>"


class _Cell(msgspec.Struct, frozen=True):
    """A marked cell: where it begins in its row, and in which column of the grid it stands."""

    start: int
    column: int
    xml: str
    text: str


def merged(part: str) -> str:
    """The part with its marked cells merged; where there is no cell, a mark does nothing."""
    if MERGE not in part:
        return part
    inner: list[str] = []  # tables inside others, while these are merged
    open_: list[list[str]] = [[]]  # the pieces of the part, and of each table that has begun
    position = 0
    for place, begins in sorted((*_places(_TABLE, part), *_places(_TABLE_END, part))):
        end = place if begins else place + len(_TABLE_END)
        open_[-1].append(part[position:end])
        position = end
        if begins:
            open_.append([])
            continue
        table = _merged("".join(open_.pop()))
        if len(open_) > 1:
            inner.append(table)
            table = f"{INNER}{coded(len(inner) - 1)}"
        open_[-1].append(table)
    return _with_inner("".join((*open_[0], part[position:])), inner).replace(MERGE, "")


def _places(tag: str, xml: str) -> Iterator[tuple[int, bool]]:
    """Where a tag stands, and whether it begins a table; `find` is ten times as fast as an expression."""
    position = xml.find(tag)
    while position >= 0:
        yield position, tag == _TABLE
        position = xml.find(tag, position + 1)


def _with_inner(xml: str, inner: Sequence[str]) -> str:
    """The tables inside others put back."""
    if not inner:
        return xml
    first, *others = xml.split(INNER)
    back = [number_before(other) for other in others]
    return first + "".join(f"{_with_inner(inner[number], inner)}{rest}" for number, rest in back)


def _merged(table: str) -> str:
    begins = [match.start() for match in _ROW.finditer(table)] if MERGE in table else []
    if not begins:
        return table
    rows = [table[begin:end] for begin, end in pairwise((*begins, len(table)))]
    cells = [tuple(_cells(row)) for row in rows]
    fresh = [_fresh(row, above) for above, row in pairwise(((), *cells))]
    starts = piece_starts(fresh)
    kept = kept_rows(fresh, starts)
    begun = [
        _begun(row, new, again=nth in starts) for nth, (row, new) in enumerate(zip(cells, fresh, strict=True))
    ]
    pieces = [table[: begins[0]]]
    for nth, row in enumerate(rows):
        below = {cell.column for cell in cells[nth + 1]} - begun[nth + 1] if nth + 1 < len(rows) else set()
        done = "".join(_row(row, cells[nth], begun[nth], below))
        pieces.append(kept_with_next(done) if nth in kept else done)
    return "".join(pieces)


def _fresh(row: Sequence[_Cell], above: Sequence[_Cell]) -> tuple[bool, ...]:
    """Which cells begin a group; behind a cell that begins one all others begin one, too."""
    texts = {cell.column: cell.text for cell in above}
    return tuple(accumulate((texts.get(cell.column) != cell.text for cell in row), or_))


def _begun(row: Sequence[_Cell], fresh: Sequence[bool], *, again: bool) -> set[int]:
    """The columns of the cells that print their text: all of them where a piece of the table begins."""
    return {cell.column for cell, begins in zip(row, fresh, strict=True) if begins or again}


def _row(row: str, cells: Iterable[_Cell], begun: Set[int], going_on: Set[int]) -> Iterator[str]:
    """The row in pieces; by their columns, the cells that begin a group and those that go on below."""
    position = 0
    for cell in cells:
        yield row[position : cell.start]
        yield _rewritten(cell, cell.column in begun, cell.column in going_on)
        position = cell.start + len(cell.xml)
    yield row[position:]


def _cells(row: str) -> Iterator[_Cell]:
    """The marked cells of a row."""
    position = column = 0
    for piece in row.split(_END)[:-1] if MERGE in row else ():
        end = position + len(piece) + len(_END)
        if MERGE in piece:
            start = position + piece.index("<w:tc")
            xml = row[start:end]
            yield _Cell(start, column, xml, _text_of(xml))
        span = _SPAN.search(piece)
        column += int(span[1]) if span else 1
        position = end


def _text_of(cell: str) -> str:
    text = "".join(piece for _, piece in _TEXT.findall(cell))
    return unmarked(text).replace(MERGE, "")


def _rewritten(cell: _Cell, begins: bool, goes_on: bool) -> str:
    head = _HEAD.match(cell.xml)
    assert head is not None
    body = cell.xml[head.end() :]
    body = body.replace(MERGE, "") if begins else _TEXT.sub(lambda text: text[1], body)
    lines = _lines(begins, goes_on)
    if not lines or body.startswith("<w:tcBorders"):
        return f"{head[0]}{body}"
    if head[1]:
        return f"{head[0]}{lines}{body}"
    begin = head[0].removesuffix("<w:tcPr/>")
    return f"{begin}<w:tcPr>{lines}</w:tcPr>{body}"


def _lines(begins: bool, goes_on: bool) -> str:
    """No line above a cell that goes on from above, none below one that goes on below."""
    above, below = ("" if begins else '<w:top w:val="nil"/>'), ('<w:bottom w:val="nil"/>' if goes_on else "")
    return f"<w:tcBorders>{above}{below}</w:tcBorders>" if above or below else ""
