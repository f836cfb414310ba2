"""Changes within a series of years: 2023年70万元，…；2024年80万元，比上年增加10万元，增长14.29%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.lists.year_series import YearSeries, year_series
from jixiao.audit.relations.formulas import FigureFormula, GrowthOfTwo, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation

_MOVED = "(?:增|减|下降|上升|提高|降低)"
_ON_YEAR = re.compile(
    "^(?:比|较|与|同)(?:上年度?|上一年度?|去年|(?P<year>20[0-9]{2})年度?)(?:同期)?(?:相比)?，?"
    f"{_MOVED}|^同比|^{_MOVED}"
)
_CHANGES = (FigureRole.CHANGE, FigureRole.RATE)


def year_on_year(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each amount and rate between one year and the next of which nothing else has told."""
    for series in year_series(context.sentences):
        for prior, current in pairwise(series.years):
            for change in _behind(current, prior, series):
                if change not in told and change.value > 0 and prior.value:
                    yield _relation(change, current, prior)


def _behind(current: StatedFigure, prior: StatedFigure, series: YearSeries) -> list[StatedFigure]:
    """What has changed, directly behind a year, before anything else is said."""
    found: list[StatedFigure] = []
    for figure in (f for f in series.sentence.figures if f.start > current.start):
        said = _ON_YEAR.search(figure.words)
        if figure.role not in _CHANGES or said is None or not figure.direction:
            break
        if said["year"] and int(said["year"]) != prior.year:
            return []
        found.append(figure)
    amounts = [f for f in found if f.role is FigureRole.CHANGE]
    return found if len(amounts) < 2 and len(found) - len(amounts) < 2 else []


def _relation(change: StatedFigure, current: StatedFigure, prior: StatedFigure) -> StatedRelation:
    sign = change.direction
    rate = change.role is FigureRole.RATE
    formula: FigureFormula = GrowthOfTwo(sign) if rate else SignedSum((sign, -sign))
    return StatedRelation(
        "CHANGE-RATE" if rate else "CHANGE-AMOUNT",
        AuditKind.CHANGE,
        change,
        (current, prior),
        formula,
        Directness.RATE,
        "本年数与上年数之差除以上年数" if rate else "本年数与上年数之差",
    )
