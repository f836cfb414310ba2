"""Results with their target before the rate: 新增就业3.86万人，年度目标为3.60万人，完成目标的107.22%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.rates.stem_rates import named_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome, Severity

_RATE = re.compile(
    r"^(?:完成|达到|实现|为|占|是)?(?:了)?(?:年度|全年|年初)?(?:目标|计划|任务)(?:任务|数|值|量)?的(?:约)?$"
    r"|^(?:目标|计划|任务)(?:任务)?(?:完成|实现)(?:率|比例|程度)(?:为|达到|达|是|约|：)*$"
)
_TARGET = re.compile(
    r"^(?:年度|全年|年初|当年|绩效|预期)*(?:目标|计划|任务)(?:任务|数|值|量)?(?:为|是|：|完成)*$"
)
_JOINED = re.compile("[，、（]?")
_RESULT = (FigureRole.PLAIN, FigureRole.RESULT, FigureRole.SIDE)
_TELLING = 3  # digits of a rate that is no other one by chance
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)


def rates_of_targets(context: AuditContext, told: frozenset[StatedFigure]) -> Iterator[StatedRelation]:
    """Each rate behind result and target that nothing else has told: it holds, or is turned, or mistyped."""
    for sentence in context.sentences:
        for result, target, rate in zip(
            sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False
        ):
            if rate in told or not _are_three(result, target, rate):
                continue
            relation = named_relation(rate, result, target)
            if relation.outcome() in _HOLDS:
                yield relation
            elif rate.written_digits > _TELLING and (
                named_relation(rate, target, result).outcome() in _HOLDS or slip_in(rate, relation)
            ):
                relation.severity = Severity.WARNING
                yield relation


def _are_three(result: StatedFigure, target: StatedFigure, rate: StatedFigure) -> bool:
    """Side by side, with nothing but their names between."""
    text = rate.passage.text
    counted = result.measure in (Metric.COUNT, Metric.MONEY) and result.role in _RESULT
    return (
        counted
        and rate.measure is Metric.PERCENT
        and result.fits(target)
        and result.unit == target.unit
        and result.value > 0
        and target.value > 0
        and not _TARGET.search(result.words)
        and _TARGET.search(target.words) is not None
        and _RATE.search(rate.words) is not None
        and _JOINED.fullmatch(text, result.end, target.label_start) is not None
        and _JOINED.fullmatch(text, target.end, rate.label_start) is not None
    )
