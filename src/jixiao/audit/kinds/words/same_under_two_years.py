"""The figure of this year under the year before: 2023年度支出年初预算为…, said elsewhere of 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.words.usual_faults import year_fault, year_span
from jixiao.audit.wording_fault import WordingFault

_OPENING = re.compile(
    r"(?:（[一二三四五六七八九十]{1,2}）)?(?P<year>(?:19|20)\d\d)年度?[^，。；\d]{2,40}?(?:为|共|\d)"
)
_BACK = re.compile("上年|去年|同比|相比|比较|较|增长|下降|年末|年初结转|结转|以来|上一年")
_MANY = 5  # digits of a figure that is no other one by chance


def same_under_two_years(context: AuditContext) -> Iterator[WordingFault]:
    """Each sentence that begins with the last year and states an amount said of this one."""
    own = _of_this_year(context)
    for sentence in context.sentences if context.year and own else ():
        match = _OPENING.match(sentence.passage.text, sentence.start)
        if match is None or int(match["year"]) != context.year - 1 or _BACK.search(sentence.text):
            continue
        if any(_is_long(f) and f.value in own for f in sentence.figures):
            yield _fault(sentence, match, context.year)


def _of_this_year(context: AuditContext) -> set[object]:
    """The long amounts of sentences that begin with the year of the report."""
    found: set[object] = set()
    for sentence in context.sentences:
        match = _OPENING.match(sentence.passage.text, sentence.start)
        if match is not None and int(match["year"]) == context.year:
            found |= {f.value for f in sentence.figures if _is_long(f) and f.role is not FigureRole.PRIOR}
    return found


def _is_long(figure: StatedFigure) -> bool:
    digits = figure.significant_digits
    return figure.measure is Metric.MONEY and digits >= _MANY


def _fault(sentence: Sentence, match: re.Match[str], year: int) -> WordingFault:
    why = f"“{match[0]}”：这里的数在别处是{year}年度的，年度像是写错了"
    return year_fault(sentence.passage, year_span(match), f"{year}年度", why, match.span())
