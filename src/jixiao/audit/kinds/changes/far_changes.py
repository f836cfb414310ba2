"""Changes of what is said further up: 收入总计…，包括：…。收入比上年减少142.36万元，下降3.59%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.kinds.changes.changed_names import is_wider
from jixiao.audit.kinds.changes.compared import ComparedFigures, compared_in
from jixiao.audit.relations.formulas import GrowthFromCurrent
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_BACK = 8  # sentences in which what has changed may be said
_CURRENT = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE)
_WHOLE = re.compile("总计|合计|总额|总收入|总支出")
_TOTAL = re.compile("总计|合计|总额|预算|收入|支出|决算")
_SIDE = re.compile("收入|支出")
_GOES_ON = re.compile("(?:[比较与]|同比|同上年)(?:上年|去年|上一年|年初|预算|计划|(?:19|20)[0-9]{2}年)")
_SUBJECT = re.compile(r"^.*?(?:上年|去年|同期|年度?|预算数?|决算数?|相比|比较)[，,]?")


def far_changes(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each amount and rate of change that nothing else has told, against the figures before them."""
    for sentence in context.sentences:
        changed: StatedFigure | None = None
        for compared in compared_in(sentence):
            amount, rate = compared.amount, compared.rate
            if amount is None or rate is None or rate in told or not amount.value or not rate.value:
                continue
            if min(amount.value, rate.value) > 0 and amount.direction == rate.direction:
                found = list(_judged(compared, amount, rate, context)) or _of_the_same(amount, rate, changed)
                yield from found
                if found and found[0].outcome() is not Outcome.INCONSISTENT:
                    changed = found[0].operands[1]


def _of_the_same(
    amount: StatedFigure, rate: StatedFigure, changed: StatedFigure | None
) -> list[StatedRelation]:
    """较年初预算数减少…，下降…，较上年支出数减少…，下降…: both of what the first one has told."""
    if changed is None or not amount.fits(changed) or not _GOES_ON.match(amount.words):
        return []
    relation = _relation(rate, amount, changed)
    relation.severity = Severity.WARNING
    holds = relation.outcome() is not Outcome.INCONSISTENT
    return [relation] if holds or slip_in(rate, relation) or slip_in(amount, relation) else []


def _judged(
    compared: ComparedFigures, amount: StatedFigure, rate: StatedFigure, context: AuditContext
) -> Iterator[StatedRelation]:
    side = _SIDE.search(_SUBJECT.sub("", amount.base) or amount.base)
    found: dict[StatedFigure, StatedRelation] = {}
    for before in (compared.sentence, *context.before(compared.sentence, _BACK)):
        own = before is compared.sentence
        for figure in before.before(amount.label_start) if own else before.figures:
            usable = figure.role in _CURRENT and figure.measure is amount.measure and figure.fits(amount)
            if usable and figure.value > amount.value and (side is None or side[0] in figure.words):
                found[figure] = _relation(rate, amount, figure)
    holding = [one for one in found.values() if one.outcome() is not Outcome.INCONSISTENT]
    if holding:
        yield holding[0]
        return
    if side is None:  # 支出…万元，较上年…。较年初预算数增加…: of what its paragraph has just said
        passage = compared.sentence.passage
        first = [f for f in context.figures[passage.number] if f.start < amount.label_start][:1]
        found = {f: one for f, one in found.items() if f in first}
    found = {f: one for f, one in found.items() if not is_wider(f, amount.base)}
    name = re.split("[比较与同]", amount.label)[0]
    named = {f: one for f, one in found.items() if len(name) > 3 and f.label == name}
    found = named or found  # 其中基本支出增加34.65万元，增长1.77%
    sure = {f: one for f, one in found.items() if _WHOLE.search(f.words)}
    totals = {f.value: one for f, one in (sure or found).items() if _TOTAL.search(f.words)}
    likely = [one for one in totals.values() if slip_in(rate, one) or slip_in(amount, one)]
    if len(likely) == len(totals) == 1:
        likely[0].severity = Severity.WARNING
        yield likely[0]


def _relation(rate: StatedFigure, amount: StatedFigure, current: StatedFigure) -> StatedRelation:
    of = f"{amount.written}÷（{current.written}{'－' if rate.direction > 0 else '＋'}{amount.written}）"
    return StatedRelation(
        "CHANGE-RATE", AuditKind.CHANGE, rate, (amount, current), GrowthFromCurrent(rate.direction),
        Directness.RATE, of,
    )  # fmt: skip
