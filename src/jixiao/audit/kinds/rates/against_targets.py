"""Words that a target contradicts: 93.62%，低于90%的目标值; 满意度高于95%的目标, said of 94.03%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.measured import measured, reaches
from jixiao.audit.wording_fault import WordingFault

_WORD = r"(?P<word>高于|超过|超出|大于|低于|小于|少于)了?"
_BETWEEN = re.compile(rf"[，（]?(?:已|均|略|远|明显|未)?{_WORD}")
_NAMED = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,14}}?(?:度|率))(?:略|远|明显)?{_WORD}$")
_BEHIND = re.compile(r"的?(?:年度|绩效|预期|考核|既定|设定)?(?:目标|指标值|标准|要求|计划|考核线|合格线)")
_WANTED = re.compile(r"目标|计划|标准|要求|不低于|不高于|≥|≤|达到?$|上年|去年|同比|比|较")
_SURVEYED = ("满意度", "满意率")  # said behind the answers, whoever has given them
_MORE = ("高于", "超过", "超出", "大于")


def against_targets(context: AuditContext) -> Iterator[WordingFault]:
    """Each target that stands behind its word, with the figure beside it or of its name elsewhere."""
    for sentence in context.sentences:
        for target in sentence.figures:
            if _BEHIND.match(sentence.passage.text, target.end):
                yield from _judged(target, sentence, context)


def _judged(target: StatedFigure, sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    text = sentence.passage.text
    one = next((first for first, second in pairwise(sentence.figures) if second is target), None)
    match = _BETWEEN.fullmatch(text, one.end, target.start) if one is not None else None
    if match is None and (match := _NAMED.search(text, sentence.start, target.start)):
        one = _called(match["name"], target, context)
    if one is None or match is None or one.measure is not target.measure or one.unit != target.unit:
        return
    denied = "未" in match[0]
    above = (match["word"] in _MORE) != denied
    said = measured(one, sentence) if one.passage is sentence.passage else [one]
    if any(reaches(f, target) or (f.value > target.value) == above for f in said):
        return
    one = said[0]
    right = "高于" if one.value > target.value else "低于"
    start = one.label_start if one.passage is sentence.passage else match.start()
    yield WordingFault(
        "WORDS-TARGET",
        AuditKind.EQUALITY,
        sentence.passage,
        match.span("word"),
        right,
        f"{one.written}{right}{target.written}，写的却是“{match[0].strip('，（')}{target.written}”。",
        f"请核对，似应为“{right}”。",
        quoted=(min(start, match.start()), target.end),
        figures=(one, target),
    )


def _called(name: str, target: StatedFigure, context: AuditContext) -> StatedFigure | None:
    """The one value that the report gives for what is called so, apart from targets."""
    found = {
        figure.value: figure
        for sentence in context.sentences
        for figure in sentence.figures
        if figure.measure is Metric.PERCENT
        and (figure.label == name or (figure.label in _SURVEYED and name.endswith(figure.label)))
        and figure.value != target.value
        and not _WANTED.search(figure.words)
    }
    return next(iter(found.values())) if len(found) == 1 else None
