"""Changes that are told by their rate or their amount alone, against figures in other sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.kinds.changes.compared_with import currents_of, priors_of
from jixiao.audit.relations.formulas import FigureFormula, GrowthOfTwo, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_AGAINST = re.compile(
    r"(?:比|较|与|同)(?P<what>(?:(?:19|20)\d\d年度?|上年度?|去年)[^，。；]*?)(?:相比|比较)?(?=增|减|下降|上升|提高|降低|，|$)"
)
_SUBJECT = re.compile(r"([^，。；、（）\d]+)(?:比|较|与|同)(?:(?:19|20)\d\d年|上年|去年)")
_FOLLOWING = 3  # sentences behind it in which the earlier figure may be said
_CURRENT = (FigureRole.PLAIN, FigureRole.RESULT)
_SHORTEST = 3


def far_growth(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each change that nothing else has told, with the one earlier figure and the one that has changed."""
    for sentence in context.sentences:
        for compared in compared_in(sentence):
            target = compared.rate or compared.first
            if (compared.amount is None) == (compared.rate is None) or target in told or target.value <= 0:
                continue
            named = _named_behind(compared, context)
            priors = [named] if named else list(priors_of(compared, context))
            currents = list(currents_of(compared, context)) or _of_its_subject(compared, context)
            sure = named is not None and bool(currents)
            currents = currents or _spent_before(compared, context)
            if len(priors) == len({f.value for f in currents}) == 1 and priors[0].fits(currents[0]):
                yield from _judged(compared, target, currents[0], priors[0], sure)


def _judged(
    compared: ComparedFigures, target: StatedFigure, current: StatedFigure, prior: StatedFigure, sure: bool
) -> Iterator[StatedRelation]:
    if not prior.value or current is prior:
        return
    sign = compared.direction
    if target.measure is Metric.PERCENT:
        relation = _relation("CHANGE-RATE", target, current, prior, GrowthOfTwo(sign))
    elif target.measure is current.measure:
        relation = _relation("CHANGE-AMOUNT", target, current, prior, SignedSum((sign, -sign)))
    else:
        return
    if relation.outcome() is not Outcome.INCONSISTENT:
        yield relation
    elif sure or slip_in(target, relation) or _is_of_the_current(target, current, prior):
        relation.severity = Severity.WARNING
        yield relation


def _is_of_the_current(rate: StatedFigure, current: StatedFigure, prior: StatedFigure) -> bool:
    """Whether the rate is the change over this year's figure: a common slip."""
    if rate.measure is not Metric.PERCENT or rate.step >= 1 or not current.value:
        return False
    return abs(100 * abs(current.value - prior.value) / current.value - rate.value) < rate.step


def _named_behind(compared: ComparedFigures, context: AuditContext) -> StatedFigure | None:
    """比2024年预算总数增加…。2024年预算总数为…: what the change is against, said behind it."""
    passage = compared.sentence.passage
    clause = passage.text[compared.first.label_start : compared.first.start]
    match = _AGAINST.search(clause)
    if match is None or not re.search("预算|决算|支出|收入|数", match["what"]):
        return None
    found = []
    for sentence in context.sentences[compared.sentence.number : compared.sentence.number + _FOLLOWING]:
        for figure in sentence.figures if sentence.passage is passage else ():
            words = re.sub(r"(?:为|是|共|：)*$", "", figure.words)
            if figure.start > compared.first.end and words.endswith(match["what"].removesuffix("相比")):
                found.append(figure)
    return found[0] if len(found) == 1 else None


def _of_its_subject(compared: ComparedFigures, context: AuditContext) -> list[StatedFigure]:
    """（二）公务接待费较2024年预算下降…: the figures of that very name before it."""
    match = _SUBJECT.search(compared.first.words)
    name = re.sub("支出$", "", match[1]) if match else ""
    if len(name) < _SHORTEST:
        return []
    before = [
        figure
        for sentence in context.sentences[: compared.sentence.number]
        for figure in sentence.figures
        if figure.role in _CURRENT and figure.label.removesuffix("支出") == name
    ]
    return before[-1:]


def _spent_before(compared: ComparedFigures, context: AuditContext) -> list[StatedFigure]:
    """实际支出889.27万元，…。与上年支出823.66万元相比，增长…: the one result of the sentence before."""
    if compared.first.label or compared.amount is not None:
        return []
    for before in context.before(compared.sentence):
        if before.passage is compared.sentence.passage:
            return [f for f in before.figures if f.role is FigureRole.RESULT and f.measure is Metric.MONEY]
    return []


def _relation(
    rule: str,
    target: StatedFigure,
    current: StatedFigure,
    prior: StatedFigure,
    formula: FigureFormula,
) -> StatedRelation:
    of = f"{current.written}与{prior.written}之差" + ("除以后者" if rule == "CHANGE-RATE" else "")
    return StatedRelation(
        rule, AuditKind.CHANGE, target, (current, prior), formula, Directness.RATE,
        of,
    )  # fmt: skip
