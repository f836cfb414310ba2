"""The same thing said twice: one name, or one amount with its change, where the digits differ by a slip."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.checks.diagnosis.slips import SlipKind, typing_slip
from jixiao.model.outcome import Outcome, Severity

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_GENERAL = re.compile(
    r"年初|全年|调整后?|财政拨款|一般公共|预算|决算|支出|收入|数|安排|执行|实际|完成|当年|本年|批复|合计|总计|总|资金|使用|到位"
    r"|结转|结余|拨付|下达|金额|项目|基本|投入|共|其中|其他|人员|公用|经费"
)
_SHORTEST = 3  # letters of a name, without those that every amount may bear
_LEAST = 4  # letters of a name with those
_MANY = 6  # digits
_BESIDE = re.compile(r"，?(?:[比较与同][^，。；]{0,20}[\d.,]+[万亿]?元)?(?:相比，?)?")
_FAR = 30  # letters before a change in which its year stands
_TELLING = 4  # digits that do not agree by chance but for one


def said_twice(context: AuditContext) -> Iterator[StatedRelation]:
    """Both kinds; where more than two values are said, nobody knows what they are."""
    named: dict[Hashable, list[StatedFigure]] = defaultdict(list)
    changed: dict[Hashable, list[StatedFigure]] = defaultdict(list)
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.MONEY and figure.role in _ROLES and len(figure.label) >= _LEAST:
                named[figure.label, figure.role, figure.year or context.year].append(figure)
        for compared in compared_in(sentence):
            if compared.amount is not None and (own := _current(compared)) is not None:
                changed[own.value, compared.direction, _against(compared, context)].append(compared.amount)
    _drop_general(named)
    for groups, of in ((named, "别处所写的同一个数"), (changed, "别处所写的同一笔增减额")):
        for figures in groups.values():
            yield from _judged(figures, of)


def _drop_general(named: dict[Hashable, list[StatedFigure]]) -> None:
    """Names that many amounts bear count only where all but one of three figures agree, of six digits."""
    for key, figures in list(named.items()):
        if _is_a_name(figures[0].label):
            continue
        counts = Counter(figure.value for figure in figures)
        alike = len(counts) == 2 and sorted(counts.values()) == [1, len(figures) - 1] and len(figures) > 2
        if not alike or min(figure.significant_digits for figure in figures) < _MANY:
            del named[key]


def _is_a_name(label: str) -> bool:
    return len(_GENERAL.sub("", label)) >= _SHORTEST


def _current(compared: ComparedFigures) -> StatedFigure | None:
    """The amount directly before the change: 支出预算3218.64万元，比2024年预算增加…."""
    assert compared.amount is not None
    before = compared.sentence.before(compared.amount.start)
    if len(before) > 1 and before[-1].role is FigureRole.PRIOR:
        before = before[:-1]  # 比上年预算18862.35万元减少
    if not before or before[-1].role not in _ROLES or not before[-1].fits(compared.amount):
        return None
    between = compared.sentence.passage.text[before[-1].end : compared.amount.label_start]
    return before[-1] if _BESIDE.fullmatch(between) and before[-1].significant_digits >= _TELLING else None


def _against(compared: ComparedFigures, context: AuditContext) -> str:
    """Which year it is against; 上年 is that before the report's."""
    assert compared.amount is not None
    text = compared.sentence.passage.text
    said = re.findall(
        r"(?:19|20)\d\d|上年|去年", text[max(compared.amount.start - _FAR, 0) : compared.amount.start]
    )
    year = said[-1].replace(str(context.year - 1), "上年").replace("去年", "上年") if said else ""
    return year + ("决算" if "决算" in compared.amount.words else "")


def _judged(figures: Sequence[StatedFigure], of: str) -> Iterator[StatedRelation]:
    counts = Counter(figure.value for figure in figures)
    if len(figures) < 2 or len(counts) > 2:
        return
    usual = counts.most_common(1)[0][0]
    first = next(figure for figure in figures if figure.value == usual)
    for figure in figures:
        if figure is first or (len(counts) == 2 and figure.value == usual):
            continue
        relation = same_figure("SAID-TWICE", figure, first, of, Severity.WARNING)
        if relation.outcome() is Outcome.INCONSISTENT and _is_slip(figure, first):
            yield relation


def _is_slip(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether one is the other with two digits exchanged, or with one changed and not the first or last."""
    digits = one.significant_digits
    if min(digits, other.significant_digits) < _TELLING or other.value not in set(variants(one)):
        return False
    step = one.step / one.scale if one.step else one.scale
    found = typing_slip(other.value / one.scale, one.value / one.scale, step, step)
    return found is not None and (found.kind is SlipKind.SWAPPED or digits > _TELLING)
