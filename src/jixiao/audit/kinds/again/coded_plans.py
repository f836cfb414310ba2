"""2210201-住房公积金109.34万元。…2025年预算安排112.04万元: the amount of an account, said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.model.outcome import Outcome

_HEAD = re.compile(
    rf"(?:{NUMBERED.pattern})?\d{{7}}[-—－]?[\u4e00-\u9fff（）、]{{2,40}}?(?:预算|安排|支出)?(?:为|：)?$"
)
_PLANNED = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年|本年度?)(?:年初)?预算(?:安排|数)(?:数|为|：)*$")
_FEWEST = 3  # accounts whose two amounts agree


def coded_plans(context: AuditContext) -> Iterator[StatedRelation]:
    """All accounts of a report, if most of them agree: then it is meant so."""
    found = [one for figures in context.figures.values() for one in _of(figures, context)]
    broken = [one for one in found if one.outcome() is Outcome.INCONSISTENT]
    if len(found) - len(broken) >= max(_FEWEST, len(broken) * 3):
        yield from found


def _of(figures: list[StatedFigure], context: AuditContext) -> Iterator[StatedRelation]:
    """The paragraph of one account: the amount beside its name, and the one that is said to be planned."""
    head = figures[0]
    if head.measure is not Metric.MONEY or not _HEAD.match(head.passage.text[: head.start]):
        return
    for figure in figures[1:]:
        said = _PLANNED.search(figure.words) if figure.fits(head) else None
        if said and figure.role is not FigureRole.PRIOR and said["year"] in (None, str(context.year)):
            of = "开头所写的金额"
            yield same_figure("ACCOUNT-TWICE", figure, head, of)
            return
