"""Execution rates whose budget and result stand in the bracket behind: 执行率为95.42%（预算…，执行数…）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.rates.far_rates import done_relation
from jixiao.audit.kinds.rates.stem_rates import named_relation
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome

_OF = re.compile("的(?:比例|比重)?(?:为|是|约|仅|达|达到)*$")
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
        yield from _of_named_sums(sentence)


def _of_named_sums(sentence: Sentence) -> Iterator[StatedRelation]:
    """支付合同价的65.2%（合同价88.00万元，已付55.00万元）: of what the words before it name."""
    text = sentence.passage.text
    for rate in sentence.figures:
        name = _OF.search(rate.words) if rate.measure is Metric.PERCENT else None
        closing = text.find("）", rate.end) if text[rate.end : rate.end + 1] == "（" else -1
        inside = sentence.between(rate.end, closing)
        if name is None or len(inside) != 2 or not inside[0].fits(inside[1]):
            continue
        named = rate.words[: name.start()]
        wholes = [f for f in inside if len(f.label) > 1 and named.endswith(f.label) and f.value]
        if len(wholes) == 1 and inside[0].measure in (Metric.MONEY, Metric.COUNT):
            part = next(f for f in inside if f is not wholes[0])
            relation = named_relation(rate, part, wholes[0])
            if relation.outcome() is not Outcome.INCONSISTENT or slip_in(rate, relation):
                yield relation
