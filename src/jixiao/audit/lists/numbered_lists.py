"""Numbered paragraphs below a sentence that ends in 其中：, each a part of its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.numerals import ordinal, style_of
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import SUMMED, ListPart

_MOST_ITEMS = 200


def _take(part: ListPart, figure: StatedFigure) -> None:
    """The first amount of each role; of points those that are said to be all of them."""
    if figure.measure is Metric.SCORE and re.search("合计|小计|共得", figure.words):
        part.figures[figure.role] = figure
    elif figure.measure is Metric.SCORE and figure.role in part.figures:
        part.figures.setdefault(FigureRole.SIDE, figure)  # more than one: nobody knows which
    elif not _is_inner(figure, part):
        part.figures.setdefault(figure.role, figure)


def _is_inner(figure: StatedFigure, part: ListPart) -> bool:
    """Whether an inner list stands between the amount of the part and another figure, or a change."""
    first = min((own.place for own in part.figures.values()), default=figure.place)
    text = figure.passage.text
    start = first[1] if first[0] == figure.passage.number else 0
    if figure.role is not FigureRole.CHANGE:
        if not part.figures:
            return False
        start = max(start, text.rfind("。", 0, figure.start))  # 其中 of its own sentence
    return "其中" in text[start : figure.start]


def numbered_parts(
    sentence: Sentence, sentences: Sequence[Sentence], wholes: dict[FigureRole, StatedFigure]
) -> Iterator[ListPart]:
    """The numbered paragraphs below a sentence, each with its first amount of each role."""
    like = next(iter(wholes.values()))
    style, expected = "", 1
    current: ListPart | None = None
    for following in sentences[sentence.number + 1 :]:
        text = following.passage.text
        if following.start == 0:
            found = style_of(text)
            if not style:
                style = found
            if not style or (following.passage.heading and found != style and not re.match(r"\d|（\d", text)):
                break
            if found == style:
                if ordinal(text) != expected:
                    break
                expected += 1
                if current is not None:
                    yield current
                current = ListPart(text[:80], {}, [])
        if current is None or expected > _MOST_ITEMS:
            break
        current.text += following.text
        for figure in following.figures:
            if figure.fits(like) and figure.role in (*SUMMED, FigureRole.CHANGE):
                _take(current, figure)
            current.tails.append(figure)
    if current is not None:
        yield current
