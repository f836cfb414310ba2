"""Both sides of a balance: 收入总计和支出总计; 收入612.41万元，支出612.41万元，年末无结转."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_TOTALS = re.compile(r"(?:收入(?P<income>)|支出(?P<spent>))总计(?:数|为|是|共|：|各)*$")
_SIDES = re.compile(r"(?:(?P<income>收入)|(?P<spent>支出))(?:决算|预算)?(?:数|合计|总额)?(?:为|是|共|：)*$")
_NOTHING_LEFT = re.compile(
    "(?:年初|上年)(?:结转)?(?:和|、|及)?(?:年末)?(?:均|和|、|及)?(?:年末)?(?:均)?(?:无|没有|不存在)[^，。；]{0,6}(?:结转|结余)"
    "|收支(?:相抵|平衡)后?，?(?:年末|当年)?(?:无|没有)(?:结转|结余)"
)
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_BOTH = 2


def both_sides(context: AuditContext) -> Iterator[StatedRelation]:
    """Each sentence with one total of each side, or with one amount of each that leaves nothing."""
    for sentence in context.sentences:
        pair = _pair(_TOTALS, sentence)
        if not pair and _NOTHING_LEFT.search(sentence.text):
            pair = _pair(_SIDES, sentence)
        if pair:
            yield from _judged(*pair)


def _pair(pattern: re.Pattern[str], sentence: Sentence) -> list[StatedFigure]:
    """The one income and the one expenditure, side by side."""
    named = [(f, match) for f in sentence.figures if _may_be(f) and (match := pattern.search(f.words))]
    found = [f for f, _ in named]
    apart = pattern is _TOTALS  # 收入总计…，其中…；支出总计…
    sides = {match["income"] is None for _, match in named}
    money = [f for f in sentence.figures if f.measure is Metric.MONEY and f.role in _ROLES]
    first = money[:1] if apart else money[:_BOTH]
    return found if len(found) == len(sides) == _BOTH and found[: len(first)] == first else []


def _may_be(figure: StatedFigure) -> bool:
    return figure.measure is Metric.MONEY and figure.role in _ROLES and figure.value > 0


def _judged(income: StatedFigure, spent: StatedFigure) -> Iterator[StatedRelation]:
    relation = StatedRelation(
        "BOTH-SIDES", AuditKind.BALANCE, spent, (income,), SignedSum(), Directness.EQUAL,
        "收入一边的数", Severity.WARNING,
    )  # fmt: skip
    if relation.outcome() is not Outcome.INCONSISTENT or slip_in(spent, relation):
        yield relation
