"""Passages -> sentences with their figures, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import FigureRole, StatedFigure

MOST_FIGURES = 120  # of a sentence; one with more is a list that nobody reads, and is not judged
_ENDS = "。！？"


class Sentence(msgspec.Struct, eq=False):
    """A piece of a passage up to a full stop. `number`: its position among all of the report."""

    passage: Passage
    start: int
    end: int
    figures: tuple[StatedFigure, ...]
    number: int = 0

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def before(self, place: int) -> list[StatedFigure]:
        """Its figures that end before a place of the passage."""
        return [figure for figure in self.figures if figure.end <= place]

    def between(self, start: int, end: int) -> list[StatedFigure]:
        """Its figures that begin between two places of the passage."""
        return [figure for figure in self.figures if start <= figure.start < end]

    def of(self, *roles: FigureRole) -> list[StatedFigure]:
        return [figure for figure in self.figures if figure.role in roles]


def sentences_of(passages: Iterable[Passage], figures: dict[int, list[StatedFigure]]) -> list[Sentence]:
    """The sentences of all passages; `figures` by the number of their passage."""
    found: list[Sentence] = []
    for passage in passages:
        every = figures.get(passage.number, [])
        start = position = 0
        for end in _ends(passage.text):
            first = position
            while position < len(every) and every[position].start < end:
                position += 1
            own = every[first:position] if position - first <= MOST_FIGURES else ()
            found.append(Sentence(passage, start, end, tuple(own), len(found)))
            start = end
    return found


def _ends(text: str) -> list[int]:
    """Behind each full stop that stands in no bracket, and the end of the text."""
    ends, depth = [], 0
    for place, sign in enumerate(text):
        if sign == "（":
            depth += 1
        elif sign == "）":
            depth = max(depth - 1, 0)
        elif sign in _ENDS and (not depth or (sign == "。" and "）" not in text[place : place + 200])):
            ends.append(place + 1)
            depth = 0
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


@lru_cache(maxsize=64)
def blanked(text: str) -> str:
    """The same with blanks for what stands in brackets, each sign by one."""
    if "（" not in text:
        return text
    out, depth = [], 0
    for sign in text:
        depth += sign == "（"
        out.append("\0" if depth else sign)
        depth -= sign == "）" and depth > 0
    return "".join(out)
