"""Means whose amount or count stands elsewhere: 门急诊次均费用, 生均校舍面积, 人均补贴 of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.means import mean_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_ENDS = r"[^，。；\d]{0,6}$"
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_MEAN = re.compile(
    r"(?:人均|户均)[^，。；\d]{0,6}(?:补贴|补助|金额|费用|经费|支出|资助|待遇|救助)?(?:为|约|达|：)*$"
)
_ITEM = re.compile(r"(?:\d[.、．]|（[一二三四五六七八九十\d]）|[①-⑳])?(?P<name>[\u4e00-\u9fff]{4,12})[。：:]")
_EACH = re.compile(
    r"^平均(?:每|单)(?P<unit>[套台辆座处个块盏栋间条张部件具株])(?:价格|价|成本|费用|造价|支出|投入)?(?:为|约|达|：)*$"
)
_LONG = 4  # digits of a mean that is no other one by chance
_PEOPLE = {"人": ("人", "人次"), "户": ("户",)}
_FEW = 9  # readings of one mean


def far_means(context: AuditContext) -> Iterator[StatedRelation]:
    """Of the named means, and of those in a paragraph that begins with the name of an amount."""
    everywhere = [f for one in context.sentences for f in one.figures if f.role in _ROLES and f.value]
    for sentence in context.sentences:
        for mean in sentence.figures:
            if "均" not in mean.words or mean.measure not in (Metric.MONEY, Metric.COUNT) or not mean.value:
                continue
            pairs = _named(mean, everywhere, context) or _of_its_item(mean, sentence, everywhere)
            pairs = pairs or _of_its_things(mean, sentence, everywhere)
            yield from _judged(mean, pairs)


def _named(
    mean: StatedFigure, everywhere: Sequence[StatedFigure], context: AuditContext
) -> list[tuple[StatedFigure, StatedFigure]]:
    """By the word lists: what the amount and the count are called."""
    known = next(
        (one for one in context.words.mean if re.search(rf"(?:{one.mean}){_ENDS}", mean.words)), None
    )
    if known is None:
        return []
    parts = [
        f for f in everywhere if f.measure is mean.measure and re.search(rf"(?:{known.part}){_ENDS}", f.words)
    ]
    wholes = [
        f
        for f in everywhere
        if f.measure is Metric.COUNT and f.unit.removeprefix("万") in ("人", "人次", "张")
    ]
    wholes = [f for f in wholes if re.search(rf"(?:{known.whole}){_ENDS}", f.words)]
    return [(one, other) for one in parts for other in wholes if one is not mean and other is not mean]


def _of_its_item(
    mean: StatedFigure, sentence: Sentence, everywhere: Sequence[StatedFigure]
) -> list[tuple[StatedFigure, StatedFigure]]:
    """1.社会保险补贴。享受41286人，人均补贴1505.20元: 社会保险补贴支出…万元 is said somewhere else."""
    item = _ITEM.match(mean.passage.text)
    kind = _MEAN.search(mean.words)
    if item is None or kind is None or mean.measure is not Metric.MONEY:
        return []
    parts = [
        f
        for f in everywhere
        if f.measure is Metric.MONEY and item["name"] in f.words and f.passage is not mean.passage
    ]
    wanted = _PEOPLE[kind[0][0]]
    own = [f for f in everywhere if f.passage is mean.passage and f.unit in wanted and f.start < mean.start]
    return [(one, other) for one in parts for other in own]


def _of_its_things(
    mean: StatedFigure, sentence: Sentence, everywhere: Sequence[StatedFigure]
) -> list[tuple[StatedFigure, StatedFigure]]:
    """1.终端设备购置费296.40万元，平均每套2872.09元: 应急广播终端1032套 is said somewhere else."""
    thing = _EACH.search(mean.words)
    own = [f for f in sentence.before(mean.start) if f.measure is Metric.MONEY]
    if thing is None or mean.measure is not Metric.MONEY or len(own) != 1 or own[0].role not in _ROLES:
        return []
    if any(f.unit == thing["unit"] for f in sentence.figures) or mean.written_digits < _LONG:
        return []
    counts = [f for f in everywhere if f.unit == thing["unit"] and _names_one_of(f.words, own[0].words)]
    return [(own[0], count) for count in counts]


def _names_one_of(counted: str, paid: str) -> bool:
    """Whether what is counted, by its last word, stands in what was paid: 终端 in 终端设备购置费."""
    word = re.search(r"([\u4e00-\u9fff]{2})(?:为|共|：)*$", counted)
    return word is not None and word[1] in paid


def _judged(
    mean: StatedFigure, pairs: Sequence[tuple[StatedFigure, StatedFigure]]
) -> Iterator[StatedRelation]:
    once = {(one.value, other.value): (one, other) for one, other in pairs}
    relations = [mean_relation(mean, *pair) for pair in once.values()]
    holding = [one for one in relations if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    likely = [one for one in relations if slip_in(mean, one)]
    if holding:
        yield holding[0]
    elif len(likely) == 1 and len(relations) <= _FEW:
        likely[0].severity = Severity.WARNING
        yield likely[0]
