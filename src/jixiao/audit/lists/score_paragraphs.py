"""Paragraphs below a score, each with the points of a part: 自评得分99分。/ 投入15分：…。/ 过程30分：…。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import ListPart, StatedList

_TOTAL = re.compile(r"(?:得分|总分|总得分|评分)(?:为|是|共|：)*$")
_PART = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,2}）|\d{1,2}[.、．])?"
    r"(?:投入|过程|产出|效果|效益|决策|管理|预算|满意|履职|职责|资金|绩效|成本|项目)[^，。；：\d]{0,12}$"
)
_LAST = re.compile("效果|效益|满意")  # without these more parts follow
_FEWEST = 3
_BETWEEN = 3  # paragraphs without points before the first part


def score_paragraphs(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """The list below a sentence that states one score, if the paragraphs follow each other."""
    totals = [f for f in sentence.figures if f.measure is Metric.SCORE and f.role is FigureRole.PLAIN]
    if len(totals) != 1 or not _TOTAL.search(totals[0].words):
        return
    parts: list[ListPart] = []
    waiting = 0
    for following in sentences[sentence.number + 1 :]:
        first = _points_of(following)
        if first is not None:
            parts.append(ListPart(following.text[:20], {FigureRole.PLAIN: first}, []))
            continue
        if following.start:
            continue
        waiting += 1
        if parts or waiting > _BETWEEN or any(f.measure is Metric.SCORE for f in following.figures):
            break
    if len(parts) >= _FEWEST and any(_LAST.search(part.label) for part in parts):
        whole = {FigureRole.PLAIN: totals[0]}
        yield StatedList("。", whole, parts, sentence, sentence.start, numbered=True)


def _points_of(sentence: Sentence) -> StatedFigure | None:
    """What the part of a paragraph got: 过程30分：…, or 过程（30分）…得28分."""
    points = [f for f in sentence.figures if f.measure is Metric.SCORE]
    if not points or not _PART.match(sentence.passage.text[sentence.start : points[0].start]):
        return None
    got = [f for f in points if f.role is FigureRole.PLAIN]
    if points[0].role is FigureRole.PLAIN:
        return points[0]
    return got[0] if len(got) == 1 else None
