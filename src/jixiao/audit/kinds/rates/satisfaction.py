"""满意度 of a survey: those who are satisfied, with or without 基本满意, over all who answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ShareOf, ShareOfParts, ShareOfSums
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome

_RATE = re.compile(
    r"(?<!基本)(?<![不较很])(?<!非常)(?:满意度|满意率|满意比例)[^，；。]{0,4}(?:（[^）]*）)?[^，；。\d]{0,6}$"
)
_ASKED = re.compile(r"有效|收回|回收|接通|问卷|调查|受访|答卷|样本|[面回走]访|访谈|访问|抽样")
_BOTH = re.compile("满意[和与及、][^，。；]{0,4}满意[^，。；]{0,6}$")
_SUMMED = re.compile("合计|共计|以上|前[两二三]项|满意[和与及、]|满意以及")
_UNHAPPY = re.compile("不满意|不太满意|不够满意")
_ONE_LEVEL = re.compile("[，、：（]?(?:表示|评价为)?“?满意”?的?(?:有|为)?")
_ITS_RATE = re.compile("[，、]满意[度率](?:为|是|达到?|：)*")
_LEVEL = re.compile(
    "满意(?![度率]|情况|程度|调查|测评|问卷|水平)"
)  # 满意度抽样调查400份 asks, and says no level
_NOT = re.compile("[，、；]?(?:表示)?不满意的?(?:有|为)?")
_FEWEST = 3  # levels of an answer
_WEIGHTS = tuple(Decimal(tenths) / 20 for tenths in range(8, 20))  # of 基本满意 where it counts in part


def satisfaction(context: AuditContext) -> Iterator[StatedRelation]:
    """Each rate behind levels that make up all answers; one reading that fits is enough."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            if rate.measure is Metric.PERCENT and _RATE.search(_words(rate, sentence)):
                relations = list(_readings(rate, sentence)) or list(_of_both(rate, sentence, context))
                relations = relations or list(_of_the_sentence_before(rate, sentence, context))
                relations = relations or list(_of_two_levels(rate, sentence))
                holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
                likely = [one for one in relations if slip_in(rate, one)]
                yield from holding[:1] or likely[:1] or relations[:1]


def _of_both(rate: StatedFigure, sentence: Sentence, context: AuditContext) -> Iterator[StatedRelation]:
    """满意378份，基本满意16份，不满意6份。满意和基本满意共394份，满意度98.50%: of the levels before it."""
    both = [f for f in sentence.before(rate.start) if f.measure is Metric.COUNT and _BOTH.search(f.words)]
    for before in context.before(sentence) if len(both) == 1 else ():
        levels = [f for f in before.figures if f.label.endswith("满意") and f.unit == both[0].unit]
        asked = [f for f in before.figures if _ASKED.search(f.words) and f.unit == both[0].unit]
        wholes = [f for f in asked if f.value == sum(level.value for level in levels)]
        if before.passage is sentence.passage and len(levels) >= _FEWEST and wholes:
            yield _relation(rate, both, wholes[0])


def _of_two_levels(rate: StatedFigure, sentence: Sentence) -> Iterator[StatedRelation]:
    """收回384份；其中满意和基本满意362份、不满意22份，满意度为94.27%: both levels make up what came back."""
    text = rate.passage.text
    counts = [f for f in sentence.before(rate.start) if f.measure is Metric.COUNT]
    if len(counts) < _FEWEST or len({f.unit for f in counts[-2:]}) > 1:
        return
    *asked, happy, unhappy = counts
    joined = _BOTH.search(happy.words) and _NOT.fullmatch(text[happy.end : unhappy.start])
    wholes = [f for f in asked if f.unit == happy.unit and f.value == happy.value + unhappy.value]
    if joined and wholes and _ITS_RATE.fullmatch(text[unhappy.end : rate.start]):
        yield _relation(rate, [happy], wholes[-1])


def is_of_levels(rate: StatedFigure, sentence: Sentence) -> bool:
    """Whether all the levels of an answer stand before it."""
    return next(_readings(rate, sentence), None) is not None


def _words(rate: StatedFigure, sentence: Sentence) -> str:
    return sentence.passage.text[max(sentence.start, rate.start - 40) : rate.start]


def _of_the_sentence_before(
    rate: StatedFigure, sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    """非常满意186份，…，不满意6份。综合满意率97.96%: of the levels that it says."""
    if rate is not sentence.figures[0]:
        return
    for before in context.before(sentence):
        asked = [f for one in context.before(before) for f in one.figures if one.passage is before.passage]
        if before.passage is sentence.passage:
            yield from _readings(rate, sentence, (*asked, *before.figures))


def _readings(
    rate: StatedFigure, sentence: Sentence, others: Sequence[StatedFigure] = ()
) -> Iterator[StatedRelation]:
    """满意 alone, with the levels behind it one after the other, as far as 不满意."""
    before = [f for f in others or sentence.before(rate.start) if f.measure is Metric.COUNT]
    before = [f for f in before if not _SUMMED.search(f.words)]  # 满意和基本满意182户
    levels = [f for f in before if _LEVEL.search(f.words) or re.search("一般$", f.label)]
    unit = levels[-1].unit if levels else ""
    asked = [f for f in before if f not in levels and f.unit == unit and _ASKED.search(f.words)]
    happy = [f for f in levels if not _UNHAPPY.search(f.words)]
    alone = len(levels) == len(happy) == 1 and before[-2:] == [*asked[-1:], *happy]
    if alone and asked and _follow(asked[-1], happy[0], rate):
        yield _relation(rate, happy, asked[-1])
    if len(levels) < _FEWEST or not happy or len(happy) == len(levels):
        return
    if not asked:
        yield from _of_all_levels(rate, happy, levels)
        return
    total = sum(f.value for f in levels)
    wholes = [f for f in asked if f.value == total] or asked[-1:]
    said = rate.passage.text[rate.label_start : rate.start]
    counts = range(len(happy), 0, -1) if re.search("基本|含|较|与|和", said) else range(1, len(happy) + 1)
    for whole in wholes:
        for count in counts:
            yield _relation(rate, happy[:count], whole)


def _follow(asked: StatedFigure, happy: StatedFigure, rate: StatedFigure) -> bool:
    """有效问卷486份，满意445份，满意度91.6%: one behind the other, and no other level said."""
    text = rate.passage.text
    first, second = text[asked.end : happy.start], text[happy.end : rate.start]
    return "发" not in asked.words and bool(_ONE_LEVEL.fullmatch(first) and _ITS_RATE.fullmatch(second))


def _of_all_levels(
    rate: StatedFigure, happy: Sequence[StatedFigure], levels: Sequence[StatedFigure]
) -> Iterator[StatedRelation]:
    """满意402份、基本满意116份、不满意42份，满意度92.50%: of all; the lower ones may count in part."""
    total = sum((f.value for f in levels), Decimal(0))
    for weight in _WEIGHTS:
        weighed = happy[0].value + weight * sum((f.value for f in happy[1:]), Decimal(0))
        if abs(100 * weighed / total - rate.value) < rate.step and len(happy) > 1:
            return
    for count in range(len(happy), 0, -1):
        operands = (*happy[:count], *levels)
        of = f"（{'＋'.join(f.written for f in happy[:count])}）÷各档之和"
        yield StatedRelation(
            "RATE-SATISFIED", AuditKind.RATIO, rate, operands, ShareOfSums(count), Directness.RATE,
            of,
        )  # fmt: skip


def _relation(rate: StatedFigure, happy: Sequence[StatedFigure], whole: StatedFigure) -> StatedRelation:
    one = len(happy) == 1
    part = happy[0].written if one else f"（{'＋'.join(f.written for f in happy)}）"
    of = f"{part}÷{whole.written}"
    formula = ShareOf() if one else ShareOfParts()
    return StatedRelation(
        "RATE-SATISFIED",
        AuditKind.RATIO,
        rate,
        (*happy, whole),
        formula,
        Directness.RATE,
        of,
    )
