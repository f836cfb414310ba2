"""What is measured by a target behind a list: 活动86场，其中讲座24场、…，高于目标80场 is said of 86."""

from __future__ import annotations

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.figures.sentences import Sentence

_OPENERS = ("其中", "包括", "包含", "分别为", "分别是", "：")


def measured(last: StatedFigure, sentence: Sentence) -> list[StatedFigure]:
    """Of what a target behind a figure may be said: the figure, or, behind a list, first its whole."""
    text = sentence.passage.text
    opened = max(text.rfind(word, sentence.start, last.start) for word in _OPENERS)
    before = sentence.before(opened) if opened >= 0 else []
    border = max(text.rfind(sign, sentence.start, last.start) for sign in "；。")
    whole = before[-1] if before and before[-1].fits(last) and before[-1].start > border else None
    return [whole, last] if whole is not None else [last]


def reaches(one: StatedFigure, target: StatedFigure) -> bool:
    """Whether a figure may be just what is wanted: it is rounded, a target is meant as it is written."""
    return one.quantity.low <= target.value <= one.quantity.high
