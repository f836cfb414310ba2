"""Words that a figure beside them contradicts: 92.3%，低于目标值90%; 0万元，比上年增加; 下降-8%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.measured import measured, reaches
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Severity

_ABOVE = {
    "高于": 1,
    "超过": 1,
    "超出": 1,
    "大于": 1,
    "多于": 1,
    "低于": -1,
    "小于": -1,
    "少于": -1,
    "未达到": -1,
    "未完成": -1,
}
_BETWEEN = re.compile(
    r"[，（]?(?:已|均|略|远)?(?P<word>高于|超过|超出|大于|多于|低于|小于|少于|未达到|未完成)了?"
    r"[\u4e00-\u9fff]{0,8}?"
    r"(?:目标|指标|标准|计划|控制|要求|进度)(?:值|数|任务|线)?(?:的|为|（|要求的?)?"
)
_GROWN = re.compile(
    r"[，；]?(?:比|较|与|同)(?:(?:19|20)\d\d年度?|上年|去年|上一年度?)(?:决算|预算|执行)?数?(?:相比)?，?(?:增加|增长|上升)了?(?P<by>\d[\d,.]*)?"
)
_SPENT = re.compile(
    r"(?P<over>(?<![无未没不止免绝有])超支|(?<![未没不无])超出(?:年初|全年)?预算|超额完成(?:年初|全年)?预算|"
    r"已(?:达到|完成)100%)|(?P<under>未执行部分|未完成(?:年初|全年)?预算|未支出部分|节余部分|结余部分|剩余部分|"
    r"(?<!未)(?<!没有)控制在(?:年初|全年)?预算(?:以内|之内|范围内|内))"
)
_SIGNED = re.compile(
    r"(?P<word>增长|增加|上升|提高|下降|减少|降低)了?(?P<sign>-)(?P<figure>\d[\d,.]*(?:%|万元|元|个百分点)?)"
)
_WITHOUT = re.compile(
    r"(?:与|同)(?:(?:19|20)\d\d年度?|上年|去年)(?P<said>增加|减少|增长|下降|上升)(?=[。；，]|$)"
)
_DOWN = ("下降", "减少", "降低")
_AROUND = 16


def contradictions(context: AuditContext) -> Iterator[WordingFault]:
    """All four, where both figures are sure."""
    for sentence in context.sentences:
        text = sentence.passage.text
        for one, other in zip(sentence.figures, sentence.figures[1:], strict=False):
            yield from _targets(one, other, sentence)
        for figure in sentence.figures:
            yield from _nought(figure, sentence)
        for match in _WITHOUT.finditer(text, sentence.start, sentence.end):
            yield _without(match, sentence)
        for match in _SIGNED.finditer(text, sentence.start, sentence.end):
            yield _signed(match, sentence)
        yield from _overspent(sentence)


def _targets(one: StatedFigure, other: StatedFigure, sentence: Sentence) -> Iterator[WordingFault]:
    """A figure, 高于目标值, and the target."""
    match = _BETWEEN.fullmatch(sentence.passage.text, one.end, other.start)
    if match is None or one.measure is not other.measure or one.unit != other.unit:
        return
    said = measured(one, sentence)
    if any(_stands(f, other) in (0, _ABOVE[match["word"]]) for f in said):
        return
    one = said[0]
    actual = _stands(one, other)
    right = "高于" if actual > 0 else "低于"
    told = f"{one.written}{right}{other.written}，写的却是“{match['word']}”。"
    yield _fault(
        sentence, (one.start, other.end), match.span("word"), match["word"], right, told, (one, other)
    )


def _stands(one: StatedFigure, other: StatedFigure) -> int:
    """Above (1), below (-1), or no matter which."""
    return 0 if reaches(one, other) else 1 if one.value > other.value else -1


def _nought(figure: StatedFigure, sentence: Sentence) -> Iterator[WordingFault]:
    """0万元，比上年增加."""
    if figure.value or figure.measure not in (Metric.MONEY, Metric.BARE) or figure.role in _CHANGED:
        return
    match = _GROWN.match(sentence.passage.text, figure.end)
    grown = match is not None and (not match["by"] or float(match["by"].replace(",", "")) > 0)
    if match is None or not grown or figure.label.endswith(("预算", "预算数")):
        return
    yield _fault(
        sentence,
        (figure.label_start, match.end()),
        match.span(),
        match[0].strip("，；"),
        "持平或减少",
        f"“{figure.label}”写的是{figure.written}，不可能比上年增加。",
        (figure,),
    )


_CHANGED = (FigureRole.CHANGE, FigureRole.RATE, FigureRole.BASE, FigureRole.PRIOR)


def _overspent(sentence: Sentence) -> Iterator[WordingFault]:
    """执行率93.35%，超支部分…; 预算3.50万元，支出2.36万元，超出预算: what stands before says the opposite."""
    for match in _SPENT.finditer(sentence.passage.text, sentence.start, sentence.end):
        start = segment_start(sentence, match.start())
        before = sentence.between(start, match.start())
        between = sentence.passage.text[before[-1].end : match.start()] if before else "。"
        figures = _spent(before) if re.fullmatch("，?(?:其中)?，?", between) else ()
        spent = figures[-1].value - (100 if len(figures) == 1 else figures[0].value) if figures else 0
        if not spent or (spent > 0) == bool(match["over"]):
            continue
        right = "超出预算" if spent > 0 else "没有用完预算"
        said = "，".join(f"{figure.words}{figure.written}" for figure in figures)
        yield _fault(
            sentence,
            (figures[0].label_start, match.end()),
            match.span(),
            match[0],
            right,
            f"“{said}”是{right}，后面却说“{match[0]}”。",
            figures,
        )


def _spent(before: list[StatedFigure]) -> tuple[StatedFigure, ...]:
    """The one rate, or a budget and what was spent."""
    rates = [f for f in before if f.measure is Metric.PERCENT]
    if rates:
        named = re.search("执行率|完成率|支出率|完成[^，]*预算", rates[0].words)
        return tuple(rates) if len(rates) == 1 and named and rates[0] is before[-1] else ()
    money = [f for f in before if f.measure is Metric.MONEY]
    roles = [f.role for f in money]
    return tuple(money) if roles == [FigureRole.BASE, FigureRole.RESULT] and money[1] is before[-1] else ()


def _signed(match: re.Match[str], sentence: Sentence) -> WordingFault:
    """下降-8.23%: two words for less; 增长-5%: one for more and one for less."""
    down = match["word"] in _DOWN
    right = f"下降{match['figure']}" if match["figure"].endswith(("%", "点")) else f"减少{match['figure']}"
    why = f"“{match['word']}”后面又带负号" if down else f"用“{match['word']}”说负数"
    message = f"“{match[0]}”：{why}，容易误解。"
    fault = _fault(sentence, match.span(), match.span(), match[0], right, message, ())
    fault.severity = Severity.WARNING if down else Severity.NOTE
    return fault


def _without(match: re.Match[str], sentence: Sentence) -> WordingFault:
    """与上年增加。: neither 持平 nor by how much."""
    message = f"“{match[0]}”没有写{match['said']}多少；“与……”后面应是“持平”或“相比{match['said']}”多少。"
    return _fault(sentence, match.span(), match.span("said"), match[0], "持平", message, ())


def _fault(
    sentence: Sentence,
    quoted: tuple[int, int],
    wrong: tuple[int, int],
    stated: str,
    right: str,
    message: str,
    figures: tuple[StatedFigure, ...],
) -> WordingFault:
    return WordingFault(
        "WORDS-FIGURE",
        AuditKind.EQUALITY,
        sentence.passage,
        wrong,
        right,
        message,
        f"请核对，似应为“{right}”。",
        stated=stated,
        quoted=(max(quoted[0] - _AROUND, sentence.start), min(quoted[1] + _AROUND, sentence.end)),
        figures=figures,
    )
