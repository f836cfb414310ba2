"""Rates that say in a bracket what they are of: 预算执行率（实际支出/全年预算）97.22%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.far_rates import done_relation
from jixiao.audit.relations.stated import StatedRelation

_FORMULA = re.compile(
    r"率（(?:即|=)?(?P<part>[\u4e00-\u9fff]{2,12})[/÷](?P<whole>[\u4e00-\u9fff]{2,12})(?:[×*]100%?)?）(?:为|是|达|：)*$"
)
_DRESS = re.compile(r"^(?:全年|本年|年度|累计)|(?:数|资金|金额|总额|合计)$")
_TAIL = r"(?:数|资金|金额|总额|合计|为|是|共|：)*$"


def bracketed_formulas(context: AuditContext) -> Iterator[StatedRelation]:
    """Each whose part and whole are said once before it in its sentence."""
    for sentence in context.sentences:
        for rate in sentence.figures:
            if (pair := formula_of(rate, sentence)) is not None:
                yield done_relation(rate, *pair)


def formula_of(rate: StatedFigure, sentence: Sentence) -> tuple[StatedFigure, StatedFigure] | None:
    """What the bracket names, part and whole; None where it has none, or where that is not said."""
    formula = _FORMULA.search(rate.words) if rate.measure is Metric.PERCENT else None
    if formula is None:
        return None
    part, whole = _called(formula["part"], rate, sentence), _called(formula["whole"], rate, sentence)
    return (part, whole) if part and whole and part is not whole and whole.value else None


def _called(name: str, rate: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The one value of that name: with all its words, else without 全年 and 数."""
    before = [f for f in sentence.before(rate.start) if f.measure is Metric.MONEY]
    for said in (name, _DRESS.sub("", name)):
        found = [f for f in before if re.search(re.escape(said) + _TAIL, f.words)]
        if found:
            return found[-1] if len({f.value for f in found}) == 1 else None
    return None
