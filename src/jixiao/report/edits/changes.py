"""A report as made, as edited, and as it is made today -> what was edited, and where it belongs.

Paragraphs are aligned twice: those that were made, with what they have become in either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import groupby

import msgspec
from lxml import etree

from jixiao.report.edits.units import TextUnit, same_text
from jixiao.report.edits.wording import WordChange, carried, has_figure
from jixiao.report.proof.alignment import aligned
from jixiao.report.proof.numbers import Figures
from jixiao.report.word.reading import Paragraph

Pair = tuple[TextUnit | None, TextUnit | None]


class EditKind(Enum):
    REWORDED = "改动"
    ADDED = "添加"
    DELETED = "删去"
    MOVED = "移动"
    NOTED = "没有带过来"  # it stands in a comment


class Edit(msgspec.Struct, frozen=True):
    """One thing that somebody did. `text` is what it reads now, what it read if it was deleted.

    `target` is the paragraph of today's report that it concerns; of what is added or moved, the one behind
    which it stands (None: at the beginning). `moved` is the paragraph of today's report that goes there.
    """

    kind: EditKind
    text: str
    target: Paragraph | None
    changes: tuple[WordChange, ...] = ()
    paragraph: Paragraph | None = None  # as edited, of what is added
    moved: Paragraph | None = None
    figures: bool = False  # it brings figures of its own, which no cell has
    further: int = 0  # of deleted ones that stay: how many behind it
    row: bool = False  # of a table, that was added


class Found(msgspec.Struct, frozen=True):
    """The edits in the order of the edited report, and which paragraph of it has become which of today's."""

    edits: tuple[Edit, ...]
    became: Mapping[int, Paragraph]  # number of a paragraph as edited -> today's
    kept: Sequence[tuple[etree._Element, etree._Element]]  # a paragraph as made, and as edited


def edits_of(
    made: Sequence[TextUnit], edited: Sequence[TextUnit], new: Sequence[TextUnit], figures: Figures
) -> Found:
    """What was edited from `made` to `edited`, with its place in `new`."""
    renewed = {id(one): other for one, other in aligned(made, new) if one and other}
    finder = _Finder(renewed, figures)
    return Found(tuple(finder.edits(_joined(list(aligned(made, edited))))), finder.became, finder.kept)


def _joined(pairs: Sequence[Pair]) -> list[Pair]:
    """In the order of the edited report; what was rewritten from end to end is one paragraph, not two."""
    gone = {one.text for one, other in pairs if one and not other}
    come = {other.text for one, other in pairs if other and not one}
    result: list[Pair] = []
    for both, stretch in groupby(_in_order(pairs), key=lambda pair: None not in pair):
        units = list(stretch)
        olds = [one for one, _ in units if one and one.text not in come]
        news = [other for _, other in units if other and other.text not in gone]
        if not both and len(units) == 2 and len(olds) == len(news) == 1 and _match(olds[0], news[0]):
            units = [(olds[0], news[0])]
        result += units
    return result


def _match(one: TextUnit, other: TextUnit) -> bool:
    """True for two paragraphs, or two rows of as many cells."""
    rows = one.row is not None, other.row is not None
    return rows == (False, False) or (rows == (True, True) and len(one.paragraphs) == len(other.paragraphs))


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """`aligned` tells what is new after a stretch; here it stands behind what it follows in its report."""
    news = {id(other): other for one, other in pairs if one is None and other}
    following: dict[int, list[TextUnit]] = {}
    last = 0
    for unit in sorted((other for _, other in pairs if other), key=lambda unit: unit.paragraph.number):
        if id(unit) in news:
            following.setdefault(last, []).append(unit)
        else:
            last = id(unit)
    result: list[Pair] = [(None, unit) for unit in following.pop(0, ())]
    for one, other in pairs:
        if one is not None:
            result.append((one, other))
            result += [(None, unit) for unit in following.pop(id(other), ())] if other else []
    return result


class _Finder:
    """Goes through the edited report and knows where today's one is meanwhile."""

    def __init__(self, renewed: Mapping[int, TextUnit], figures: Figures) -> None:
        self.renewed = renewed
        self.figures = figures
        self.became: dict[int, Paragraph] = {}
        self.kept: list[tuple[etree._Element, etree._Element]] = []
        self.here: Paragraph | None = None

    def edits(self, pairs: Sequence[Pair]) -> Iterator[Edit]:
        gone = {one.text: one for one, other in pairs if one and not other and one.row is None}
        come = {other.text for one, other in pairs if other and not one and other.row is None}
        for deleted, stretch in groupby(pairs, key=lambda pair: pair[1] is None):
            if deleted:
                yield from self._deleted([one for one, _ in stretch if one and one.text not in come])
                continue
            for one, other in stretch:
                if one is None and other is not None:
                    yield from self._added(other, gone.get(other.text))
                elif one is not None and other is not None:
                    yield from self._kept(one, other)

    def _kept(self, made: TextUnit, edited: TextUnit) -> Iterator[Edit]:
        new = self.renewed.get(id(made))
        if new is None:
            if not same_text(made.text, edited.text):
                yield Edit(EditKind.NOTED, edited.text, self.here)
            return
        self.here = new.paragraphs[-1]
        if len({len(unit.paragraphs) for unit in (made, edited, new)}) > 1:
            if not same_text(made.text, edited.text):
                yield Edit(EditKind.NOTED, edited.text, new.paragraph)
            return
        for one, other, third in zip(made.paragraphs, edited.paragraphs, new.paragraphs, strict=True):
            self.became[other.number] = third
            self.kept.append((one.element, other.element))
            yield from _reworded(one, other, third, self.figures)

    def _added(self, unit: TextUnit, gone: TextUnit | None) -> Iterator[Edit]:
        moved = self.renewed.get(id(gone)) if gone is not None else None
        if moved is not None:
            self.became[unit.paragraph.number] = moved.paragraph
            yield Edit(EditKind.MOVED, unit.text, self.here, moved=moved.paragraph)
            self.here = moved.paragraph
        elif unit.row is None:
            figures = has_figure(unit.text, self.figures)
            yield Edit(EditKind.ADDED, unit.text, self.here, paragraph=unit.paragraph, figures=figures)
        else:
            yield Edit(EditKind.NOTED, unit.text, self.here, row=True)

    def _deleted(self, stretch: Sequence[TextUnit]) -> Iterator[Edit]:
        """What stands in front of something that stays, stays, too: it may be the heading of it."""
        there = [(unit, self.renewed[id(unit)]) for unit in stretch if id(unit) in self.renewed]
        stays = max((number for number, pair in enumerate(there, 1) if not self._may_go(*pair)), default=0)
        if stays:
            yield Edit(EditKind.NOTED, "", there[0][1].paragraph, further=stays - 1)
        for unit, new in there[stays:]:
            yield Edit(EditKind.DELETED, unit.text, new.paragraph)

    def _may_go(self, unit: TextUnit, new: TextUnit) -> bool:
        return unit.row is None and same_text(unit.text, new.text) and not has_figure(unit.text, self.figures)


def _reworded(made: Paragraph, edited: Paragraph, new: Paragraph, figures: Figures) -> Iterable[Edit]:
    if same_text(made.text, edited.text) or same_text(edited.text, new.text):
        return ()
    changes = carried(made.text, edited.text, new.text, figures)
    if changes is None:
        return (Edit(EditKind.NOTED, edited.text, new),)
    own = any(has_figure(change.text, figures) for change in changes)
    return (Edit(EditKind.REWORDED, edited.text, new, changes=changes, figures=own),)
