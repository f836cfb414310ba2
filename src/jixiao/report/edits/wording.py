"""Three wordings of a paragraph -> what somebody changed in the first, said in the words of the third.

Numbers are taken as wholes, 万元 and all: a change in which a figure has a part is not carried over, for
figures are the workbook's. Nor is a change of words that the new wording has changed, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from jixiao.report.proof.numbers import Figures, numbers_in


class WordChange(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of a text become `text`; nothing is taken away where the two are equal."""

    start: int
    end: int
    text: str


class Span(msgspec.Struct, frozen=True):
    """Tokens `i1` to `i2` of the first wording have become tokens `j1` to `j2` of another."""

    i1: int
    i2: int
    j1: int
    j2: int


def carried(made: str, edited: str, new: str, figures: Figures) -> tuple[WordChange, ...] | None:
    """The changes to `new` that say what was changed from `made` to `edited`; None if they cannot be."""
    old, hers, ours = (tokens(text, figures) for text in (made, edited, new))
    renewed = list(_changed(old, ours))
    starts, held = _starts(ours), _held(made, old, figures)
    found = []
    for span in _changed(old, hers):
        if held & set(range(span.i1, span.i2)) or any(_meets(span, other) for other in renewed):
            return None
        shift = _shift(span, renewed)
        text = "".join(hers[span.j1 : span.j2])
        if text.strip("\n\t") != text or "\n" in text or "\t" in text or _breaks(old[span.i1 : span.i2]):
            return None  # a line break is no text
        found.append(WordChange(starts[span.i1 + shift], starts[span.i2 + shift], text))
    return tuple(found)


def tokens(text: str, figures: Figures) -> list[str]:
    """The numbers of a text as wholes, with the unit of money right behind them, and its other characters."""
    pieces: list[str] = []
    position = 0
    for number in numbers_in(text):
        pieces += text[position : number.start]
        unit = figures.unit_at(text, number.end)
        position = number.end + (len(unit) if text.startswith(unit, number.end) else 0)
        pieces.append(text[number.start : position])
    return [*pieces, *text[position:]]


def has_figure(text: str, figures: Figures) -> bool:
    """True if the text says how much or how many; a date or the number of an item is no figure."""
    return next(figures.figures_in(text), None) is not None


def _held(text: str, pieces: Sequence[str], figures: Figures) -> set[int]:
    """Which tokens of the text are figures."""
    starts = {number.start for number in figures.figures_in(text)}
    return {index for index, start in enumerate(_starts(pieces)) if start in starts}


def _breaks(pieces: Sequence[str]) -> bool:
    return "\n" in pieces or "\t" in pieces


def _changed(one: Sequence[str], other: Sequence[str]) -> Iterator[Span]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield Span(i1, i2, j1, j2)


def _meets(span: Span, other: Span) -> bool:
    """True if both change the same token, or both put something in at the same place."""
    if span.i1 == span.i2 and other.i1 == other.i2:
        return span.i1 == other.i1
    return span.i1 < other.i2 and other.i1 < span.i2


def _shift(span: Span, renewed: Sequence[Span]) -> int:
    """By how many tokens what lies before the span has grown."""
    return sum((other.j2 - other.j1) - (other.i2 - other.i1) for other in renewed if other.i2 <= span.i1)


def _starts(pieces: Sequence[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
