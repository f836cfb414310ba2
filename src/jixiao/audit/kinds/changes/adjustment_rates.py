"""预算调整率: what was added or taken away over the budget of the beginning of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.stem_rates import named_relation
from jixiao.audit.relations.formulas import GrowthOfTwo
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_NAMED = re.compile(
    r"(?:预算|指标)?(?:调整|追加|变动)(?:率|幅度|比率|比例)(?:为|达到|达|是|约|：)*$"
    r"|(?:^|，)(?:预算|(?:比|较)年初(?:部门)?预算(?:数|安排)?)(?:净)?(?:增加|增长|减少|下降|调增|调减)了?$"
)
_INITIAL = re.compile("(?:年初|期初)[^，。；]{0,8}(?:预算|批复|安排|数)")
_ADDED = re.compile(
    r"(?:追加|调增|调减|核增|核减|追减|(?:调整|净)(?:增加|减少|金额|数|额)|净增|净减|变动额)"
    r"[^，。；\d]{0,8}$"
)
_ADJUSTED = re.compile(
    "(?:调整后|全年|调整)的?[^，。；]{0,4}预算[^，。；\\d]{0,6}$|预算(?:调整|调增|调减)(?:为|至|到)$"
)
_FULL = re.compile("(?:全年|调整后的?)预算")  # 年中追加调整后全年预算为
_BACK = 3  # sentences before it in which its figures may stand
_USED = (FigureRole.RATE, FigureRole.SHARE, FigureRole.DONE)


def adjustment_rates(context: AuditContext) -> Iterator[StatedRelation]:
    """Each with the figures of its paragraph; a rate over the adjusted budget is told as such."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            if rate.measure is Metric.PERCENT and rate.value > 0 and _NAMED.search(rate.words):
                yield from _judged(rate, _near(rate, sentence, context))


def _near(rate: StatedFigure, sentence: Sentence, context: AuditContext) -> list[StatedFigure]:
    """The amounts in the bracket behind it and before it, nearest first."""
    text = rate.passage.text
    closing = text.find("）", rate.end) if text[rate.end : rate.end + 1] == "（" else rate.end
    found = [*sentence.between(rate.end, closing), *reversed(sentence.before(rate.start))]
    for before in context.before(sentence, _BACK):
        found += reversed(before.figures)
    return [f for f in found if f.measure is Metric.MONEY and f.role not in _USED and f.value > 0]


def _judged(rate: StatedFigure, near: Sequence[StatedFigure]) -> Iterator[StatedRelation]:
    initial = [f for f in near if _INITIAL.search(f.words) and not _ADDED.search(f.words)]
    if len({f.value for f in initial}) != 1:
        return
    start = initial[0]
    added = [f for f in near if _ADDED.search(f.words) and not _is_one_of_several(f)]
    added = [f for f in added if not _FULL.search(f.words)]
    adjusted = [f for f in near if _ADJUSTED.search(f.words) and f is not start and f not in added]
    if len({f.value for f in adjusted}) > 1:
        return
    steps = len({f.value for f in added}) > 1
    if steps or (added and adjusted and added[0].value != abs(adjusted[0].value - start.value)):
        added = []  # more than that has changed it
    relations = [named_relation(rate, one, start) for one in added[:1]]
    relations += [_of_two(rate, one, start) for one in adjusted[:1]]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    if holding or not relations:
        yield from holding[:1]
        return
    told = relations[0]
    told.severity = Severity.WARNING
    told.reckoned = _of_the_adjusted(rate, start, (*added[:1],), (*adjusted[:1],))
    if any(slip_in(figure, told) for figure in told.figures):
        yield told


def _is_one_of_several(figure: StatedFigure) -> bool:
    """先后追加100万元、40万元."""
    return figure.passage.text[figure.end : figure.end + 1] in ("、", "和", "及", "与")


def _of_two(rate: StatedFigure, adjusted: StatedFigure, start: StatedFigure) -> StatedRelation:
    of = f"（{adjusted.written}－{start.written}）÷{start.written}"
    sign = 1 if adjusted.value >= start.value else -1
    return StatedRelation(
        "RATE-NAMED", AuditKind.RATIO, rate, (adjusted, start), GrowthOfTwo(sign), Directness.RATE,
        of,
    )  # fmt: skip


def _of_the_adjusted(
    rate: StatedFigure,
    start: StatedFigure,
    added: Sequence[StatedFigure],
    adjusted: Sequence[StatedFigure],
) -> str:
    """Whether the rate is that over the adjusted budget, to the digit."""
    if rate.step >= 1:
        return ""
    changes = [f.value for f in added] or [abs(f.value - start.value) for f in adjusted]
    bases = [f.value for f in adjusted] or [start.value + f.value for f in added]
    wrong = any(abs(100 * one / base - rate.value) < rate.step for one in changes for base in bases)
    return "写的是按调整后预算数计算的，应按年初预算数计算。" if wrong else ""
