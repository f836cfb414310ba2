"""How much less than its budget something is, where both are said before: 决算数比预算数减少2.10万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.relations.formulas import FigureFormula, ShareOf, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_AGAINST = re.compile(
    r"(?:比|较|与|同)(?:(?:19|20)\d\d年)?(?:年初|全年|调整后?)?(?:预算|计划)(?:数|安排|额)?(?:相比|比较)?，?"
)
_SUBJECT = re.compile(r"^(?:支出|实际)?(?:决算|执行|支出|实际支出|实际执行)?数?$")
_BASE = re.compile(r"(?:比|较|与|同)[^，。；\d]{0,8}(?:预算|计划|上年|去年)[^，。；\d]{0,6}$")
_JOINED = re.compile("(?:相比|相较|比较)?，?(?:比[^，。；]{0,8})?")
_MORE = re.compile(
    r"(?:决算|支出|执行)数?(?P<word>大于|高于|超过|多于|小于|低于|少于)(?:年初|全年|调整后?)?预算数?$"
)
_LARGER = ("大于", "高于", "超过", "多于")
_SPENT = (FigureRole.RESULT, FigureRole.PLAIN)


def against_budget(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each such amount that nothing else has told, with the one budget and the one amount spent."""
    members = context.members
    for sentence in context.sentences:
        for compared in compared_in(sentence):
            amount = compared.amount
            if amount is None or amount in told or amount.measure is not Metric.MONEY or amount.value <= 0:
                continue
            near = _near(sentence, amount, context)
            base = _base(amount, sentence, near)
            spent = [f for f in near if f.role in _SPENT and f not in members and f is not base]
            if base is not None and len({f.value for f in spent}) == 1:
                yield from _judged(compared, amount, spent[0], base)
        for figure in sentence.figures:
            if figure not in told and (match := _MORE.search(figure.words)):
                yield from _more_or_less(figure, match["word"] in _LARGER, sentence)


def _more_or_less(amount: StatedFigure, larger: bool, sentence: Sentence) -> Iterator[StatedRelation]:
    """预算为1986.40万元，决算为2105.40万元，…，决算数大于预算数119.00万元: the two before it."""
    before = [f for f in sentence.before(amount.start) if f.measure is Metric.MONEY]
    bases = [f for f in before if f.role is FigureRole.BASE]
    spent = [f for f in before if f.role is FigureRole.RESULT]
    if amount.measure is Metric.MONEY and len(bases) == len(spent) == 1:
        signs = (1, -1) if larger else (-1, 1)
        of = "支出数与预算数之差"
        relation = _relation("CHANGE-AMOUNT", amount, (spent[0], bases[0]), SignedSum(signs), of)
        holds = relation.outcome() is not Outcome.INCONSISTENT
        if holds or any(slip_in(figure, relation) for figure in relation.figures):
            yield relation


def _near(sentence: Sentence, amount: StatedFigure, context: AuditContext) -> Sequence[StatedFigure]:
    """The amounts before it in its sentence, else those of the sentence before in its paragraph."""
    own = [f for f in sentence.before(amount.start) if f.measure is Metric.MONEY]
    if any(f.role in _SPENT for f in own):
        return own
    for before in context.before(sentence):
        if before.passage is sentence.passage:
            return [*(f for f in before.figures if f.measure is Metric.MONEY), *own]
    return own


def _base(amount: StatedFigure, sentence: Sentence, near: Sequence[StatedFigure]) -> StatedFigure | None:
    """与年初预算10.50万元相比，节约…; else the one budget of what is near."""
    text = sentence.passage.text
    last = [f for f in near if f.passage is sentence.passage and f.end <= amount.start][-1:]
    if last and _BASE.search(last[0].words) and _JOINED.fullmatch(text, last[0].end, amount.label_start):
        return last[0]
    match = _AGAINST.search(amount.base)
    if match is None or match.end() < len(amount.base) or not _SUBJECT.match(amount.base[: match.start()]):
        return None
    bases = [f for f in near if f.role is FigureRole.BASE]
    return bases[0] if len({f.value for f in bases}) == 1 else None


def _judged(
    compared: ComparedFigures, amount: StatedFigure, spent: StatedFigure, base: StatedFigure
) -> Iterator[StatedRelation]:
    sign = amount.direction
    relation = _relation(
        "CHANGE-AMOUNT", amount, (spent, base), SignedSum((sign, -sign)), "支出数与预算数之差"
    )
    holds = relation.outcome() is not Outcome.INCONSISTENT
    if holds or any(slip_in(figure, relation) for figure in relation.figures):
        yield relation
        if compared.rate is not None and base.value:
            yield _relation("CHANGE-RATE", compared.rate, (amount, base), ShareOf(), "增减额除以预算数")


def _relation(
    rule: str, target: StatedFigure, operands: tuple[StatedFigure, ...], formula: FigureFormula, of: str
) -> StatedRelation:
    return StatedRelation(
        rule, AuditKind.CHANGE, target, operands, formula, Directness.RATE,
        of, Severity.WARNING,
    )  # fmt: skip
