"""Words of direction against figures: 大于, 小于, 持平 between budget and result, or between two years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Severity

_COMPARED = re.compile(
    r"(?:支出)?(?:决算数?|执行数|实际支出数?|支出数)(?:[^，。；]{0,6}?)"
    r"(?P<word>大于|小于|等于|高于|低于|超过|超出|少于|多于)(?P<base>年初|全年|调整后?)?(?:的)?预算数?"
)
_LEVEL = re.compile(
    r"(?:支出)?(?:决算数?|执行数|实际支出数?|支出数)(?:与|和|同)(?P<base>年初|全年|调整后?)?预算数?"
    r"(?P<word>持平|一致|相等|相同|无差异)"
)
_SIGNS = {"大于": 1, "高于": 1, "超过": 1, "超出": 1, "多于": 1, "小于": -1, "低于": -1, "少于": -1}
_OTHER_WORDS = {1: "大于", -1: "小于", 0: "等于（持平）"}
_LEVEL_YEARS = re.compile(
    r"(?<!基本)(?:与|和|同|比|较)(?:(?:19|20)\d\d年?度?|上年|去年|上一?年度?|同期)(?P<what>[^，。；]{0,12}?)(?:相比)?，?(?P<word>持平|无变化|无增减变化|保持不变)"
)
_NAMED = 4  # letters of what has changed
_BASIC = re.compile(r"基本|大致|大体")


def directions(context: AuditContext) -> Iterator[WordingFault]:
    """Each word of direction whose figures stand before it."""
    for sentence in context.sentences:
        for pattern in (_COMPARED, _LEVEL):
            for match in pattern.finditer(sentence.passage.text, sentence.start, sentence.end):
                yield from _budget_and_result(match, sentence, context)
        for match in _LEVEL_YEARS.finditer(sentence.passage.text, sentence.start, sentence.end):
            yield from _years(match, sentence, context)


def _budget_and_result(
    match: re.Match[str], sentence: Sentence, context: AuditContext
) -> Iterator[WordingFault]:
    figures = _figures_before(match.start(), sentence, context)
    results = [f for f in figures if f.role is FigureRole.RESULT and f.measure in (Metric.MONEY, Metric.BARE)]
    bases = [f for f in figures if f.role is FigureRole.BASE and f.measure in (Metric.MONEY, Metric.BARE)]
    if match["base"]:
        bases = [f for f in bases if match["base"] in f.passage.text[f.label_start : f.start]]
    if len(results) != 1 or not bases or len({f.value for f in bases}) != 1:
        return
    result, base = results[0], bases[-1]
    actual = _compare(result, base)
    said = _SIGNS.get(match["word"], 0)
    if (
        actual == said
        or (said == 0 and not _is_apart(result, base))
        or (actual and not _is_apart(result, base))
    ):
        return
    right = _OTHER_WORDS[actual]
    yield WordingFault(
        "DIRECTION-BUDGET",
        AuditKind.EQUALITY,
        sentence.passage,
        match.span(),
        f"决算数{right}预算数",
        f"“{match[0]}”，但预算数是{base.written}，决算数是{result.written}，应是{right}。",
        f"请把“{match['word']}”改为“{right}”，或核对两个数。",
        quoted=(
            min(result.start, match.start()) if result.passage is sentence.passage else match.start(),
            match.end(),
        ),
        severity=Severity.ERROR,
        figures=(result, base),
    )


def _figures_before(place: int, sentence: Sentence, context: AuditContext) -> Sequence[StatedFigure]:
    """Those of the same part of the sentence; if it has none, those of the sentence before."""
    start = segment_start(sentence, place)
    own = [f for f in sentence.before(place) if f.start >= start]
    if own or start > sentence.start:
        return own
    for before in context.before(sentence):
        if before.passage is sentence.passage and before.figures:
            last = segment_start(before, before.figures[-1].start)
            return [f for f in before.figures if f.start >= last]
    return ()


def _compare(one: StatedFigure, other: StatedFigure) -> int:
    return (one.value > other.value) - (one.value < other.value)


def _is_apart(one: StatedFigure, other: StatedFigure) -> bool:
    return not one.quantity.meets(other.quantity)


def _years(match: re.Match[str], sentence: Sentence, context: AuditContext) -> Iterator[WordingFault]:
    """持平 beside a figure of change, or between two figures that differ."""
    text = sentence.passage.text
    start = segment_start(sentence, match.start())
    own = [f for f in sentence.before(match.start("word")) if f.start >= start]
    if not own or _BASIC.search(text[max(match.start() - 4, 0) : match.end()]):
        return
    behind = [f for f in sentence.figures if f.start >= match.end()][:1]
    if behind and behind[0].role is FigureRole.CHANGE and behind[0].value and _is_next(match, behind[0]):
        yield _level_fault(match, sentence, behind[0], behind[0].words + behind[0].written)
        return
    last = own[-1]
    label = text[last.label_start : last.start]
    reached = re.search(r"(增加|减少|下降|增长|上升|降低)(?:为|到|至)$", label)
    between = text[last.end : max(match.start(), last.end)]
    if reached and re.fullmatch(r"[，、（]?", between):
        yield _level_fault(match, sentence, last, f"{reached[0]}{last.written}")
    elif last.role is FigureRole.CHANGE and re.fullmatch(r"[，、（]?", between) and _is_said(last):
        yield _level_fault(match, sentence, last, label + last.written)
    else:
        yield from _level_of_two(match, sentence, own)


def _is_said(change: StatedFigure) -> bool:
    """Whether it is a change, or at least named as one: 资本性支出减少0万元，与上年持平."""
    return bool(change.value) or (change.measure is Metric.MONEY and len(change.label) >= _NAMED)


def _is_next(match: re.Match[str], change: StatedFigure) -> bool:
    """与上年持平，减少2.00万元: nothing is named between, so both are of one thing."""
    between = change.passage.text[match.end() : change.start]
    return re.fullmatch("，(?:同比|较上年|比上年)?(?:增加|减少|增长|下降)(?:了)?", between) is not None


def _level_of_two(
    match: re.Match[str], sentence: Sentence, own: list[StatedFigure]
) -> Iterator[WordingFault]:
    priors = [f for f in own if f.role is FigureRole.PRIOR and f.measure is Metric.MONEY]
    currents = [
        f for f in own if f.role in (FigureRole.RESULT, FigureRole.PLAIN) and f.measure is Metric.MONEY
    ]
    if len(priors) == 1 and currents and _is_apart(currents[-1], priors[0]):
        said = f"{priors[0].written}与{currents[-1].written}"
        yield _level_fault(match, sentence, currents[-1], said, (priors[0], currents[-1]))


def _level_fault(
    match: re.Match[str],
    sentence: Sentence,
    last: StatedFigure,
    said: str,
    figures: tuple[StatedFigure, ...] = (),
) -> WordingFault:
    start = min([last.label_start, match.start(), *(f.start for f in figures)])
    end = max(match.end(), last.end)
    quoted = sentence.passage.text[start:end]
    return WordingFault(
        "DIRECTION-LEVEL",
        AuditKind.EQUALITY,
        sentence.passage,
        (min(last.label_start, match.start()), end),
        match["word"],
        f"“{quoted}”：一处说{said}，一处说{match['word']}，互相矛盾。",
        "请核对上年数；确实持平的，删去增减的说法，否则写明增减额。",
        stated=said,
        quoted=(start, end),
        severity=Severity.ERROR,
        figures=figures or (last,),
    )
