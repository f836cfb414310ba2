"""A PDF page -> its lines of text and its tables, in reading order."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Merge
from jixiao.documents.pdf.characters import UNREADABLE, Character, Turn, in_lines, line_text, read_characters
from jixiao.documents.pdf.grids import RuledGrid, grids_of
from jixiao.documents.pdf.rules import read_rules

UNKNOWN_SIGN = "单元格里有读不出来的字（PDF 没有写明是什么字）"
_PAGE_NUMBER = re.compile(
    r"[-—–―·~\s]*第?\s*\d{1,4}\s*页?(?:\s*[/，,]?\s*共?\s*(?<=[/共\s])\d{1,4}\s*页?)?[-—–―·~\s]*"
)
_STOP = re.compile(r"[。；;：:！]$")
_LONGEST_UNBROKEN = 4.5  # characters, with the margin of the cell: “分，100%”
_FIGURE = re.compile(r"[-+\d,.\s]*")
_MARGIN = 0.12  # of the page's height: where page numbers stand


class TextLine(NamedTuple):
    top: float
    text: str


class PageTable(NamedTuple):
    """`xs`: where its columns begin and end. `cells`: all of them, also those that are one field."""

    top: float
    xs: tuple[float, ...]
    rows: dict[int, dict[int, SourceCell]]
    cells: tuple[Merge, ...]
    height: int  # in rows, filled or not


PageItem = TextLine | PageTable


class PdfPage(NamedTuple):
    """`pictured`: nothing but a picture, or lines, and no text. `lost`: some words cannot be read."""

    items: tuple[PageItem, ...]
    characters: int
    pictured: bool
    lost: bool = False


def read_page(page: Any, text: Any) -> PdfPage:
    """What stands on a page, from top to bottom, without its number."""
    characters, turn = read_characters(page, text)
    if all(each.sign.isspace() for each in characters):
        return PdfPage((), 0, _shows_something(page))
    grids = grids_of(read_rules(page, turn))
    inside, outside = _placed(characters, grids)
    lines = (
        TextLine(line[0].base - line[0].size, line_text(line))
        for line in in_lines(outside)
        if not _is_number_beside(line, grids)
    )
    items: list[PageItem] = [line for line in lines if line.text]
    items += [_table(grid, texts) for grid, texts in zip(grids, inside, strict=True) if texts]
    items.sort(key=lambda item: item.top)
    return PdfPage(tuple(_without_number(items, *_margins(page, turn))), len(characters), False)


def _shows_something(page: Any) -> bool:
    from pypdfium2 import raw as pdfium

    return bool(pdfium.FPDFPage_CountObjects(page))


def _placed(
    characters: list[Character], grids: list[RuledGrid]
) -> tuple[list[dict[Merge, list[Character]]], list[Character]]:
    """Cell -> the characters in it, for each grid; those that stand in none. The smallest grid has them."""
    inside: list[dict[Merge, list[Character]]] = [{} for _ in grids]
    outside: list[Character] = []
    inwards = sorted(zip(grids, inside, strict=True), key=lambda pair: pair[0].area)
    for character in characters:
        x, y = character.middle
        for grid, cells in inwards:
            if cell := grid.cell_at(x, y):
                cells.setdefault(cell, []).append(character)
                break
        else:
            outside.append(character)
    return inside, outside


def _table(grid: RuledGrid, texts: dict[Merge, list[Character]]) -> PageTable:
    rows: dict[int, dict[int, SourceCell]] = {}
    for cell in sorted(texts, key=lambda each: (each.top, each.left)):
        content = _cell(texts[cell], grid.xs[cell.right] - grid.xs[cell.left - 1])
        if content.text:
            rows.setdefault(cell.top, {})[cell.left] = content
    return PageTable(grid.top, grid.xs, rows, tuple(dict.fromkeys(grid.cells.values())), len(grid.ys) - 1)


def _cell(characters: list[Character], width: float) -> SourceCell:
    """Lines of a cell. One without room for what follows is broken for want of it, and goes on there."""
    text = ""
    for line in in_lines(characters):
        if written := line_text(line):
            free = width - (line[-1].right - line[0].left)
            text += written + ("" if free < _free(written, line[-1].size) else "\n")
    return SourceCell(text.strip(), None, UNKNOWN_SIGN if UNREADABLE in text else "")


def _free(text: str, size: float) -> float:
    """How much room a line that goes on may leave: a figure or a sign with its stop is not broken.

    Of a figure only one that fills its cell goes on: another may stand below it.
    """
    if _FIGURE.fullmatch(text):
        return 1.5 * size
    return (1.5 if _STOP.search(text) else _LONGEST_UNBROKEN) * size


def _margins(page: Any, turn: Turn) -> tuple[float, float]:
    """How far down the upper margin goes, and where the lower one begins."""
    left, bottom, right, top = page.get_bbox()
    ends = sorted((turn(left, bottom)[1], turn(right, top)[1]))
    deep = _MARGIN * (ends[1] - ends[0])
    return ends[0] + deep, ends[1] - deep


def _is_number_beside(line: list[Character], grids: list[RuledGrid]) -> bool:
    """The number of a page that was turned for a wide table: it stands beside all that is ruled."""
    if not grids or not _PAGE_NUMBER.fullmatch(line_text(line)):
        return False
    left, right = min(grid.xs[0] for grid in grids), max(grid.xs[-1] for grid in grids)
    return line[-1].right < left or line[0].left > right


def _without_number(items: list[PageItem], upper: float, lower: float) -> list[PageItem]:
    """Without the page number: a line in the margin, before or behind everything else."""
    for place in (-1, 0) if items else ():
        line = items[place]
        in_margin = line.top < upper if place == 0 else line.top > lower
        if isinstance(line, TextLine) and in_margin and _PAGE_NUMBER.fullmatch(line.text):
            return items[1:] if place == 0 else items[:-1]
    return items
