"""Paragraphs below 主要支出项目完成情况： or 由四部分组成：, each with its amount, numbered or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.numerals import STYLES
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.list_parts import parts_between
from jixiao.audit.lists.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.wording.words import AuditWords

_FEWEST = 3
_BACK = 4  # sentences before in which the whole may stand
_LONGEST = 40  # letters of an item before its amount
_NUMBER = re.compile("|".join(STYLES))
_HEAD = re.compile(r"(?:情况|如下|组成|构成|部分|方面|包括|项目|安排|支出|收入)(?:分别)?[：:]$")
_COMPARED = re.compile(r"比|较|占|完成|同比|其中")


def lists_of_items(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """The list below a paragraph that ends so; one that 其中： ends is read elsewhere."""
    text = sentence.passage.text
    if sentence.end < len(text) or not _HEAD.search(text):
        return
    if any(m.end() >= len(text) for m in words.openers.finditer(text, sentence.start)):
        return
    parts = list(_items(sentence, sentences))
    if len(parts) < _FEWEST:
        return
    like = next(iter(parts[0].figures.values()))
    candidates = [
        figure
        for before in sentences[max(sentence.number - _BACK, 0) : sentence.number + 1]
        for figure in before.figures
        if figure.role in SUMMED and figure.fits(like) and figure.measure is like.measure
    ]
    if not candidates:
        return
    total = sum(next(iter(part.figures.values())).value for part in parts)
    whole = next((f for f in reversed(candidates) if f.value == total), candidates[-1])
    yield StatedList("：", {whole.role: whole}, parts, sentence, sentence.start, numbered=True)


def _items(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[ListPart]:
    """One for each paragraph that begins with a name and an amount; a paragraph of items is all of them."""
    style = ""
    for following in sentences[sentence.number + 1 :]:
        if following.start:
            continue
        text, first = following.passage.text, next(iter(following.figures), None)
        if first is None or first.role not in SUMMED or first.measure is not Metric.MONEY:
            return
        number = _NUMBER.match(text)
        if style and (number is not None) != (style == "numbered"):
            return
        if not _is_item(text[number.end() if number else 0 : first.start]):
            return
        if not style and text.count("；") > 1:
            parts, unsure = parts_between(following, 0, following.end, {first.role: first})
            yield from () if unsure else parts
            return
        style = "numbered" if number else "plain"
        yield ListPart(text[:80], _figures(following, first), list(following.figures))


def _is_item(name: str) -> bool:
    return 1 < len(name) < _LONGEST and not _COMPARED.search(name)


def _figures(sentence: Sentence, first: StatedFigure) -> dict[FigureRole, StatedFigure]:
    """Its amount, and by how much it has changed."""
    found = {first.role: first}
    for figure in sentence.figures:
        if figure.role is FigureRole.CHANGE and figure.fits(first):
            found.setdefault(figure.role, figure)
    return found
