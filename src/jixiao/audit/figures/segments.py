"""The part of a sentence to which a figure belongs: from the last semicolon or opening of a list."""

from __future__ import annotations

import re

from jixiao.audit.figures.sentences import Sentence, blanked

_BORDERS = re.compile(
    r"；(?!(?:完成|占|较|比|与|同比|增长|下降|增加|减少)[^；。]*\d)|其中[：，,:]?|主要用于以下方面：|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]"
)


def segment_start(sentence: Sentence, place: int) -> int:
    """Where it begins in the passage: an amount before it is another thing's."""
    whole = sentence.passage.text
    depth = whole.count("（", sentence.start, place) - whole.count("）", sentence.start, place)
    text = (whole if depth > 0 else blanked(whole))[sentence.start : place]
    borders = [match.end() for match in _BORDERS.finditer(text)]
    return sentence.start + (borders[-1] if borders else 0)
