"""A target said to be reached that is not: 健康素养水平25.4%，…，已达到27%的年度目标."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.measured import reaches
from jixiao.audit.wording_fault import WordingFault

_REACHED = re.compile(
    r"(?<!未)(?<!没有)(?P<word>达到|实现|完成|超过|高于)了?(?:年初|年度|预期|既定|设定)?(?:设定的?)?$"
)
_TARGET = re.compile(r"的?(?:年度|绩效|预期|考核|既定|设定)?(?:目标|指标值|考核要求)")
_LOW = re.compile("不合格|差错|发生|死亡|投诉|漏损|失业|违规|控制|降|减|逾期|空置|损失|偏离")
_NAMED = re.compile("[率度比重平占](?:为|达到|达|是|约)*$")
_OTHER = re.compile("以上|≥|不低于|计划|目标|要求")


def reached_targets(context: AuditContext) -> Iterator[WordingFault]:
    """Each target in per cent with the one rate that its sentence has said before."""
    for sentence in context.sentences:
        text = sentence.passage.text
        for target in sentence.figures:
            match = _REACHED.search(text, sentence.start, target.start)
            if target.measure is not Metric.PERCENT or not match or not _TARGET.match(text, target.end):
                continue
            one = _measured(target, sentence, context)
            if one is not None and one.value < target.value and not reaches(one, target):
                yield _fault(one, target, match, sentence)


def _measured(target: StatedFigure, sentence: Sentence, context: AuditContext) -> StatedFigure | None:
    """The only rate of this year before it, of something of which more is better."""
    rates = [f for f in sentence.before(target.start) if f.measure is Metric.PERCENT]
    own = [f for f in rates if f.year in (0, context.year) and f.role in (FigureRole.SIDE, FigureRole.PLAIN)]
    named = [f for f in own if _NAMED.search(f.words) and not _OTHER.search(f.words)]
    alone = len(named) == len(own) == 1 and not _LOW.search(sentence.text)
    return named[0] if alone else None


def _fault(one: StatedFigure, target: StatedFigure, match: re.Match[str], sentence: Sentence) -> WordingFault:
    said = f"{one.written}低于{target.written}，写的却是“{match['word']}{target.written}”。"
    return WordingFault(
        "WORDS-TARGET",
        AuditKind.EQUALITY,
        sentence.passage,
        match.span("word"),
        "未达到",
        said,
        "请核对，似应为“未达到”。",
        quoted=(one.label_start, target.end),
        figures=(one, target),
    )
