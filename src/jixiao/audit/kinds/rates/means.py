"""Means: 车均, 人均, 户均… are the amount over the count that stand in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ProductOf, Quotient
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_MEAN = re.compile(
    r"(?:平均)?每(?P<each>公里|平方米|人次|批次|[辆人户亩件批次床场项套个所处座眼头])(?:平均)?(?P<what>[^，。；]{0,8}?)(?:为|约|达|：)*$"
    r"|(?P<unit>车|人|户|亩|件|次|床|场|项|套|批)均(?P<of>[^，。；]{0,12}?)(?:为|约|达|：)*$"
)
_EARLIER = re.compile(r"(?:比|较|与|同)(?:(?:19|20)\d\d年|上年|去年)")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_BACK = 1  # sentences in which the count may stand
_SPENT = re.compile(r"(?:累计|实际|总)支出(?:资金)?(?:为|共|：)*$")
_DONE = re.compile(r"实际完成(?:为|共|：)*$")
_OF_DONE = re.compile(
    "^(?:均|统一)?(?:按|以|依|根据)(?:照)?实际[^，。；]{0,8}[户人数量]+(?:计算|测算|折算|平均|核算|计)$"
)
_IS_DONE = re.compile("实际[^，。；]{0,8}$")
_FEW = 12  # pairs of an amount and a count
_TELLING = 3  # digits of a mean that may be one of other figures by chance
_SHORTEST = 3  # letters of a name that is looked for in the whole report
_MYRIAD = 10**4
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_UNITS = {
    "车": ("辆",),
    "人": ("人", "人次"),
    "户": ("户",),
    "亩": ("亩",),
    "件": ("件",),
    "次": ("次", "批次", "人次"),
    "床": ("张",),
    "场": ("场", "场次"),
    "项": ("项",),
    "套": ("套",),
    "批": ("批", "批次"),
}


def means(context: AuditContext) -> Iterator[StatedRelation]:
    """Each mean whose one amount and one count stand before it in its sentence, or of which one pair fits."""
    for sentence in context.sentences:
        for figure in sentence.figures:
            match = _MEAN.search(figure.words)
            if match and match["each"] and "平均" not in match.group():
                continue  # 每人550元 is a standard
            if match and figure.measure is Metric.MONEY and figure.value and not _is_earlier(figure, context):
                for relation in _judged(figure, match, sentence, context):
                    yield _of_the_amount(relation)


def _is_earlier(mean: StatedFigure, context: AuditContext) -> bool:
    """比2023年的人均2.51万元: of a year of which the other figures are not."""
    return _EARLIER.match(mean.words) is not None or mean.year not in (0, context.year)


def _judged(
    mean: StatedFigure, match: re.Match[str], sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    before, of = sentence.before(mean.start), match["of"] or match["what"] or ""
    unit = match["unit"] or match["each"]
    if not of and "公务接待" in sentence.passage.text[max(mean.start - 30, 0) : mean.start]:
        of = "公务接待费"
    counts = _in_bracket(mean, unit, sentence) or _counts(before, unit)
    if counts and counts[0].start > mean.start:  # 人均支出12.93万元（按在职157人计算）
        before = [*before, *counts]
    elif own := _in_its_part(before, mean, unit, sentence):
        before = [*own, *(f for f in _wholes_of(own, sentence, context) if f not in own)]
        counts = _counts(before, unit)
    amounts = [f for f in before if f.measure is Metric.MONEY and f.role in _ROLES and f.value]
    done = [f for f in counts if _IS_DONE.search(f.words)]
    if len(done) == len(amounts) == 1 < len(counts) and _OF_DONE.search(_clause_before(mean)):
        yield mean_relation(mean, amounts[0], done[0])
        return
    named = [f for f in amounts if of and of[:4] in f.words]
    if not counts and len(of) >= _SHORTEST:  # 公务接待96批次742人。人均接待费89.49元
        near = (sentence, *context.before(sentence, _BACK))
        counts = [f for one in near for f in _counts(one.figures, unit)]
    if not named and len(of) >= _SHORTEST:
        named = _said_anywhere(of, context)
    if counts and not (amounts or named) and not of:  # 培训费支出4.05万元。组织培训135人次，人均300元
        yield from _of_the_sentence_before(mean, counts, sentence, context)
        return
    pairs = [(amount, count) for amount in named or amounts for count in counts]
    relations = [mean_relation(mean, *pair) for pair in pairs]
    if not relations and re.search("实际|成本", mean.words):
        far = [
            _only(context, *both)
            for both in ((_SPENT, Metric.MONEY, ()), (_DONE, Metric.COUNT, _UNITS.get(unit, (unit,))))
        ]
        if far[0] is not None and far[1] is not None:
            relation = mean_relation(mean, far[0], far[1])
            relation.severity = Severity.WARNING
            if relation.outcome() is not Outcome.INCONSISTENT or slip_in(mean, relation):
                yield relation
        return
    holding = [one for one in relations if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield holding[0]
    elif len(relations) == 1 and (named or len(before) == 2 or counts[0].start > mean.start):
        yield relations[0]
    elif len(relations) <= _FEW:
        likely = [one for one in relations if slip_in(mean, one)]
        if not likely and len(relations) == 1 and mean.written_digits > _TELLING:
            likely = [one for one in relations if any(slip_in(figure, one) for figure in one.operands)]
        if len(likely) == 1:
            likely[0].severity = Severity.WARNING
            yield likely[0]


def _of_the_amount(relation: StatedRelation) -> StatedRelation:
    """接待费2.15元，250人次，人均86.00元: the amount lacks its 万, and the mean is right."""
    (amount, count), mean = relation.operands, relation.target
    if (
        amount.unit != "元"
        or relation.outcome() is not Outcome.INCONSISTENT
        or relation.outcome({amount: amount.value * _MYRIAD}) not in _HOLDS
    ):
        return relation
    product = ProductOf(Decimal(_MYRIAD if count.unit.startswith("万") else 1))
    of = f"{mean.written}×{count.written}"
    return StatedRelation("MEAN", AuditKind.RATIO, amount, (mean, count), product, Directness.RATE, of)


def _clause_before(mean: StatedFigure) -> str:
    """The clause before the one of a mean: 按实际改造户数计算，户均…."""
    text = mean.passage.text[: mean.label_start]
    return text.rstrip("，").rpartition("，")[2] if text.endswith("，") else ""


def _in_bracket(mean: StatedFigure, unit: str, sentence: Sentence) -> list[StatedFigure]:
    """The one count by which a mean is said to be computed, directly behind it."""
    text = sentence.passage.text
    if not re.match("（(?:按|以|根据)", text[mean.end :]):
        return []
    found = _counts(sentence.between(mean.end, text.find("）", mean.end)), unit)
    return found if len(found) == 1 else []


def _of_the_sentence_before(
    mean: StatedFigure, counts: Sequence[StatedFigure], sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    """What was spent in the sentence before, if it holds or a slip in the mean explains it."""
    for before in context.before(sentence, _BACK):
        spent = [f for f in before.figures if f.measure is Metric.MONEY and f.role is FigureRole.RESULT]
        if before.passage is not sentence.passage or len(spent) != 1 or len(counts) != 1:
            continue
        relation = mean_relation(mean, spent[0], counts[0])
        relation.severity = Severity.WARNING
        if relation.outcome() is not Outcome.INCONSISTENT or slip_in(mean, relation):
            yield relation


def _only(
    context: AuditContext, name: re.Pattern[str], measure: Metric, units: tuple[str, ...]
) -> StatedFigure | None:
    """The figure of that name, if the report says one value only."""
    found = {
        f.value: f
        for one in context.sentences
        for f in one.figures
        if f.measure is measure and (not units or f.unit in units) and f.value and f.role in _ROLES
        if name.search(f.words)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _counts(figures: Sequence[StatedFigure], unit: str) -> list[StatedFigure]:
    wanted = _UNITS.get(unit, (unit,))
    return [f for f in figures if f.unit.removeprefix("万") in wanted and f.value and f.role in _ROLES]


def _wholes_of(
    counts: Sequence[StatedFigure], sentence: Sentence, context: AuditContext
) -> list[StatedFigure]:
    """里程2186.5公里，其中国道214.8公里、县道…，平均每公里…: what the counts are parts of."""
    return [
        whole
        for listed in context.lists
        if listed.sentence is sentence
        for whole in listed.wholes.values()
        if any(count in part.figures.values() for part in listed.parts for count in counts)
    ]


def _in_its_part(
    before: Sequence[StatedFigure], mean: StatedFigure, unit: str, sentence: Sentence
) -> list[StatedFigure]:
    """The figures of its own part of the sentence, if amount and count stand there."""
    start = segment_start(sentence, mean.start)
    own = [f for f in before if f.start >= start]
    money = any(f.measure is Metric.MONEY and f.role in _ROLES and f.value for f in own)
    return own if money and _counts(own, unit) else []


def _said_anywhere(of: str, context: AuditContext) -> list[StatedFigure]:
    """The amount of that name, if the report says one value only: 公务用车运行维护费6.52万元."""
    ends = re.compile(
        rf"{re.escape(of)}(?:用)?(?:(?:19|20)\d\d年度?)?(?:支出)?(?:决算)?(?:数|金额)?(?:为|共|是|：)*$"
    )
    found = {
        f.value: f
        for one in context.sentences
        for f in one.figures
        if f.measure is Metric.MONEY and f.role in _ROLES and f.value and f.year in (0, context.year)
        if ends.search(f.words)
    }
    return list(found.values()) if len(found) == 1 else []


def mean_relation(mean: StatedFigure, amount: StatedFigure, count: StatedFigure) -> StatedRelation:
    """A mean is an amount over a count."""
    of = f"{amount.written}÷{count.written}"
    return StatedRelation(
        "MEAN",
        AuditKind.RATIO,
        mean,
        (amount, count),
        Quotient(10**4 if count.unit.startswith("万") else 1),
        Directness.RATE,
        of,
    )
