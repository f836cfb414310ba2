"""A2万元、B3万元和C5万元，分别占20%、30%和50%: shares that are listed behind their amounts."""

from __future__ import annotations

import re

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)


def respective(sentence: Sentence) -> dict[StatedFigure, StatedFigure]:
    """分别占42.73%、19.24%和33.69%: share -> the amount that stands in the same place of the list before."""
    match = re.search(r"分别占(?:比)?(?:为)?", sentence.text)
    if match is None:
        return {}
    place = sentence.start + match.end()
    rates = [f for f in sentence.figures if f.start >= place and f.measure is Metric.PERCENT]
    amounts = [
        f for f in sentence.before(place) if f.role in _ROLES and f.measure in (Metric.MONEY, Metric.COUNT)
    ]
    for rate in rates:
        rate.role, rate.base = FigureRole.SHARE, ""
    if len(rates) < 2 or len(amounts) < len(rates):
        return {rates[0]: rates[0]} if rates else {}
    return dict(zip(rates, amounts[-len(rates) :], strict=True))
