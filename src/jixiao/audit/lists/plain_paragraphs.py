"""Paragraphs without numbers below a sentence that ends in 其中：, each a part of its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.numerals import style_of
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.list_parts import is_another_role_of
from jixiao.audit.lists.stated_list import SUMMED, ListPart

_MOST = 12
_LONGEST = 30  # letters of a name
_NO_PART = re.compile(r"其中|与|比|较|同|截至")


def plain_parts(
    sentence: Sentence, sentences: Sequence[Sentence], wholes: dict[FigureRole, StatedFigure]
) -> Iterator[ListPart]:
    """人员经费…万元，…。/ 公用经费…万元，…。: as long as each paragraph begins with a name and its amount."""
    like = next(iter(wholes.values()))
    count = 0
    for following in sentences[sentence.number + 1 :]:
        for start, end in _pieces(following):
            first = next(
                (f for f in following.between(start, end) if f.fits(like) and f.role in SUMMED), None
            )
            count += 1
            if first is None or count > _MOST or not _is_part(following, start, first):
                if start:  # another sentence of the paragraph
                    break
                return
            text = following.passage.text
            part = ListPart(text[start : first.start], {first.role: first}, [], text[start:end])
            _take_other_roles(part, following.between(first.end, end), like)
            yield part


def _take_other_roles(part: ListPart, behind: Sequence[StatedFigure], like: StatedFigure) -> None:
    """接待费支出预算为0.36万元，支出决算为0.24万元: what was spent of it, too."""
    for figure in behind:
        if not figure.fits(like) or figure.role not in SUMMED or not is_another_role_of(part, figure):
            return
        part.figures[figure.role] = figure


def _pieces(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Between semicolons: paragraphs that end so run into each other where lines were joined."""
    text = sentence.passage.text
    inner = (m.end() for m in re.finditer("；", text[: sentence.end]) if m.end() > sentence.start)
    borders = [sentence.start, *inner, sentence.end]
    return ((one, other) for one, other in pairwise(borders) if one < other)


def _is_part(sentence: Sentence, start: int, first: StatedFigure) -> bool:
    """Whether a paragraph is a name with its amount, and no heading, number or comparison."""
    name = sentence.passage.text[start : first.start]
    plain = not sentence.passage.heading and not style_of(sentence.passage.text[start:])
    return (
        plain and 1 < len(name) <= _LONGEST and not _NO_PART.match(name) and not re.search("[，。；]", name)
    )
