"""Execution rates whose budget and result stand in the bracket behind: 执行率为95.42%（预算…，执行数…）."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric
from jixiao.audit.kinds.rates.far_rates import done_relation
from jixiao.audit.relations.stated import StatedRelation

_RESULTS = (FigureRole.RESULT, FigureRole.PLAIN)


def rates_before_brackets(context: AuditContext) -> Iterator[StatedRelation]:
    """Each that has one budget and one result there, and nothing else."""
    for sentence in context.sentences:
        text = sentence.passage.text
        for rate in sentence.of(FigureRole.DONE):
            if text[rate.end : rate.end + 1] != "（":
                continue
            inside = sentence.between(rate.end, text.find("）", rate.end))
            money = [figure for figure in inside if figure.measure is Metric.MONEY]
            bases = [figure for figure in money if figure.role is FigureRole.BASE]
            results = [figure for figure in money if figure.role in _RESULTS]
            alone = len(inside) == len(money) == 2 and len(bases) == len(results) == 1
            if alone and bases[0].value and "年初" not in bases[0].words:
                yield done_relation(rate, results[0], bases[0])
