"""A list as a report states it: a whole and its parts."""

from __future__ import annotations

import msgspec

from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.sentences import Sentence

SUMMED = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE, FigureRole.PRIOR)


class ListPart(msgspec.Struct, eq=False):
    """One part: its figures by what they are for. `label`: its name; `text`: all that is said of it."""

    label: str
    figures: dict[FigureRole, StatedFigure]
    tails: list[StatedFigure]
    text: str = ""

    def figure(self, role: FigureRole) -> StatedFigure | None:
        return self.figures.get(role)


class StatedList(msgspec.Struct, eq=False):
    """`wholes`: the figures that the parts may make up, by role. `open`: it says itself that more is left."""

    word: str
    wholes: dict[FigureRole, StatedFigure]
    parts: list[ListPart]
    sentence: Sentence
    start: int
    numbered: bool = False
    open: bool = False
    unsure: bool = False  # nobody can tell where an inner list ends
    tight: bool = False  # nothing behind it can be a part
    sure: bool = False  # the whole follows directly behind all its parts
    also: StatedList | None = None  # another way to read the same list

    @property
    def labels(self) -> list[str]:
        return [part.label for part in self.parts]
