"""Shares of what was listed altogether: 支出412586万元。主要支出项目：…。以上五项合计311693万元，占75.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.shares.shares import share_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_TOTAL = re.compile("(?:合计|共计|总计|小计|合共)(?:支出|收入|安排|金额)?(?:为|共|达)*$")
_WHOLE = re.compile("支出|收入|预算|投资|资金|合计|总计|总额")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_BACK = 4  # sentences
_TELLING = 3  # digits of a share that is no other one by chance


def shares_of_totals(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each that nothing has told, of the totals of its paragraph: one that fits, or does but for a slip."""
    for sentence in context.sentences:
        for share in sentence.of(FigureRole.SHARE):
            before = sentence.before(share.start)
            if share in told or share.base or not before or not _TOTAL.search(before[-1].words):
                continue
            wholes = _wholes(before[-1], sentence, context)
            relations = [share_relation(share, before[-1], whole) for whole in wholes]
            holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
            likely = [one for one in relations if _digits(share) >= _TELLING and slip_in(share, one)]
            if holding:
                yield holding[0]
            elif len(likely) == 1:
                likely[0].severity = Severity.WARNING
                yield likely[0]


def _wholes(part: StatedFigure, sentence: Sentence, context: AuditContext) -> list[StatedFigure]:
    """The totals of the paragraph, up to the first one, that are more than it; each value once."""
    near = [sentence, *(one for one in context.before(sentence, _BACK) if one.passage is sentence.passage)]
    found = [f for one in near for f in one.figures if f.place < part.place and f.role in _ROLES]
    found = [
        f for f in found if f.measure is Metric.MONEY and f.value > part.value and _WHOLE.search(f.words)
    ]
    return list({f.value: f for f in found}.values())


def _digits(figure: StatedFigure) -> int:
    return len(str(int(figure.value / (figure.step or 1))))
