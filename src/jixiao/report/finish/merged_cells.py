"""Cells of a filled table that are marked: each is merged with the one above if both say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    pieces = [table[: begins[0]]]
    for nth, row in enumerate(rows):
        again = (True,) * len(cells[nth]) if nth in starts else fresh[nth]
        done = "".join(_row(row, cells[nth], again))
        pieces.append(kept_with_next(done) if nth in kept else done)
    return "".join(pieces)


def _fresh(row: Sequence[_Cell], above: Sequence[_Cell]) -> tuple[bool, ...]:
    """Which cells begin a group; behind a cell that begins one all others begin one, too."""
    texts = {cell.column: cell.text for cell in above}
    return tuple(accumulate((texts.get(cell.column) != cell.text for cell in row), or_))


def _row(row: str, cells: Iterable[_Cell], fresh: Iterable[bool]) -> Iterator[str]:
    """The row in pieces."""
    position = 0
    for cell, begins in zip(cells, fresh, strict=True):
        yield row[position : cell.start]
        yield _rewritten(cell, begins)
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


def _rewritten(cell: _Cell, fresh: bool) -> str:
    head = _HEAD.match(cell.xml)
    assert head is not None
    merge = '<w:vMerge w:val="restart"/>' if fresh else "<w:vMerge/>"
    body = cell.xml[head.end() :]
    body = body.replace(MERGE, "") if fresh else _TEXT.sub(lambda text: text[1], body)
    if head[1]:
        return f"{head[0]}{merge}{body}"
    begin = head[0].removesuffix("<w:tcPr/>")
    return f"{begin}<w:tcPr>{merge}</w:tcPr>{body}"
