"""Yields: 按新增144公斤/亩计，2.00万亩新增产能288万公斤 is yield times area, whatever the units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import number
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import ProductOf
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_WEIGHTS = {"公斤": Decimal(1), "千克": Decimal(1), "斤": Decimal("0.5"), "吨": Decimal(1000)}
_AREAS = {"亩": Decimal(1), "公顷": Decimal(15)}
_TEN_THOUSAND = 10**4
_YIELD = re.compile(
    r"(?P<each>每亩|亩均|平均亩产|亩产|单产)?(?P<said>[^\d，。；：（）]{0,8})"
    r"(?P<digits>\d+(?:\.\d+)?)(?P<unit>公斤|千克|斤|吨)(?P<behind>/亩|每亩)?"
)
_PLAIN = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.BASE, FigureRole.SIDE)
_TOTAL = re.compile("产能|产量|总产|增产|产出|生产")


def yields(context: AuditContext) -> Iterator[StatedRelation]:
    """Each yield of a sentence with its one area and its one amount."""
    for sentence in context.sentences:
        if "亩" not in sentence.text:
            continue
        areas = [f for f in sentence.figures if _size(f, _AREAS) and f.value and f.role in _PLAIN]
        totals = [f for f in sentence.figures if _size(f, _WEIGHTS) and f.unit not in ("公斤", "千克", "斤")]
        for rate in _yields_in(sentence):
            own = [f for f in totals if f.start > rate.start and _TOTAL.search(f.words)]
            if len(areas) == len(own) == 1:
                yield from _judged(rate, areas[0], own[0])


def _size(figure: StatedFigure, sizes: dict[str, Decimal]) -> Decimal:
    """How many 公斤 or 亩 its unit is; nought if it is of another kind."""
    if figure.measure is not Metric.COUNT:
        return Decimal(0)
    bare = figure.unit.removeprefix("万")
    return sizes.get(bare, Decimal(0)) * (_TEN_THOUSAND if figure.unit != bare else 1)


def _yields_in(sentence: Sentence) -> Iterator[StatedFigure]:
    for match in _YIELD.finditer(sentence.text):
        if not (match["each"] or match["behind"]):
            continue
        value, places = number(match["digits"])
        start = sentence.start + match.start("digits")
        step = Decimal(1).scaleb(-places)
        end = sentence.start + match.end("unit")
        passage = sentence.passage
        figure = StatedFigure(
            value, step, Metric.COUNT, match["unit"], Decimal(1), passage, start, end, role=FigureRole.SIDE
        )
        figure.label_start = start
        yield figure


def _judged(rate: StatedFigure, area: StatedFigure, total: StatedFigure) -> Iterator[StatedRelation]:
    factor = _size(area, _AREAS) * _WEIGHTS[rate.unit] / _size(total, _WEIGHTS)
    of = f"{rate.written}×{area.written}"
    total = total if total.step else replace(total, step=Decimal(1))  # weighed, not counted
    relation = StatedRelation(
        "PRODUCT", AuditKind.RATIO, total, (rate, area), ProductOf(factor), Directness.RATE,
        of,
    )  # fmt: skip
    if relation.outcome() is Outcome.INCONSISTENT:
        relation.severity = Severity.WARNING
        if not (_is_moved(relation) or any(slip_in(figure, relation) for figure in relation.figures)):
            return
    yield relation


def _is_moved(relation: StatedRelation) -> bool:
    """Whether only the point or the unit is wrong: ten times, a hundred times…"""
    computed = relation.computed()
    if computed is None or not computed.value:
        return False
    moved = (relation.target.value.scaleb(shift) for shift in (-4, -3, -2, -1, 1, 2, 3, 4))
    return any(computed.low <= value <= computed.high for value in moved)
