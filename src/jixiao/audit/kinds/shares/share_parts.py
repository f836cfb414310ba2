"""What a share is the share of: the amount of the name that is said, else the one before it."""

from __future__ import annotations

import re

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence, blanked

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_NEAR = 40  # letters between an amount and its share
_SHORTEST_NAME = 2
_SURE_NAME = 4
_BOTH = re.compile("[\u4e00-\u9fff]{2}[和与及][\u4e00-\u9fff]{2}")


def part_of(share: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The amount in the same part of the sentence that a share is the share of."""
    start = segment_start(sentence, share.start)
    text = blanked(sentence.passage.text)
    before = [
        f
        for f in sentence.before(share.start)
        if f.start >= start
        and (text[f.start] != "\0" or text[share.start] == "\0")
        and f.role in _ROLES
        and f.measure in (Metric.MONEY, Metric.COUNT)
    ]
    if (named := _called(share, before)) is not None:
        return named
    if before and _is_of_another(share, before[-1]):
        return None
    between = text[before[-1].end : share.start].replace("\0", "") if before else ""
    return before[-1] if before and len(between) <= _NEAR else None


def _is_of_another(share: StatedFigure, figure: StatedFigure) -> bool:
    """因病和因残户占…, 人员经费占… behind 项目支出: it is not what stands before."""
    name = share.label
    if _BOTH.search(name) and figure.label != name:
        return True
    pairs = {name[place : place + 2] for place in range(len(name) - 1)}
    if len(name) >= _SURE_NAME and name[:2] not in figure.words and "其中" not in name:
        return True  # 工程采购授予中小企业合同金额占…, behind the same of 货物采购
    return len(name) >= _SURE_NAME and not any(pair in figure.words for pair in pairs)


def _called(share: StatedFigure, before: list[StatedFigure]) -> StatedFigure | None:
    """寄宿生9860人，留守儿童7214人，寄宿生占…: the amount that bears the name of which the share is said."""
    name = share.label
    if len(name) < _SHORTEST_NAME or name.startswith("其中"):
        return None
    same = [f for f in before if f.label == name]
    if not same and not _BOTH.search(name):
        same = [
            f for f in before if len(f.label) > 1 and (name.startswith(f.label) or f.label.endswith(name))
        ]
    return same[0] if len(same) == 1 else None
