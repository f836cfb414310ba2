"""实际收入…万元，本年支出…万元，预算完成率…%: a budget is carried out by what is spent."""

from __future__ import annotations

import re

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.segments import segment_start
from jixiao.audit.figures.sentences import Sentence

_INCOME = re.compile(r"收入[^，。；]{0,6}$")
_SPENT = re.compile(r"支出(?:数|合计|总计|决算|决算数)?(?:为|共|是|：)*$")
_RESULTS = (FigureRole.RESULT, FigureRole.PLAIN)


def spent_rather(result: StatedFigure | None, rate: StatedFigure, sentence: Sentence) -> StatedFigure | None:
    """The last expenditure between an income and a rate that does not say to be one of income."""
    if result is None or not _INCOME.search(result.words) or "收入" in rate.words:
        return result
    start = max(segment_start(sentence, rate.start), result.end if result.passage is sentence.passage else 0)
    spent = [
        f
        for f in sentence.before(rate.start)
        if f.start >= start and f.measure is Metric.MONEY and f.role in _RESULTS and _SPENT.search(f.words)
    ]
    return spent[-1] if spent else result
