"""The last pass over a filled part: heading numbers, line breaks, merged cells, ids. Text stays as it is.

The part is text; where there is work to do stand the marks that preparing has left (template/part_marks.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.report.finish.merged_cells import merged
from jixiao.report.finish.table_grids import with_grids
from jixiao.report.language.marks import BREAKS, HEADING, IDENTITY, known, number_before
from jixiao.report.template.part_marks import BEGIN_TEXT, DEEPEST_NUMBER, IN_ATTRIBUTE

HeadingNumber = Callable[[int, int], str]  # count, level -> the number as printed

_TAB = f"</w:t><w:tab/>{BEGIN_TEXT}"
_CELL, _PARAGRAPH = "</w:tc>", "<w:p/>"


def finish(filled: str, breaks: Sequence[str], number: HeadingNumber) -> str:
    """Complete one part of the document; the marks around what was printed are still in it."""
    text = _with_breaks(merged(with_grids(filled)), breaks)
    return _with_identities(_with_numbers(_with_whole_cells(text), number))


def _with_breaks(text: str, breaks: Sequence[str]) -> str:
    """Line breaks and tabs of values written as the mark in front of their text says."""
    if "\n" not in text and "\t" not in text:
        return text
    first, *others = text.split(BREAKS)
    return BREAKS.join((first, *(_broken(piece, breaks) for piece in others)))


def _broken(piece: str, breaks: Sequence[str]) -> str:
    if "\n" not in piece and "\t" not in piece:
        return piece
    way = breaks[number_before(piece)[0]]
    return piece.replace("\n", way).replace("\t", way if way == IN_ATTRIBUTE else _TAB)


def _with_whole_cells(text: str) -> str:
    """Word calls a cell that does not end in a paragraph damaged."""
    if text.count(_CELL) == text.count(f"</w:p>{_CELL}"):
        return text
    *cells, rest = text.split(_CELL)
    whole = (cell if _ends_in_paragraph(cell) else f"{cell}{_PARAGRAPH}" for cell in cells)
    return _CELL.join((*whole, rest))


def _ends_in_paragraph(xml: str) -> bool:
    if xml.endswith(("</w:p>", _PARAGRAPH)):
        return True
    return xml.endswith("/>") and xml.startswith("<w:p ", xml.rfind("<"))


def _with_numbers(text: str, number: HeadingNumber) -> str:
    """Numbers of headings, counted as they come: a heading restarts all levels below it."""
    first, *others = text.split(HEADING)
    counts = [0] * (DEEPEST_NUMBER + 1)
    pieces = [first]
    for piece in others:
        level = int(piece[0])
        counts[level] += 1
        counts[level + 1 :] = [0] * (DEEPEST_NUMBER - level)
        pieces += [known(str(number(counts[level], level))), piece[1:]]
    return "".join(pieces)


def _with_identities(text: str) -> str:
    """Drawings numbered through: a loop may have made several of one."""
    if IDENTITY not in text:
        return text
    first, *others = text.split(IDENTITY)
    return "".join((first, *(f"{count}{piece}" for count, piece in enumerate(others, 1))))
