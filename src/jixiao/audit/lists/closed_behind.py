"""A whole set in a sentence of its own behind its total: 本年支出合计…万元。基本支出…万元；项目支出…万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.list_parts import parts_between
from jixiao.audit.lists.stated_list import StatedList
from jixiao.audit.wording.words import AuditWords

_SETS = ("基本支出和项目支出", "人员经费和公用经费", "货物、工程和服务")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_FEWEST = 2


def closed_behind(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """The list of a sentence that has nothing but the members of a set, if the one before says one amount."""
    before = sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.passage is not sentence.passage or len(sentence.figures) < _FEWEST:
        return
    whole = _only_amount(before)
    if whole is None or sentence.figures[0].role not in _ROLES:
        return
    parts, unsure = parts_between(sentence, sentence.start, sentence.end, {whole.role: whole})
    closed = None if unsure else words.closed_set([part.label for part in parts])
    if closed is not None and closed.name in _SETS and len(parts) >= _FEWEST:
        yield StatedList("其中", {whole.role: whole}, parts, sentence, sentence.start)


def _only_amount(sentence: Sentence) -> StatedFigure | None:
    """The one amount that it states, apart from changes and rates."""
    money = [f for f in sentence.figures if f.measure is Metric.MONEY and f.role is not FigureRole.CHANGE]
    return money[0] if len(money) == 1 and money[0].role in _ROLES and money[0].value else None
