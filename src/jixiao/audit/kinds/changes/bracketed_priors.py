"""A word of direction against the figure in brackets: 减少59.25万元（上年1472.30万元） of 1531.55万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.figure import FigureRole, Metric
from jixiao.audit.kinds.changes.moved import wrong_way
from jixiao.audit.wording_fault import WordingFault

_MONEY = r"\d[\d,]*(?:\.\d+)?"
_WORD = r"(?:(?P<up>增加|增长|上升|提高)|(?P<down>减少|下降|降低))了?"
_PRIOR = r"(?:上年|去年|(?:19|20)\d\d年)[^，。；（）\d]{0,8}"
_BEHIND = re.compile(
    rf"{_WORD}(?P<by>{_MONEY})(?P<unit>亿元|万元|元)（{_PRIOR}(?P<prior>{_MONEY})(?P=unit)）"
)
_BEFORE = re.compile(
    rf"(?:比|较){_PRIOR}（(?P<prior>{_MONEY})(?P<unit>亿元|万元|元)）{_WORD}(?P<by>{_MONEY})(?P=unit)"
)
_SLACK = Decimal("0.02")  # of the unit: all three are rounded


def bracketed_priors(context: AuditContext) -> Iterator[WordingFault]:
    """Each word that a figure before it proves wrong, and none proves right."""
    for passage in context.text.prose:
        if "（" not in passage.text:
            continue
        for pattern in (_BEHIND, _BEFORE):
            for match in pattern.finditer(passage.text):
                yield from _judged(match, passage, context)


def _judged(match: re.Match[str], passage: Passage, context: AuditContext) -> Iterator[WordingFault]:
    prior, by = (Decimal(match[name].replace(",", "")) for name in ("prior", "by"))
    sign = 1 if match["up"] else -1
    values = [
        figure.value / figure.scale
        for figure in context.figures.get(passage.number, ())
        if figure.measure is Metric.MONEY and figure.end <= match.start() and figure.unit == match["unit"]
        if figure.role is not FigureRole.CHANGE
    ]
    moved = [value - prior for value in values]
    if not by or any(abs(gap - sign * by) <= _SLACK for gap in moved):
        return
    if any(abs(gap + sign * by) <= _SLACK for gap in moved):
        word, right = ("up", "减少") if match["up"] else ("down", "增加")
        yield wrong_way(passage, match, word, right, "与前面的数相比")
