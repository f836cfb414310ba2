"""Sources of money behind their sum: 总投资560万元，中央补助300万元、省级补助160万元、县级自筹100万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.figures.figure import Metric
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.wording.words import AuditWords

_PART = r"[^，。；、\d]{2,14}[\d,.]+[万亿]?元"
_RUN = re.compile(rf"，{_PART}(?:、{_PART})+")
_SET = "资金来源"  # the closed set of that name


def source_lists(sentence: Sentence, words: AuditWords) -> Iterator[StatedList]:
    """Each sum behind which nothing but sources stands, up to the stop."""
    money = [figure for figure in sentence.figures if figure.measure is Metric.MONEY]
    text = sentence.passage.text
    for position, whole in enumerate(money[:-2]):
        stop = next((at for at in range(whole.end, sentence.end) if text[at] in "。；"), sentence.end)
        own = [figure for figure in money[position + 1 :] if figure.start < stop]
        summed = all(figure.role in SUMMED for figure in (whole, *own))
        if not summed or _RUN.fullmatch(text[whole.end : stop]) is None:
            continue
        closed = words.closed_set([figure.label for figure in own])
        if closed is not None and closed.name == _SET:
            parts = [ListPart(figure.label, {whole.role: figure}, []) for figure in own]
            yield StatedList("，", {whole.role: whole}, parts, sentence, whole.end)
