"""What is left: 空编 is 编制 less 在职, 缺口 what should have come less what has; also of things counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.wording.named_terms import NamedRemainder
from jixiao.model.outcome import Outcome, Severity

_ENDS = (
    r"(?:人数|数量|人员|资金|金额|编制|面积|问题|任务|项目|数|额|的)*"
    r"(?:共|共有|共计|合计|仅|只|有|还有|为|是|约|达|了|：)*$"
)
_OBJECT = r"[^，。；、：\d]{0,10}?"  # 实际支出就业补助资金
_NEVER = (FigureRole.RATE, FigureRole.SHARE, FigureRole.DONE)
_CARRIED = re.compile("年[初末](?:财政拨款)?结[转余]")  # of the whole unit, whatever else is said
_CARRIED_IN = re.compile("(?:上年|上年末|以前年度|上一年度?|历年|年初)(?:财政拨款)?结[余转]")
_USABLE = re.compile("可用|可使用|可支配")
_LEFT = re.compile("(?:尚有|还有|仍有|有|剩余|其余|余下|剩)$")
_BEHIND = 12  # letters behind a figure: 尚有3.66万元未追回
_OF_SOME = re.compile(
    "机关|行政|事业|工勤|参公|岗位|专业|教师|医|护|下属|所属|部门|另|上年|比|较|新增|增加|其中|科|股|县|镇|乡"
)
_STILL = re.compile("(?:剩余|余下|其余)(?:的)?$")
_CASES = "未办结"
_TWO = 2
_DATE = 16  # letters of a date before a figure
_BACK = 2  # sentences in which whole and part may stand
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_LONG = 3  # digits of a rest whose slip is no accident
_FEW = 3  # readings of which a slip explains one by chance
_MANY = 6


def remainders(context: AuditContext) -> Iterator[StatedRelation]:
    """Each rest whose whole and part stand in its sentence or just before it, or are said once anywhere."""
    any_rest = re.compile("|".join(named.rest for named in context.words.remainder))
    for sentence in context.sentences:
        if not sentence.figures or not any_rest.search(sentence.text):
            continue
        for rest in sentence.figures:
            if not _may_stand(rest):
                continue
            behind = rest.passage.text[rest.end : rest.end + _BEHIND]
            if not any_rest.search(rest.words + behind):
                continue
            names = context.words.remainder
            followed = [one for one in names if _LEFT.search(rest.words) and _begins(one.rest).match(behind)]
            named = followed or [one for one in names if rest.words and _ends(one.rest).search(rest.words)]
            if named:
                yield from _cases_left(rest, sentence, context) or _judged(rest, named[0], sentence, context)


@lru_cache(maxsize=128)
def _ends(names: str) -> re.Pattern[str]:
    return re.compile(f"(?:{names}){_OBJECT}{_ENDS}")


@lru_cache(maxsize=128)
def _begins(names: str) -> re.Pattern[str]:
    return re.compile(f"(?:资金|问题)?(?P<rest>{names})(?=[，。；、）]|$)")


def _may_stand(figure: StatedFigure) -> bool:
    return figure.measure in (Metric.MONEY, Metric.COUNT) and figure.role not in _NEVER and bool(figure.value)


def _judged(
    rest: StatedFigure, named: NamedRemainder, sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    own = [f for f in sentence.figures if _may_stand(f) and f is not rest and f.fits(rest)]
    pairs = _pairs(own, named, rest)
    holding = [one for pair in pairs if (one := _relation_of(rest, pair)).outcome() in _HOLDS]
    if holding:
        yield holding[0]
        return
    before = [f for f in own if f.start < rest.start]
    if len(pairs) == 1 and len(before) == 2 and set(pairs[0]) == set(before) and not _may_be_left(rest):
        yield _relation_of(rest, pairs[0])
        return
    near = [
        f for one in context.before(sentence, _BACK) for f in one.figures if _may_stand(f) and f.fits(rest)
    ]
    wider = pairs or _pairs([*near, *own], named, rest)
    near_ones = [_relation_of(rest, pair) for pair in wider]
    explained = any(one.outcome() in _HOLDS or slip_in(rest, one) for one in near_ones)
    if not explained and rest.written_digits > _LONG:
        wider = _far_pairs(rest, named, context) or wider
    readings = [_relation_of(rest, pair) for pair in wider]
    if any(_has_third(one, own) for one in readings):
        return
    holding = [one for one in readings if one.outcome() in _HOLDS]
    if holding:
        yield holding[0]
        return
    likely = [one for one in readings if slip_in(rest, one) and one.outcome() is Outcome.INCONSISTENT]
    few = _MANY if rest.written_digits > _LONG else _FEW
    if len(likely) == 1 and len(readings) <= few and rest.written_digits >= _LONG:
        likely[0].severity = Severity.WARNING
        yield likely[0]
    elif named.once and len(readings) < 2 and not _OF_SOME.search(rest.words) and not _is_dated(rest):
        yield from _of_the_unit(rest, named, context)


def _is_dated(rest: StatedFigure) -> bool:
    """截至2024年3月，空编9名: of another day."""
    return (
        re.search(r"截至|截止|目前|\d月", rest.passage.text[max(rest.start - _DATE, 0) : rest.start])
        is not None
    )


def _of_the_unit(
    rest: StatedFigure, named: NamedRemainder, context: AuditContext
) -> Iterator[StatedRelation]:
    """编制68名，在职在编61人, and far below 编制空缺9名: said once each, they are those of the unit."""
    everything = [
        f
        for one in context.sentences
        for f in one.figures
        if f is not rest and _may_stand(f) and f.fits(rest)
    ]
    pairs = _pairs(everything, named, rest)
    if len(pairs) == 1 and not any(_OF_SOME.search(f.words) for f in pairs[0]):
        relation = _relation_of(rest, pairs[0])
        relation.severity = Severity.WARNING
        yield relation


def _far_pairs(
    rest: StatedFigure, named: NamedRemainder, context: AuditContext
) -> list[tuple[StatedFigure, StatedFigure]]:
    """Those of the whole report; what the unit carries over is the rest of all that it could use."""
    pairs = _pairs(_everywhere(rest, context), named, rest)
    if _CARRIED.search(rest.words):
        return [pair for pair in pairs if _USABLE.search(pair[0].words)]
    return pairs


def _has_third(relation: StatedRelation, own: Sequence[StatedFigure]) -> bool:
    """到位95.80万元，支出21.60万元，收回10.00万元，结余64.20万元: whether a third figure explains the gap."""
    computed = relation.computed()
    gap = abs(computed.value - relation.target.value) if computed else None
    return any(f not in relation.figures and f.value == gap for f in own)


def _cases_left(rest: StatedFigure, sentence: Sentence, context: AuditContext) -> list[StatedRelation]:
    """受理投诉412件，已办结405件，剩余17件: of cases that came in, if a slip explains the gap."""
    if rest.measure is not Metric.COUNT or not _STILL.search(rest.words):
        return []
    named = next((one for one in context.words.remainder if one.name == _CASES), None)
    own = [f for f in sentence.before(rest.start) if _may_stand(f) and f.fits(rest)]
    pairs = _pairs(own, named, rest) if named and len(own) == _TWO else []
    found = [_relation_of(rest, pair) for pair in pairs]
    for one in found:
        one.severity = Severity.WARNING
    return [one for one in found if one.outcome() in _HOLDS or slip_in(rest, one)]


def _may_be_left(rest: StatedFigure) -> bool:
    """结转 and 差 say less surely what they are the rest of than 空编 does."""
    return re.search("收回|(?:结转|结余|剩余|在建|差|下达)$", rest.label) is not None


def _pairs(
    figures: Sequence[StatedFigure], named: NamedRemainder, rest: StatedFigure
) -> list[tuple[StatedFigure, StatedFigure]]:
    wholes = [f for f in figures if _ends(named.whole).search(f.words) and f.value > rest.value]
    parts = [f for f in figures if _ends(named.done).search(f.words)]
    if _CARRIED_IN.search(rest.words):  # 扣除上年结转130万元: no rest of this year's
        wholes, parts = [[f for f in own if f.year or f.role is FigureRole.PRIOR] for own in (wholes, parts)]
    pairs = {
        (whole.value, part.value): (whole, part)
        for whole in wholes
        for part in parts
        if whole is not part and part.value < whole.value
    }
    return list(pairs.values())


def _everywhere(rest: StatedFigure, context: AuditContext) -> list[StatedFigure]:
    """All figures of its kind that are no parts of lists."""
    members = context.members
    return [
        f for one in context.sentences for f in one.figures
        if f is not rest and _may_stand(f) and f.fits(rest) and f not in members
    ]  # fmt: skip


def _relation_of(rest: StatedFigure, pair: tuple[StatedFigure, StatedFigure]) -> StatedRelation:
    of = f"{pair[0].written}－{pair[1].written}"
    return StatedRelation(
        "REMAINDER",
        AuditKind.BALANCE,
        rest,
        pair,
        SignedSum((1, -1)),
        Directness.RATE,
        of,
    )
