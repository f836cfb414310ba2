"""The pages of a PDF -> its blocks: a table that goes on overleaf is one; running heads are said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, Merge, SourceParagraph, SourcePlace, SourceTable
from jixiao.documents.pdf.pages import PageItem, PageTable, PdfPage, TextLine
from jixiao.documents.pdf.rules import NEAR, clustered, nearest

FEWEST_HEADS = 3  # pages on which a line must stand to be a running head


def blocks_of(pages: Sequence[PdfPage]) -> Iterator[Block]:
    """Paragraphs and tables of all pages, in reading order."""
    paragraphs, tables = 0, Counter[int]()
    for page, items in _groups(pages):
        pieces = [item for item in items if isinstance(item, PageTable)]
        if pieces:
            tables[page] += 1
            yield _table(pieces, SourcePlace(page=page, table=tables[page]))
        for line in items:
            if isinstance(line, TextLine):
                paragraphs += 1
                yield SourceParagraph(line.text, SourcePlace(page=page, paragraph=paragraphs))


def _groups(pages: Sequence[PdfPage]) -> Iterator[tuple[int, list[PageItem]]]:
    """The page on which each begins, and a line, or the pieces of a table on consecutive pages."""
    begun, group = 0, list[PageItem]()
    for page, items in enumerate(_without_running_heads(pages), 1):
        for position, item in enumerate(items):
            if not position and page == begun + len(group) and _goes_on(group, item):
                group.append(item)
                continue
            if group:
                yield begun, group
            begun, group = page, [item]
    if group:
        yield begun, group


def _goes_on(group: list[PageItem], item: PageItem) -> bool:
    """Whether a table that begins a page has the columns of the one that ends the page before."""
    last = group[-1] if group else None
    if not isinstance(last, PageTable) or not isinstance(item, PageTable):
        return False
    few, many = sorted((last.xs, item.xs), key=len)
    ends = abs(few[0] - many[0]) <= NEAR and abs(few[-1] - many[-1]) <= NEAR
    return ends and all(abs(x - many[nearest(list(many), x)]) <= NEAR for x in few)


def _table(pieces: list[PageTable], place: SourcePlace) -> SourceTable:
    """The pieces below each other; columns are placed by where they stand on the paper."""
    xs = clustered(x for piece in pieces for x in piece.xs)
    rows: dict[int, dict[int, SourceCell]] = {}
    merges: list[Merge] = []
    further: dict[int, int] = {}
    above = 0
    for number, piece in enumerate(pieces):
        edges = [nearest(xs, x) for x in piece.xs]
        if number:
            further[above + 1] = place.page + number
        for row, cells in piece.rows.items():
            rows[above + row] = {edges[column - 1] + 1: cell for column, cell in cells.items()}
        spans = (
            Merge(above + m.top, edges[m.left - 1] + 1, above + m.bottom, edges[m.right]) for m in piece.cells
        )
        merges += [span for span in spans if (span.top, span.left) != (span.bottom, span.right)]
        above += piece.height
    return SourceTable(place, rows, tuple(merges), pages=further)


def _without_running_heads(pages: Sequence[PdfPage]) -> Iterator[list[PageItem]]:
    """The items of each page; what begins or ends most pages is only left where it stands first."""
    ends = Counter(key for page in pages for key in _ends(page))
    heads = {key for key, count in ends.items() if count >= FEWEST_HEADS and 2 * count > len(pages)}
    said = set[tuple[str, int]]()
    for page in pages:
        again = [position for text, position in _ends(page) if (text, position) in heads & said]
        said |= heads.intersection(_ends(page))
        dropped = {position % len(page.items) for position in again}
        yield [item for position, item in enumerate(page.items) if position not in dropped]


def _ends(page: PdfPage) -> list[tuple[str, int]]:
    """First and last line of a page without digits, and which of both it is."""
    ends = [(page.items[position], position) for position in (0, -1) if page.items]
    return [(re.sub(r"\d", "", item.text), position) for item, position in ends if isinstance(item, TextLine)]
