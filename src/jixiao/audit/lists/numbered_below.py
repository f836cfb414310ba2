"""A whole at the end of its paragraph, and below it 1.人员经费…。2.公用经费…, which are all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import Metric
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.numbered_lists import numbered_parts
from jixiao.audit.lists.stated_list import SUMMED, StatedList
from jixiao.audit.wording.words import AuditWords

_LONGEST = 60  # letters of the paragraph of the whole


def numbered_below(
    sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    """Each that has one amount, if the labels of the paragraphs make up a closed set."""
    money = [figure for figure in sentence.figures if figure.measure is Metric.MONEY]
    text = sentence.passage.text
    ends = sentence.end == len(text) and len(money) == len(sentence.figures) == 1
    if not ends or len(text) > _LONGEST or money[0].role not in SUMMED:
        return
    whole = money[0]
    if not re.fullmatch("[。：；]?|，(?:具体)?(?:如下|包括|为)[：。]?", text[whole.end :]):
        return
    parts = list(numbered_parts(sentence, sentences, {whole.role: whole}))
    labels = [next(iter(part.figures.values())).label for part in parts if part.figures]
    closed = words.closed_set(labels)
    if len(labels) == len(parts) > 1 and closed is not None and not (closed.classes or closed.partial):
        yield StatedList("其中", {whole.role: whole}, parts, sentence, whole.end, numbered=True)
